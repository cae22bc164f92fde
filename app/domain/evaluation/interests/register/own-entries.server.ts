import type { Db } from '~/platform/db.server';
import { BODIES } from '../bodies.server';
import type { OwnEntry } from './prefill';

/** The entries in force of one register, about people and organisations as they are called now. */
export const ownEntries = (db: Db, personId: string): Promise<OwnEntry[]> => db.$queryRaw<OwnEntry[]>`
  WITH ${BODIES}
  SELECT r.kind::text, coalesce(p.name, o.name, r.about_name) AS name, r.note, r.from_on AS "fromOn",
    r.until_on AS "untilOn", CASE WHEN p.id IS NOT NULL THEN ARRAY[coalesce(p.merged_into_id, p.id)]::text[]
      ELSE ARRAY(SELECT b.id FROM body b WHERE b.one IN (SELECT x.one FROM body x WHERE x.id = o.id))::text[]
    END AS "aboutIds"
  FROM registered_interest r LEFT JOIN person p ON p.id = r.about_person_id
  LEFT JOIN organisation o ON o.id = r.about_organisation_id
  WHERE r.person_id = ${personId}::uuid AND r.ended_at IS NULL ORDER BY r.added_at, r.id`;
