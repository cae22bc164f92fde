import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { WithReason } from '~/components/award/decision/with-reason';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { fieldProps } from '~/components/form';
import { Lines } from '~/components/lines';
import { CHALLENGE_OUTCOMES, GROUNDS, REMEDIES } from '~/domain/awards/challenge/challenge';
import { decideChallenge } from '~/domain/awards/commands/decide-challenge.server';
import { challengePage } from '~/domain/awards/queries/challenge-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(challengePage, await personWhoAsks(args), { reference: args.params['reference'] }));

export const action = (args: ActionFunctionArgs) =>
  act(args, decideChallenge, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.challenge(reference),
    says: 'The challenge is decided, and the bidder is told',
  });

export const meta: MetaFunction = () => pageTitle('Challenge to a decision');

const choices = (named: Record<string, string>) =>
  Object.entries(named).map(([value, label]) => ({ value, label }));

export default function Challenge() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const known: Record<string, string> = GROUNDS;
  const remedies: Record<string, string> = REMEDIES;
  const back = view.own ? paths.lodgeChallenge(view.bid) : paths.home();
  return (
    <PageBody before={<BackLink href={back} />}>
      {!view.mayDecide && <RefusalSummary reply={reply} />}
      <span className="govuk-caption-l">{view.title}</span>
      <h1 className="govuk-heading-l">Challenge to the decision</h1>
      <SummaryList
        rows={[
          { key: 'Lodged', value: `${showInstant(view.lodgedAt)} by ${view.lodgedBy}` },
          { key: 'Grounds', value: view.grounds.map((ground) => known[ground] ?? ground).join('. ') },
          { key: 'Challenge', value: <Lines text={view.text} /> },
          {
            key: 'Decision',
            value: view.outcome ? CHALLENGE_OUTCOMES[view.outcome] : 'A coordinator who had no part decides',
          },
          view.remedy !== null && { key: 'What follows', value: remedies[view.remedy] ?? view.remedy },
          view.reasons !== null && { key: 'Reasons', value: <Lines text={view.reasons} /> },
          view.decidedAt !== null && {
            key: 'Decided',
            value: `${showInstant(view.decidedAt)}${view.decidedBy ? ` by ${view.decidedBy}` : ''}`,
          },
        ]}
      />
      {view.mayDecide && (
        <WithReason
          reply={reply}
          name="reasons"
          label="Why? The bidder reads this"
          button="Decide the challenge"
          backHref={back}
        >
          {(fields) => (
            <>
              <Radios
                label="What do you decide?"
                items={choices(CHALLENGE_OUTCOMES)}
                {...fieldProps(fields['outcome'])}
              />
              <Select
                label="If it is upheld, what follows?"
                options={[
                  { value: '', text: 'It is not upheld' },
                  ...Object.entries(REMEDIES).map(([value, text]) => ({ value, text })),
                ]}
                {...fieldProps(fields['remedy'])}
              />
            </>
          )}
        </WithReason>
      )}
    </PageBody>
  );
}
