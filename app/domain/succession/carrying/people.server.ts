import type { Carry } from './move.server';

const none = () => [];

/** A name that the successor has already gets that of the organisation it comes from. */
export const carryTeams: Carry = (tx, { items, fromId, toId }) =>
  tx.$executeRaw`
    UPDATE team t SET organisation_id = ${toId}::uuid, name = CASE WHEN EXISTS (SELECT FROM team x
        WHERE x.organisation_id = ${toId}::uuid AND x.closed_at IS NULL AND lower(x.name) = lower(t.name))
      THEN t.name || ' (' || o.name || ')' ELSE t.name END
    FROM organisation o WHERE o.id = t.organisation_id AND t.organisation_id = ${fromId}::uuid
      AND t.id = ANY(${items}::uuid[])`.then(none);

export const carryDomains: Carry = (tx, { items, fromId, toId }) =>
  tx.organisationDomain
    .updateMany({
      where: { domain: { in: items }, organisationId: fromId },
      data: { organisationId: toId },
    })
    .then(none);

export const carryJoinRequests: Carry = (tx, { items, fromId, toId }) =>
  tx.joinRequest
    .updateMany({ where: { id: { in: items }, organisationId: fromId }, data: { organisationId: toId } })
    .then(none);

export const carryInvitations: Carry = (tx, { items, fromId, toId }) =>
  tx.invitation
    .updateMany({ where: { id: { in: items }, organisationId: fromId }, data: { organisationId: toId } })
    .then(none);

/** The spell ends and another begins; one that has not begun is with the successor from its start. */
export const carryAffiliations: Carry = async (tx, { items, fromId, toId, day, now }) => {
  await tx.$executeRaw`
    UPDATE affiliation SET organisation_id = ${toId}::uuid
    WHERE id = ANY(${items}::uuid[]) AND organisation_id = ${fromId}::uuid AND starts_on > ${day}::date`;
  const ended = await tx.$queryRaw<{ id: string }[]>`
    UPDATE affiliation SET ends_on = ${day}::date
    WHERE id = ANY(${items}::uuid[]) AND organisation_id = ${fromId}::uuid RETURNING id`;
  return tx.$queryRaw`
    WITH old AS (
      SELECT a.*, gen_random_uuid() AS next FROM affiliation a
      WHERE a.id = ANY(${ended.map(({ id }) => id)}::uuid[]) AND NOT EXISTS (SELECT FROM affiliation x
        WHERE x.person_id = a.person_id AND x.organisation_id = ${toId}::uuid AND x.ends_on IS NULL)
    ), made AS (
      INSERT INTO affiliation (id, person_id, organisation_id, post, starts_on, verified_at)
      SELECT next, person_id, ${toId}::uuid, post, ${day}::date,
        CASE WHEN verified_at IS NOT NULL THEN ${now}::timestamptz END FROM old)
    SELECT id::text AS item, next::text AS became FROM old`;
};

/** Where the successor is invited itself, one invitation is left. */
export const carryQuestionInvitations: Carry = async (tx, { items, fromId, toId, now, note }) => {
  await tx.$executeRaw`
    UPDATE question_invitation i SET declined_at = ${now}, decline_code = 'other', decline_words = ${note}
    WHERE i.id = ANY(${items}::uuid[]) AND i.organisation_id = ${fromId}::uuid AND EXISTS (
      SELECT FROM question_invitation x WHERE x.question_id = i.question_id AND x.organisation_id = ${toId}::uuid)`;
  await tx.questionInvitation.updateMany({
    where: { id: { in: items }, organisationId: fromId, declinedAt: null },
    data: { organisationId: toId },
  });
  return [];
};
