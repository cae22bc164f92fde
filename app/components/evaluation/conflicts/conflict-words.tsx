import type { ConflictState } from '~/domain/evaluation/interests/conflicts/conflict';
import { KIND_NAMES, type InterestKind } from '~/domain/evaluation/interests/interest-kind';
import { Tag } from '~/ui/content/tag';

export const STATES: Record<ConflictState, { name: string; colour: 'yellow' | 'orange' | 'red' | 'grey' }> = {
  suspected: { name: 'Suspected', colour: 'yellow' },
  declared: { name: 'Declared', colour: 'orange' },
  confirmed: { name: 'Confirmed', colour: 'red' },
  dismissed: { name: 'Dismissed', colour: 'grey' },
};

export const StateTag = ({ state }: { state: ConflictState }) => (
  <Tag colour={STATES[state].colour}>{STATES[state].name}</Tag>
);

export interface ShownConflict {
  reference: string;
  person: { reference: string; name: string };
  kind: InterestKind;
  state: ConflictState;
  bidder: { name: string } | null;
  evidence: { words: string; isNew: boolean }[];
  isPinned: boolean;
}

export const against = ({ kind, bidder }: ShownConflict): string =>
  `${KIND_NAMES[kind].name}: ${bidder ? `the bid of ${bidder.name}` : 'the whole competition'}`;

/** What was found, in words. What came up after a dismissal says so. */
export const Evidence = ({ conflict: { person, evidence, isPinned } }: { conflict: ShownConflict }) =>
  evidence.length === 0 ? (
    <>{isPinned ? 'Set by a coordinator' : 'Stated in a declaration'}</>
  ) : (
    <ul className="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
      {evidence.map(({ words, isNew }) => (
        <li key={words}>
          {person.name} {words}
          {isNew && ' (found since it was dismissed)'}
        </li>
      ))}
    </ul>
  );
