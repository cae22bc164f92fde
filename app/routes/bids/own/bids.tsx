import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { BidTag } from '~/components/bid/bid-tag';
import { ownBids, type OwnBid } from '~/domain/bids/queries/own-bids.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Table } from '~/ui/content/table';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const search = readSearch(args.request, { after: z.uuid().optional() });
  return found(await ask(ownBids, actor, search));
}

export const meta = () => pageTitle('Your bids');

const ROLES = { lead: 'Lead', editor: 'Editor', partner: 'Partner' } as const;

function row(bid: OwnBid) {
  const href = bid.accepted ? paths.bid(bid.reference) : paths.bidInvitation(bid.reference);
  const closes = bid.closesAt ? showInstant(bid.closesAt) : 'No closing date';
  return [
    <a className="govuk-link" href={href} key="bid">
      {bid.title}
      {bid.lot && <span className="block">{bid.lot}</span>}
    </a>,
    bid.team,
    ROLES[bid.role],
    bid.accepted ? <BidTag state={bid.state} key="state" /> : <Tag colour="blue">Asked to join</Tag>,
    bid.open ? closes : `Closed on ${closes}`,
  ];
}

export default function Bids() {
  const { bids, toSign, next } = useLoaderData<typeof loader>();
  return (
    <PageBody wide>
      <h1 className="govuk-heading-xl">Your bids</h1>
      {toSign.length > 0 && (
        <Table
          caption="Bids that wait for your signature"
          captionSize="m"
          head={['Question', 'Asked by']}
          rows={toSign.map(({ reference, title, lead }) => [
            <a className="govuk-link" href={paths.bidSignOff(reference)} key="bid">
              {title}
            </a>,
            lead,
          ])}
        />
      )}
      {bids.length === 0 ? (
        <EmptyState
          title="You have no bids yet"
          action={<Button href={paths.questions()}>Find a question</Button>}
        >
          A bid starts on the page of an open question. You see its terms before you write a word, and nobody
          but the people you invite can see that you are bidding.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Your bids"
          head={['Question', 'Team', 'Your part', 'State', 'Closes']}
          rows={bids.map(row)}
        />
      )}
      {next && <Pagination next={{ href: `${paths.bids()}?after=${next}` }} />}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.ownAwards()}>
          Your awards
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.checkReceipt()}>
          Check a receipt
        </a>
      </p>
    </PageBody>
  );
}
