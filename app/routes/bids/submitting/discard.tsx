import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { Form } from '~/components/form';
import { discardDraft } from '~/domain/bids/commands/discard-draft.server';
import { bidPage } from '~/domain/bids/queries/bid-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfBid } from '../chain-of-bid.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const bid = found(await ask(bidPage, actor, { reference: args.params['reference'] }));
  return { bid, chain: await chainOfBid(actor, bid.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, discardDraft, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: () => paths.bids(),
    says: 'The draft is discarded.',
  });

export const meta = () => pageTitle('Discard a draft');

export default function Discard() {
  const { bid, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <BidPage chain={chain} bid={bid} here="Discard">
      {!bid.may.discard && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Discard this draft</h1>
      {bid.may.discard ? (
        <Form reply={reply}>
          {() => (
            <>
              <p className="govuk-body">
                Everything written in it is deleted, for everybody in the bid, and cannot be brought back.
              </p>
              <ActionBar>
                <Button variant="warning" once>
                  Discard the draft
                </Button>
                <a className="govuk-link" href={paths.bid(bid.reference)}>
                  Keep it
                </a>
              </ActionBar>
            </>
          )}
        </Form>
      ) : (
        <InsetText>
          A bid that was submitted once is kept, and only its lead can discard a draft.{' '}
          <a className="govuk-link" href={paths.bid(bid.reference)}>
            Back to the bid
          </a>
        </InsetText>
      )}
    </BidPage>
  );
}
