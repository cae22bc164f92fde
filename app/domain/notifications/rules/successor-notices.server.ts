import type { Db } from '~/platform/db.server';
import { pages } from '../addresses';
import { rulesAbout } from './rule.server';

const about = rulesAbout((db: Db, { nounId }: { nounId: string }) =>
  db.prioritySet.findUnique({ where: { id: nounId }, select: { id: true, document: true } }),
);

/** Whoever rated for a set of the same kind that ended, where the redrawn one now covers the same threat areas. */
const ratersBefore = (db: Db, setId: string): Promise<{ id: string }[]> => db.$queryRaw`
  SELECT DISTINCT r.person_id AS id FROM priority_set s
    JOIN crosswalk c ON c.priority_set_id = s.id AND c.number = (
      SELECT max(number) FROM crosswalk WHERE priority_set_id = s.id)
    JOIN crosswalk_entry ne ON ne.crosswalk_id = c.id
    JOIN crosswalk_entry oe ON oe.term_id = ne.term_id
    JOIN priority o ON o.id = oe.priority_id
    JOIN priority_set before ON before.id = o.priority_set_id AND before.kind = s.kind
      AND before.ends_on < soundings.now()::date
    JOIN rating r ON r.priority_id = o.id
  WHERE s.id = ${setId}::uuid AND s.starts_on <= soundings.now()::date
    AND (s.ends_on IS NULL OR s.ends_on >= soundings.now()::date)
    AND NOT EXISTS (SELECT FROM rating x WHERE x.finding_id = r.finding_id AND x.person_id = r.person_id
                    AND x.priority_id = ne.priority_id)`;

export const successorNotices = [
  about('CrosswalkWasRedrawn', async ({ db, thing }) => ({
    personIds: (await ratersBefore(db, thing.id)).map(({ id }) => id),
    subject: `Rate again under ${thing.document}?`,
    body: 'You rated findings for priorities of a set that has ended. Others cover the same threat areas now; nothing was carried over.',
    path: pages.ratingSuggestions(),
  })),
];
