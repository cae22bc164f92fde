import { stateOf, type LetterStamps, type LetterState } from '~/domain/notifications/letter';
import { Tag } from '~/ui/content/tag';

export const STATE_WORDS: Record<LetterState, string> = {
  waiting: 'Waiting',
  kept: 'Kept',
  failing: 'Not accepted yet',
  sent: 'Sent',
};

const COLOURS = { waiting: 'yellow', kept: 'blue', failing: 'red', sent: 'green' } as const;

export function LetterTag({ letter }: { letter: LetterStamps }) {
  const state = stateOf(letter);
  return <Tag colour={COLOURS[state]}>{STATE_WORDS[state]}</Tag>;
}
