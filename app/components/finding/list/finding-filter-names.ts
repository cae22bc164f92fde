import { STUDY_TYPES } from '~/domain/knowledge/finding';
import type { FindingFilters } from '~/domain/knowledge/finding-filters';
import type { PrioritySetChoice } from '~/domain/strategy/queries/priority-choices.server';
import type { TermChoice } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';

export const ORIGINS = { questions: 'Answers to questions', shared: 'Shared research' };
export const CONFIDENCES = {
  notAppraised: 'Not yet appraised',
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
};

/** The value by which the map asks for what carries no term of a kind. */
const NONE = 'none';
const NONE_OF: Record<string, string> = {
  threat: 'No threat area',
  strand: 'No strand',
  enabler: 'No enabler',
  level: 'No level',
};

/** What is in force but has no box of its own in the form, by name and value. */
export function withoutBox({ threat, strand, enabler, level, priority }: FindingFilters): [string, string][] {
  const none = (values: string[]) => values.filter((value) => value === NONE);
  const kept = { threat: none(threat), strand: none(strand), enabler, level, priority: priority.slice(1) };
  return Object.entries(kept).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
}

function textOf(filter: string, value: string, names: Map<string, string>): string {
  if (filter === 'q') return `“${value}”`;
  if (filter === 'from') return `From ${value}`;
  if (filter === 'to') return `To ${value}`;
  return (value === NONE ? NONE_OF[filter] : names.get(value)) ?? value;
}

/** Each filter in force in words, with the address of the list without it. */
export function chosenFindingFilters(
  { after: _page, ...filters }: FindingFilters,
  terms: TermChoice[],
  sets: PrioritySetChoice[],
): { text: string; removeHref: string }[] {
  const names = new Map<string, string>([
    ...terms.map(({ slug, name }): [string, string] => [slug, name]),
    ...sets.flatMap(({ priorities }) =>
      priorities.map(({ reference, name }): [string, string] => [reference, name]),
    ),
    ...Object.entries({ ...STUDY_TYPES, ...CONFIDENCES, ...ORIGINS }),
  ]);
  const given = Object.entries(filters).map(([name, value]): [string, string[]] => [
    name,
    value === undefined ? [] : [value].flat().map(String),
  ]);
  return given.flatMap(([filter, values]) =>
    values.map((one) => {
      const rest = given.map(([name, list]): [string, string[]] => [
        name,
        name === filter ? list.filter((value) => value !== one) : list,
      ]);
      return { text: textOf(filter, one, names), removeHref: paths.findingList(Object.fromEntries(rest)) };
    }),
  );
}
