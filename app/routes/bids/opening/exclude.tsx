import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { fieldProps, Form } from '~/components/form';
import { excludeBid } from '~/domain/bids/commands/exclude-bid.server';
import { bidToExclude } from '~/domain/bids/queries/bid-to-exclude.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return seen(await ask(bidToExclude, actor, { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, excludeBid, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ question }) => paths.evaluation(question),
    says: 'The bid is excluded.',
  });

export const meta = () => pageTitle('Exclude a bid');

export default function Exclude() {
  const bid = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const trail = [
    { text: bid.title, href: paths.question(bid.question) },
    { text: 'Evaluation', href: paths.evaluation(bid.question) },
    { text: 'Exclude a bid' },
  ];
  return (
    <PageBody before={<Breadcrumbs items={trail} />}>
      {bid.excludedReason && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Exclude bid {showReference(bid.reference)}</h1>
      {bid.excludedReason ? (
        <InsetText>This bid is excluded: {bid.excludedReason}</InsetText>
      ) : (
        <Form reply={reply}>
          {(fields) => (
            <>
              <p className="govuk-body">
                A bid is excluded when it does not meet a requirement of the question, never for its quality.
                The bidder reads your reason, and it stays in the file.
              </p>
              <Textarea
                label="Which requirement does it not meet?"
                rows={5}
                {...fieldProps(fields['reason'])}
              />
              <ActionBar>
                <Button variant="warning" once>
                  Exclude the bid
                </Button>
                <a className="govuk-link" href={paths.evaluation(bid.question)}>
                  Keep it
                </a>
              </ActionBar>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
