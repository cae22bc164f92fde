import type { Db } from '~/platform/db.server';
import { ukDay } from '../../../uk-time';
import type { PlacedFacts } from '../cells/cell-facts';
import { spread } from '../cells/profiles';
import type { Counted } from '../evidence-map';
import { narrows } from '../map-view';
import type { Axis } from './map-axes.server';
import type { Counting } from './map-items.server';
import { profiledFindings, profiledQuestions } from './profiled-items.server';
import {
  factsByPrioritySql,
  factsByStrandSql,
  findingsByPrioritySql,
  findingsByStrandSql,
} from './tallied-findings.server';

interface Axes {
  rows: Axis;
  columns: Axis;
}
interface Figures {
  counted: Counted[];
  facts: PlacedFacts[];
}

/** Questions are counted as they are; findings, of which there may be a million, where it can be from the tallies. */
export async function countMap(db: Db, axes: Axes, counting: Counting): Promise<Figures> {
  const questions = await profiledQuestions(db, axes, counting);
  const asked = spread(questions, axes.rows.headings, axes.columns.headings);
  const known = await countFindings(db, axes, counting);
  return { counted: [...asked.counted, ...known.counted], facts: [...asked.facts, ...known.facts] };
}

async function countFindings(db: Db, axes: Axes, counting: Counting): Promise<Figures> {
  const { rows, columns } = axes;
  const { released, view, at } = counting;
  const byStrand = columns.key === 'strand';
  if (narrows(view) || rows.key !== 'threatArea' || (columns.of === 'terms' && !byStrand))
    return spread(await profiledFindings(db, axes, counting), rows.headings, columns.headings);
  return {
    counted: await db.$queryRaw<Counted[]>(
      byStrand ? findingsByStrandSql(released) : findingsByPrioritySql(columns.key, released),
    ),
    facts: await db.$queryRaw<PlacedFacts[]>(
      byStrand ? factsByStrandSql(released, ukDay(at)) : factsByPrioritySql(columns.key, released, ukDay(at)),
    ),
  };
}
