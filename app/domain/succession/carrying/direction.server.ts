import { newReference } from '../../new-reference.server';
import type { Carry } from './move.server';

const none = () => [];

export const carryMeasures: Carry = (tx, { items, fromId, toId }) =>
  tx.$executeRaw`UPDATE measure SET organisation_id = ${toId}::uuid, revision = revision + 1
    WHERE id = ANY(${items}::uuid[]) AND organisation_id = ${fromId}::uuid`.then(none);

export const carryDatasets: Carry = (tx, { items, fromId, toId }) =>
  tx.dataset
    .updateMany({ where: { id: { in: items }, organisationId: fromId }, data: { organisationId: toId } })
    .then(none);

export const carryPrioritySets: Carry = (tx, { items, fromId, toId }) =>
  tx.prioritySet
    .updateMany({
      where: { id: { in: items }, ownerOrganisationId: fromId },
      data: { ownerOrganisationId: toId },
    })
    .then(none);

/** What it followed ends with it; the successor follows it from the next day on, unless it does already. */
export const carryFollowings: Carry = async (tx, { items, fromId, toId, day, now, byId, note }) => {
  const ended = await tx.$queryRaw<{ id: string; until: Date | null }[]>`
    WITH old AS (SELECT id, ends_on FROM following WHERE id = ANY(${items}::uuid[])
      AND organisation_id = ${fromId}::uuid AND ended_at IS NULL FOR UPDATE)
    UPDATE following f SET ends_on = greatest(f.starts_on, ${day}::date), ended_at = ${now}, ended_by_id = ${byId}::uuid,
      ended_why = ${note} FROM old WHERE old.id = f.id RETURNING f.id, old.ends_on AS until`;
  const became: { item: string; became: string }[] = [];
  for (const { id, until } of ended)
    became.push(
      ...(await tx.$queryRaw<{ item: string; became: string }[]>`
        INSERT INTO following (id, reference, organisation_id, framework_id, priority_set_id, starts_on, ends_on, note,
          declared_by_id, declared_at)
        SELECT gen_random_uuid(), ${newReference()}, ${toId}::uuid, f.framework_id, f.priority_set_id,
          greatest(f.starts_on, ${day}::date), ${until}::date, f.note, ${byId}::uuid, ${now}::timestamptz
        FROM following f WHERE f.id = ${id}::uuid AND NOT EXISTS (SELECT FROM following x
          WHERE x.organisation_id = ${toId}::uuid AND x.framework_id IS NOT DISTINCT FROM f.framework_id
            AND x.priority_set_id IS NOT DISTINCT FROM f.priority_set_id
            AND (x.ends_on IS NULL OR x.ends_on >= ${day}::date))
        RETURNING ${id}::text AS item, id::text AS became`),
    );
  return became;
};

/** The next version names the successor; those before keep who answered for it. */
export const carryObjectives: Carry = async (tx, { items, fromId, toId, now, byId, note }) => {
  await tx.$executeRaw`
    WITH last AS (
      SELECT v.*, gen_random_uuid() AS next FROM objective_version v
      WHERE v.framework_item_id = ANY(${items}::uuid[]) AND v.owner_organisation_id = ${fromId}::uuid AND NOT EXISTS (
        SELECT FROM objective_version x WHERE x.framework_item_id = v.framework_item_id AND x.number > v.number)
    ), made AS (
      INSERT INTO objective_version (id, framework_item_id, number, owner_organisation_id, owner_words, measure,
        cost_pounds, due_on, rationale, change_note, recorded_by_id, recorded_at)
      SELECT next, framework_item_id, number + 1, ${toId}::uuid, owner_words, measure, cost_pounds, due_on, rationale,
        ${note}, ${byId}::uuid, ${now}::timestamptz FROM last)
    INSERT INTO objective_area (objective_version_id, term_id)
    SELECT l.next, a.term_id FROM last l JOIN objective_area a ON a.objective_version_id = l.id`;
  return [];
};
