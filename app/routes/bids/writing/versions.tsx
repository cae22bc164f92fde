import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { SectionView } from '~/components/bid/section-view';
import { fieldProps, Form } from '~/components/form';
import { resolveStaleSave } from '~/domain/bids/commands/resolve-stale-save.server';
import { bidVersions } from '~/domain/bids/queries/bid-versions.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfBid } from '../chain-of-bid.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const versions = found(await ask(bidVersions, actor, { reference: args.params['reference'] }));
  return { versions, chain: await chainOfBid(actor, versions.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, resolveStaleSave, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.bidVersions(reference),
    says: 'Your choice is saved.',
  });

export const meta = () => pageTitle('Two versions of your bid');

export default function Versions() {
  const { versions, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { choices, reference, savedBy, revision } = versions;
  const [choice] = choices;
  return (
    <BidPage chain={chain} bid={versions} here="Two versions" wide>
      {!choice && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Two versions of your bid</h1>
      {!choice ? (
        <EmptyState
          title="Nothing to choose"
          action={<Button href={paths.bid(reference)}>Back to the bid</Button>}
        >
          Every section has one version.
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">
            {savedBy ?? 'Somebody'} saved “{choice.section.title}” while you were writing in it. Both texts
            are kept until you choose.
          </p>
          <div className="govuk-grid-row">
            <section className="govuk-grid-column-one-half" aria-labelledby="mine">
              <h2 className="govuk-heading-m" id="mine">
                What you wrote
              </h2>
              <SectionView content={choice.mine} section={choice.section} />
            </section>
            <section className="govuk-grid-column-one-half" aria-labelledby="theirs">
              <h2 className="govuk-heading-m" id="theirs">
                What stands in the bid
              </h2>
              <SectionView content={choice.theirs} section={choice.section} />
            </section>
          </div>
          <Form reply={reply} key={choice.section.slug}>
            {(fields) => (
              <>
                <input type="hidden" name="section" value={choice.section.slug} />
                <input type="hidden" name="revision" value={revision} />
                <Radios
                  label="Which one do you keep?"
                  items={[
                    { value: 'mine', label: 'What I wrote' },
                    { value: 'theirs', label: 'What stands in the bid' },
                  ]}
                  {...fieldProps(fields['keep'])}
                />
                <Button once>Keep this version</Button>
              </>
            )}
          </Form>
        </>
      )}
    </BidPage>
  );
}
