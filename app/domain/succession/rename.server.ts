import type { Db } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { ukDay } from '../uk-time';
import type { StoredReorganisation } from './reorganisation-rows.server';

export interface Turn {
  now: Date;
  byId: string;
}

/** The next version of an organisation: what it was called before stays in those before it, and citable. */
export async function addVersion(
  tx: Db,
  organisationId: string,
  changeNote: string,
  { now, byId }: Turn,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO organisation_version (id, organisation_id, number, content, change_note, holds_from, recorded_at, recorded_by_id)
    SELECT ${newId()}::uuid, o.id, COALESCE((SELECT max(v.number) FROM organisation_version v WHERE v.organisation_id = o.id), 0) + 1,
      jsonb_build_object('name', o.name, 'kind', o.kind, 'level', o.level, 'region', o.region, 'domains',
        ARRAY(SELECT d.domain FROM organisation_domain d WHERE d.organisation_id = o.id ORDER BY d.domain)),
      ${changeNote}, ${ukDay(now)}::date, ${now}, ${byId}::uuid
    FROM organisation o WHERE o.id = ${organisationId}::uuid`;
}

export async function renameOrganisation(
  tx: Db,
  { parts, formerName, newName, basis }: StoredReorganisation,
  turn: Turn,
): Promise<void> {
  const [part] = parts;
  if (!part || !newName) throw new Error('a name is given to one organisation');
  const id = part.organisationId;
  await tx.organisation.update({ where: { id }, data: { name: newName, revision: { increment: 1 } } });
  await addVersion(tx, id, `Renamed, formerly ${formerName ?? ''}: ${basis}`, turn);
}
