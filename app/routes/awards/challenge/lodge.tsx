import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { WithReason } from '~/components/award/decision/with-reason';
import { checkboxesProps } from '~/components/form';
import { CHALLENGE_OUTCOMES, GROUNDS } from '~/domain/awards/challenge/challenge';
import { lodgeChallenge } from '~/domain/awards/commands/lodge-challenge.server';
import { lodgeChallengePage } from '~/domain/awards/queries/lodge-challenge-page.server';
import { chainOf } from '~/domain/insight/queries/chain-of.server';
import { ask } from '~/domain/query.server';
import { showDate, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(lodgeChallengePage, actor, { reference: args.params['reference'] }));
  const chain = await ask(chainOf, actor, { noun: 'bid', reference: view.reference, here: 'evaluation' });
  return { view, chain };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, lodgeChallenge, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ bid }) => paths.lodgeChallenge(bid),
    says: 'Your challenge is lodged. No contract can be signed until it is decided.',
  });

export const meta: MetaFunction = () => pageTitle('Challenge the decision');

export default function Lodge() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const canLodge = !view.isOpen && view.why === null;
  return (
    <BidPage chain={chain} bid={view} here="Challenge">
      {!canLodge && <RefusalSummary reply={reply} />}
      <span className="govuk-caption-l">{view.title}</span>
      <h1 className="govuk-heading-l">Challenge the decision</h1>
      {view.lodged.map(({ reference, lodgedAt, outcome }) => (
        <InsetText key={reference}>
          <a className="govuk-link" href={paths.challenge(reference)}>
            Your challenge of {showInstant(lodgedAt)}
          </a>
          : {outcome ? CHALLENGE_OUTCOMES[outcome] : 'a coordinator decides'}
        </InsetText>
      ))}
      {view.why !== null && <p className="govuk-body">{view.why}</p>}
      {canLodge && (
        <>
          <p className="govuk-body">
            {view.until && `You can challenge until the end of ${showDate(view.until)}. `}A coordinator who
            had no part in this competition decides and tells you why. Until then no contract is signed. Other
            bidders learn only that the standstill is extended.
          </p>
          <WithReason
            reply={reply}
            name="text"
            label="What do you challenge, and why?"
            button="Lodge the challenge"
            backHref={paths.bidSummary(view.reference)}
          >
            {(fields) => (
              <Checkboxes
                label="On which grounds?"
                items={Object.entries(GROUNDS).map(([value, label]) => ({ value, label }))}
                {...checkboxesProps(fields['grounds'])}
              />
            )}
          </WithReason>
        </>
      )}
    </BidPage>
  );
}
