import type { Db } from '~/platform/db.server';
import {
  loadPriorityChoices,
  type PrioritySetChoice,
} from '../../../strategy/queries/priority-choices.server';
import { knownUntil } from '../../../taxonomy/known-until.server';
import { loadPriorityChoicesOnDay } from '../../../strategy/on-day/priority-choices-on-day.server';
import { loadTermChoices, type TermChoice } from '../../../taxonomy/queries/term-choices.server';
import { SCHEME_NAMES, TERM_SCHEMES } from '../../../taxonomy/term';
import { MOST_HEADINGS } from '../cells/profiles';
import type { Heading } from '../evidence-map';
import { LENSES } from '../map-view';

export interface AxisChoice {
  key: string;
  name: string;
  /** What one heading of it is called, and many. */
  one: string;
  many: string;
}

export interface Axis extends AxisChoice {
  of: 'terms' | 'priorities';
  headings: (Heading & { id: string })[];
  /** How many further ones there are, which no map is wide enough for. */
  leftOut: number;
}

export interface Axes {
  rows: Axis;
  columns: Axis;
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const fitting = <One>(all: readonly One[], headingOf: (one: One) => Axis['headings'][number]) => ({
  headings: all.slice(0, MOST_HEADINGS).map(headingOf),
  leftOut: Math.max(0, all.length - MOST_HEADINGS),
});

const termAxes = (terms: readonly TermChoice[]): Axis[] =>
  TERM_SCHEMES.map((scheme) => ({
    key: scheme,
    name: SCHEME_NAMES[scheme].many,
    one: lower(SCHEME_NAMES[scheme].one),
    many: lower(SCHEME_NAMES[scheme].many),
    of: 'terms',
    ...fitting(
      terms.filter((term) => term.scheme === scheme),
      ({ id, slug, name }) => ({ id, key: slug, name }),
    ),
  }));

const setAxes = (sets: readonly PrioritySetChoice[]): Axis[] =>
  sets.map((set) => ({
    key: set.slug,
    name: `${set.document}, ${set.when}`,
    one: 'priority',
    many: 'priorities',
    of: 'priorities',
    ...fitting(set.priorities, ({ id, reference, name }) => ({ id, key: reference, name })),
  }));

interface Asked {
  rows: string;
  columns: string;
  /** A past day, of which terms and priorities stand as they were known. */
  on?: string | undefined;
}

/** Both axes of the map, what else they could be, and the terms that can narrow it; null for an axis nobody knows. */
export async function loadMapAxes(db: Db, keys: Asked, now: Date) {
  const day = keys.on === undefined ? null : new Date(keys.on);
  const on = day && { day, until: await knownUntil(db, day) };
  const terms = await loadTermChoices(db, TERM_SCHEMES, on?.until);
  const sets = on ? await loadPriorityChoicesOnDay(db, on) : await loadPriorityChoices(db, now);
  const axes = [...termAxes(terms), ...setAxes(sets)];
  const [rows, columns] = [keys.rows, keys.columns].map((key) => axes.find((axis) => axis.key === key));
  if (!rows || !columns) return null;
  const lenses = LENSES.map((lens) => ({
    lens,
    name: SCHEME_NAMES[lens].one,
    terms: terms.filter(({ scheme }) => scheme === lens).map(({ slug, name }) => ({ slug, name })),
  }));
  const choices = axes
    .filter(({ headings }) => headings.length > 0)
    .map(({ key, name, one, many }): AxisChoice => ({ key, name, one, many }));
  return { rows, columns, choices, lenses, until: on && on.until };
}
