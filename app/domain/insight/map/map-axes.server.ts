import type { Db } from '~/platform/db.server';
import { loadPriorityChoices } from '../../strategy/queries/priority-choices.server';
import { loadTermChoices } from '../../taxonomy/queries/term-choices.server';
import type { Heading } from './evidence-map';

export interface ColumnChoice {
  key: string;
  name: string;
  /** What one column is called. */
  one: string;
}

const STRANDS: ColumnChoice = { key: 'strand', name: 'Strands', one: 'strand' };

/** Rows and columns of the map, and what else the columns could be; null for a set nobody knows. */
export async function loadMapAxes(db: Db, columns: string, now: Date) {
  const terms = await loadTermChoices(db, ['threatArea', 'strand']);
  const sets = await loadPriorityChoices(db, now);
  const headings = (scheme: string): Heading[] =>
    terms.filter((term) => term.scheme === scheme).map(({ slug, name }) => ({ key: slug, name }));
  const choices = [
    STRANDS,
    ...sets.map((set) => ({ key: set.slug, name: `${set.document}, ${set.when}`, one: 'priority' })),
  ];
  const chosen = choices.find(({ key }) => key === columns);
  if (!chosen) return null;
  const set = sets.find(({ slug }) => slug === columns);
  return {
    rows: headings('threatArea'),
    columns: set
      ? set.priorities.map(({ reference, name }) => ({ key: reference, name }))
      : headings('strand'),
    chosen,
    choices,
  };
}
