import type { ItemsAbout } from '~/domain/insight/items-about.server';
import { findingsIn } from '~/domain/insight/map/marks';
import { paths } from '~/paths';
import { ChainSteps, type ChainStep } from '~/ui/navigation/chain-steps';

interface Props {
  items: ItemsAbout;
  about: Record<string, string>;
  used: number;
}

/** The chain from a priority down: how many stand at each link, and the way to them. */
export function BelowPriority({ items, about, used }: Props) {
  const { counts, money, answered } = items;
  const step = (count: number, noun: string, href: string): ChainStep => ({
    label: count === 1 ? `1 ${noun}` : `${count === 0 ? 'No' : count} ${noun}s`,
    state: count > 0 ? 'done' : 'ahead',
    ...(count > 0 ? { href } : {}),
  });
  return (
    <ChainSteps
      steps={[
        { label: 'Priority', state: 'current' },
        step(counts.question + counts.commission + answered, 'question', paths.questionsAbout(about)),
        step(money.all, 'award', paths.questionsAbout({ ...about, state: 'commissioned' })),
        step(findingsIn(counts), 'finding', paths.findingsAbout(about)),
        step(used, 'impact record', '#used'),
      ]}
    />
  );
}
