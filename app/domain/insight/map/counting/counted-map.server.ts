import type { Db } from '~/platform/db.server';
import type { PlacedFacts } from '../cells/cell-facts';
import { spread } from '../cells/profiles';
import type { Counted } from '../evidence-map';
import type { Axes } from './map-axes.server';
import type { Counting } from './map-items.server';
import { profiledFindings, profiledQuestions } from './profiled-items.server';

/** Questions are counted as they are, since who may read them differs; findings where it can be from the tallies. */
export async function countMap(
  db: Db,
  axes: Axes,
  counting: Counting,
): Promise<{ counted: Counted[]; facts: PlacedFacts[] }> {
  const { rows, columns } = axes;
  const profiles = [
    ...(await profiledQuestions(db, axes, counting)),
    ...(await profiledFindings(db, axes, counting)),
  ];
  return spread(profiles, rows.headings, columns.headings);
}
