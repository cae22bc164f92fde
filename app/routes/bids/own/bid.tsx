import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { BidSide } from '~/components/bid/bid-side';
import { BidTag } from '~/components/bid/bid-tag';
import { SignOffLine } from '~/components/bid/signing/sign-off-line';
import { Standing } from '~/components/bid/standing';
import { assessmentSummaryForBidder } from '~/domain/awards/queries/assessment-summary-for-bidder.server';
import { bidPage } from '~/domain/bids/queries/bid-page.server';
import { lotName } from '~/domain/questions/lots/lot';
import { showWords } from '~/domain/words';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { TaskList } from '~/ui/content/task-list';
import { TaskStatus } from '~/ui/content/task-status';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfBid } from '../chain-of-bid.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const bid = found(await ask(bidPage, actor, { reference: args.params['reference'] }));
  const summary = await ask(assessmentSummaryForBidder, actor, { reference: bid.reference });
  return { bid, assessed: summary !== null, chain: await chainOfBid(actor, bid.reference) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Your bid', data.bid.title] : ['Not found']));

const FROM_PANEL = {
  'price-question': { text: 'The panel asks about your price', href: paths.priceQuestion },
  reply: { text: 'Read the panel’s reasons and reply', href: paths.bidReply },
  interview: { text: 'Your interview', href: paths.ownInterview },
};

const STATUS = { done: 'done', started: 'started', toDo: 'to do' } as const;

export default function Bid() {
  const { bid, assessed, chain } = useLoaderData<typeof loader>();
  return (
    <BidPage chain={chain} bid={bid} aside={<BidSide bid={bid} />}>
      <span className="govuk-caption-l">Your bid for</span>
      <h1 className="govuk-heading-l">{bid.title}</h1>
      {bid.lot && <p className="govuk-body-l">{lotName(bid.lot)}</p>}
      <p className="govuk-body">
        <BidTag state={bid.state} />
      </p>
      <Standing bid={bid} />
      <SignOffLine bid={bid} />
      {bid.fromPanel.map((what) => (
        <p key={what} className="govuk-body">
          <a className="govuk-link" href={FROM_PANEL[what].href(bid.reference)}>
            {FROM_PANEL[what].text}
          </a>
        </p>
      ))}
      {assessed && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.bidSummary(bid.reference)}>
            How this bid was assessed
          </a>
        </p>
      )}
      {bid.may.orderLots && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.lotOrder(bid.reference)}>
            Number {bid.lotOrder} in your order of the lots: change it
          </a>
        </p>
      )}
      {bid.keeping && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.bidKeeping(bid.reference)}>
            What may be kept of this bid if it does not win
          </a>
        </p>
      )}
      <h2 className="govuk-heading-m">What the bid says</h2>
      <TaskList
        tasks={bid.sections.map(({ slug, title, words, state }) => ({
          title,
          href: paths.bidSection(bid.reference, slug),
          hint: words ? `Up to ${showWords(words)}${slug === 'people' ? ' each' : ''}` : undefined,
          status: state === 'optional' ? 'Optional' : <TaskStatus state={STATUS[state]} />,
        }))}
      />
      <Actions bid={bid} />
    </BidPage>
  );
}

function Actions({ bid }: { bid: ReturnType<typeof useLoaderData<typeof loader>>['bid'] }) {
  const { may, reference, state } = bid;
  return (
    <ActionBar>
      {may.submit && (
        <Button href={paths.checkBid(reference)}>
          {state === 'submitted' ? 'Check and submit again' : 'Check and submit'}
        </Button>
      )}
      {may.withdraw && (
        <a className="govuk-link" href={paths.withdrawBid(reference)}>
          Withdraw the bid
        </a>
      )}
      {may.discard && (
        <a className="govuk-link" href={paths.discardBid(reference)}>
          Discard the draft
        </a>
      )}
      {!may.submit && (
        <a className="govuk-link" href={paths.checkBid(reference)}>
          Read the whole bid
        </a>
      )}
    </ActionBar>
  );
}
