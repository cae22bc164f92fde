import type { Db } from '~/platform/db.server';

/** Of these people, those who neither ask, sponsor, judge nor decide: whoever does is never told of a bid. */
export async function outsideTheHouse(db: Db, questionId: string, personIds: string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM person p JOIN question q ON q.id = ${questionId}::uuid
    WHERE p.id = ANY(${personIds}::uuid[])
      AND p.id NOT IN (q.author_id, coalesce(q.senior_responsible_owner_id, q.author_id), coalesce(q.budget_holder_id, q.author_id))
      AND NOT EXISTS (SELECT FROM team_membership t WHERE t.person_id = p.id AND t.ends_at IS NULL AND (t.team_id = q.team_id
        OR t.team_id IN (SELECT s.team_id FROM sponsorship s
                         WHERE s.question_id = q.id AND s.accepted_at IS NOT NULL AND s.ended_at IS NULL)))
      AND NOT EXISTS (SELECT FROM panel_membership m
        WHERE m.question_id = q.id AND m.person_id = p.id AND m.ended_at IS NULL)
      AND NOT EXISTS (SELECT FROM wall w WHERE w.question_id = q.id AND w.person_id = p.id AND w.lifted_at IS NULL)`;
  return rows.map(({ id }) => id);
}

/** Whether a letter may go to an address: it may where nobody of the house holds it. */
export async function mayBeWrittenTo(db: Db, questionId: string, address: string): Promise<boolean> {
  const holder = await db.personEmail.findUnique({ where: { address }, select: { personId: true } });
  return !holder || (await outsideTheHouse(db, questionId, [holder.personId])).length > 0;
}
