import type { ReactNode } from 'react';
import { Chain } from '~/components/chain';
import type { Chain as ChainData } from '~/domain/insight/chain/chain';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs, type Breadcrumb } from '~/ui/navigation/breadcrumbs';

interface Props {
  chain: ChainData | null;
  award: { reference: string; question: { reference: string; title: string } };
  /** What stands below the award in the trail; none on the award’s own page. */
  trail?: Breadcrumb[];
  aside?: ReactNode;
  children: ReactNode;
}

/** A page of an award or of what was delivered for it. */
export function AwardPage({ chain, award, trail = [], aside, children }: Props) {
  const { reference, question } = award;
  const items = [
    { text: 'Questions', href: paths.questions() },
    { text: question.title, href: paths.question(question.reference) },
    trail.length > 0 ? { text: 'Award', href: paths.award(reference) } : { text: 'Award' },
    ...trail,
  ];
  return (
    <PageBody
      before={
        <>
          {chain && <Chain chain={chain} />}
          <Breadcrumbs items={items} />
        </>
      }
      aside={aside}
    >
      {children}
    </PageBody>
  );
}
