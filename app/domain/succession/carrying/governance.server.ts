import { newReference } from '../../new-reference.server';
import type { Carry } from './move.server';

/** The next version says who chairs now; those before keep who did. */
export const carryChairs: Carry = async (tx, { items, fromId, toId, day, now, byId, note }) => {
  await tx.$executeRaw`
    WITH moved AS (
      UPDATE governance_group SET chair_id = ${toId}::uuid, revision = revision + 1
      WHERE id = ANY(${items}::uuid[]) AND chair_id = ${fromId}::uuid RETURNING id)
    INSERT INTO group_version (group_id, number, content, change_note, holds_from, recorded_at, recorded_by_id)
    SELECT v.group_id, v.number + 1, v.content || jsonb_build_object('chair', o.name), ${note}, ${day}::date,
      ${now}::timestamptz, ${byId}::uuid
    FROM moved m JOIN group_version v ON v.group_id = m.id AND NOT EXISTS (
      SELECT FROM group_version x WHERE x.group_id = v.group_id AND x.number > v.number)
    JOIN organisation o ON o.id = ${toId}::uuid`;
  return [];
};

export const carryMemberships: Carry = async (tx, { items, fromId, toId, day }) => {
  const ended = await tx.$queryRaw<{ id: string }[]>`
    UPDATE group_member SET ends_on = greatest(starts_on, ${day}::date)
    WHERE id = ANY(${items}::uuid[]) AND organisation_id = ${fromId}::uuid AND ends_on IS NULL RETURNING id`;
  return tx.$queryRaw`
    WITH old AS (
      SELECT m.*, gen_random_uuid() AS next FROM group_member m
      WHERE m.id = ANY(${ended.map(({ id }) => id)}::uuid[]) AND NOT EXISTS (SELECT FROM group_member x
        WHERE x.group_id = m.group_id AND x.organisation_id = ${toId}::uuid AND x.ends_on IS NULL)
    ), made AS (
      INSERT INTO group_member (id, group_id, organisation_id, starts_on)
      SELECT next, group_id, ${toId}::uuid, ends_on FROM old)
    SELECT id::text AS item, next::text AS became FROM old`;
};

/**
 * One ends and the next begins on the same day, in one transaction: somebody is accountable throughout. A team stays
 * named where it belongs to the successor by now.
 */
export const carryResponsibilities: Carry = async (tx, { items, fromId, toId, day, now, byId, note }) => {
  const ended = await tx.$queryRaw<{ id: string }[]>`
    UPDATE responsibility SET ends_on = greatest(starts_on, ${day}::date), end_reason = ${note}
    WHERE id = ANY(${items}::uuid[]) AND organisation_id = ${fromId}::uuid AND ends_on IS NULL RETURNING id`;
  const ids = ended.map(({ id }) => id);
  const references = ids.map(() => newReference());
  return tx.$queryRaw`
    WITH old AS (
      SELECT r.*, gen_random_uuid() AS next,
        (SELECT t.id FROM team t WHERE t.id = r.team_id AND t.organisation_id = ${toId}::uuid) AS theirs
      FROM responsibility r WHERE r.id = ANY(${ids}::uuid[])
    ), going AS (
      SELECT o.* FROM old o WHERE NOT EXISTS (SELECT FROM responsibility x
        WHERE x.organisation_id = ${toId}::uuid AND x.role = o.role AND x.ends_on IS NULL
          AND x.team_id IS NOT DISTINCT FROM o.theirs
          AND coalesce(x.term_id, x.priority_id, x.question_id, x.item_id, x.decision_id)
            = coalesce(o.term_id, o.priority_id, o.question_id, o.item_id, o.decision_id))
    ), made AS (
      INSERT INTO responsibility (id, reference, role, term_id, priority_id, question_id, item_id, decision_id,
        organisation_id, team_id, level, note, starts_on, recorded_at, recorded_by_id)
      SELECT next, (${references}::text[])[row_number() OVER ()], role, term_id, priority_id, question_id, item_id, decision_id,
        ${toId}::uuid, theirs, level, note, ends_on, ${now}::timestamptz, ${byId}::uuid FROM going)
    SELECT id::text AS item, next::text AS became FROM going`;
};

export const carryCapabilities: Carry = async (tx, { items, fromId, toId, now, byId, note }) => {
  await tx.$executeRaw`
    WITH moved AS (
      UPDATE capability SET owner_id = ${toId}::uuid, revision = revision + 1
      WHERE id = ANY(${items}::uuid[]) AND owner_id = ${fromId}::uuid RETURNING id)
    INSERT INTO capability_version (capability_id, number, content, change_note, recorded_at, recorded_by_id)
    SELECT v.capability_id, v.number + 1, v.content || jsonb_build_object('owner', o.name), ${note},
      ${now}::timestamptz, ${byId}::uuid
    FROM moved m JOIN capability_version v ON v.capability_id = m.id AND NOT EXISTS (
      SELECT FROM capability_version x WHERE x.capability_id = v.capability_id AND x.number > v.number)
    JOIN organisation o ON o.id = ${toId}::uuid`;
  return [];
};

export const carryUses: Carry = async (tx, { items, fromId, toId }) => {
  const ids = items.map((item) => item.split(':')[0] ?? '');
  await tx.$executeRaw`
    INSERT INTO capability_user (capability_id, organisation_id)
    SELECT capability_id, ${toId}::uuid FROM capability_user
    WHERE capability_id = ANY(${ids}::uuid[]) AND organisation_id = ${fromId}::uuid ON CONFLICT DO NOTHING`;
  await tx.capabilityUser.deleteMany({ where: { capabilityId: { in: ids }, organisationId: fromId } });
  return items.map((item, place) => ({ item, became: `${ids[place]}:${toId}` }));
};
