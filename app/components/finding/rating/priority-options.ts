import type { PrioritySetChoice } from '~/domain/strategy/queries/priority-choices.server';
import type { SelectOption } from '~/ui/forms/select';

/** Priorities of the sets in force, each with the set it belongs to. */
export const priorityOptions = (sets: PrioritySetChoice[], none: string): SelectOption[] => [
  { text: none, value: '' },
  ...sets
    .filter(({ current }) => current)
    .flatMap(({ document, priorities }) =>
      priorities.map(({ reference, name }) => ({ text: `${name} (${document})`, value: reference })),
    ),
];
