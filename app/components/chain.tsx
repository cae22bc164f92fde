import type { Chain as ChainData, ChainTarget } from '~/domain/insight/chain/chain';
import { paths } from '~/paths';
import { ChainSteps } from '~/ui/navigation/chain-steps';

const ADDRESS: Record<ChainTarget['page'], (reference: string) => string> = {
  priority: paths.priority,
  question: paths.question,
  evaluation: paths.evaluation,
  award: paths.award,
  deliverable: paths.deliverable,
  finding: paths.finding,
  impactRecord: paths.impactRecord,
};

/** The chain across the top of a page, one step lit; each step that has a page leads there. */
export function Chain({ chain }: { chain: ChainData }) {
  const steps = chain.steps.map(({ label, state, target }) => ({
    label,
    state,
    ...(target && state !== 'current' ? { href: ADDRESS[target.page](target.reference) } : {}),
  }));
  return <ChainSteps steps={steps} />;
}
