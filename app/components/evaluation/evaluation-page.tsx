import type { ReactNode } from 'react';
import { Chain } from '~/components/chain';
import type { Chain as ChainData } from '~/domain/insight/chain/chain';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';

interface Props {
  chain: ChainData | null;
  question: { reference: string; title: string };
  /** The page itself, where it is not the evaluation’s first. */
  here?: string;
  aside?: ReactNode;
  wide?: boolean;
  /** Asked for one approval, without another part in the evaluation. */
  outside?: boolean;
  children: ReactNode;
}

/** A page of the evaluation of one question: the chain above, the way back, the page. */
export function EvaluationPage({ chain, question, here, aside, wide, outside, children }: Props) {
  const { reference, title } = question;
  const trail = [
    { text: 'Questions', href: paths.questions() },
    { text: title, href: paths.question(reference) },
    here && !outside ? { text: 'Evaluation', href: paths.evaluation(reference) } : { text: 'Evaluation' },
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
