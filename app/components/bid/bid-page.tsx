import type { ReactNode } from 'react';
import { Chain } from '~/components/chain';
import type { Chain as ChainData } from '~/domain/insight/chain/chain';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';

interface Props {
  chain: ChainData | null;
  bid: { reference: string; title: string };
  /** The page itself, where it is not the bid’s first. */
  here?: string;
  aside?: ReactNode;
  wide?: boolean;
  /** Read by somebody who is not in the bid: no way leads into it. */
  theirs?: boolean;
  children: ReactNode;
}

/** A page of one bid: the chain above, the way back, the page. */
export function BidPage({ chain, bid, here, aside, wide, theirs, children }: Props) {
  const trail = [
    { text: 'Your bids', href: paths.bids() },
    here && !theirs ? { text: bid.title, href: paths.bid(bid.reference) } : { text: bid.title },
    ...(here ? [{ text: here }] : []),
  ];
  return (
    <PageBody
      before={
        <>
          {chain && <Chain chain={chain} />}
          <Breadcrumbs items={trail} />
        </>
      }
      aside={aside}
      {...(wide ? { wide } : {})}
    >
      {children}
    </PageBody>
  );
}
