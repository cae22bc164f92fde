import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { fieldProps, Form } from '~/components/form';
import { setLotOrder } from '~/domain/bids/commands/set-lot-order.server';
import { bidPage } from '~/domain/bids/queries/bid-page.server';
import { lotName } from '~/domain/questions/lots/lot';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
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
  act(args, setLotOrder, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.bid(reference),
    says: 'Your order is kept',
  });

export const meta = () => pageTitle('Your order of the lots');

export default function LotOrder() {
  const { bid, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <BidPage chain={chain} bid={bid} here="Order of lots">
      {!bid.may.orderLots && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Your order of the lots</h1>
      {bid.lot && bid.may.orderLots ? (
        <Form reply={reply} values={{ order: String(bid.lotOrder ?? 1) }}>
          {(fields) => (
            <>
              <TextInput
                label={`Where does ${lotName(bid.lot ?? { number: 0, title: '' })} stand in your own order?`}
                hint="1 for the lot you want most. It counts if you come first in more lots than one bidder may win. You can change it until bids close."
                width={2}
                inputMode="numeric"
                {...fieldProps(fields['order'])}
              />
              <ActionBar>
                <Button once>Save</Button>
                <a className="govuk-link" href={paths.bid(bid.reference)}>
                  Cancel
                </a>
              </ActionBar>
            </>
          )}
        </Form>
      ) : (
        <InsetText>
          The lead of a bid says it until bids close, where their own order of the lots can decide.{' '}
          <a className="govuk-link" href={paths.bid(bid.reference)}>
            Back to the bid
          </a>
        </InsetText>
      )}
    </BidPage>
  );
}
