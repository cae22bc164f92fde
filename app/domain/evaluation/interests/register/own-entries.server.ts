import type { Db } from '~/platform/db.server';
import type { OwnEntry } from './prefill';

/** The entries in force of one register, about people and organisations as they are called now. */
export const ownEntries = (db: Db, personId: string): Promise<OwnEntry[]> => db.$queryRaw<OwnEntry[]>`
  SELECT r.kind::text, coalesce(p.merged_into_id, p.id, o.merged_into_id, o.id) AS "aboutId",
    coalesce(p.name, o.name, r.about_name) AS name, r.note, r.from_on AS "fromOn", r.until_on AS "untilOn"
  FROM registered_interest r LEFT JOIN person p ON p.id = r.about_person_id
  LEFT JOIN organisation o ON o.id = r.about_organisation_id
  WHERE r.person_id = ${personId}::uuid AND r.ended_at IS NULL ORDER BY r.added_at, r.id`;
