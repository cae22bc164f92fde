import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { fieldProps, Form } from '~/components/form';
import { withdrawBid } from '~/domain/bids/commands/withdraw-bid.server';
import { bidPage } from '~/domain/bids/queries/bid-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
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
  act(args, withdrawBid, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.bid(reference),
    says: 'The bid is withdrawn. You can submit it again until closing.',
  });

export const meta = () => pageTitle('Withdraw a bid');

export default function Withdraw() {
  const { bid, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <BidPage chain={chain} bid={bid} here="Withdraw">
      {!bid.may.withdraw && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Withdraw this bid</h1>
      {bid.may.withdraw ? (
        <>
          <p className="govuk-body">
            It will not be opened. Your draft stays, and you can submit it again until bids close. The asking
            team does not learn that you bid.
          </p>
          <Form reply={reply}>
            {(fields) => (
              <>
                <Textarea label="Why, for yourself (optional)" rows={3} {...fieldProps(fields['reason'])} />
                <ActionBar>
                  <Button variant="warning" once>
                    Withdraw the bid
                  </Button>
                  <a className="govuk-link" href={paths.bid(bid.reference)}>
                    Keep it
                  </a>
                </ActionBar>
              </>
            )}
          </Form>
        </>
      ) : (
        <InsetText>
          {bid.submission === null
            ? 'Nothing is submitted, so there is nothing to withdraw.'
            : 'A bid can be withdrawn by its lead, until bids close.'}{' '}
          <a className="govuk-link" href={paths.bid(bid.reference)}>
            Back to the bid
          </a>
        </InsetText>
      )}
    </BidPage>
  );
}
