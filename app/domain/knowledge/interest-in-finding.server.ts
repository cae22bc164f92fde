import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Person } from '../actor';

export interface Interest {
  /** Is one of its authors, or was of the bid that it came from. */
  authored: boolean;
  /** Wrote the advice that it came from, named or not. */
  advised: boolean;
  /** Agreed to be named as the author of that advice. */
  named: boolean;
  /** Is of the team whose question it answers. */
  asked: boolean;
}

/** Whether the records say that a finding, under this alias, is a person's own work or what their team asked for. */
export function ownInterestSql(actor: Person, alias: string): Prisma.Sql {
  const f = Prisma.raw(alias);
  const me = Prisma.sql`${actor.id}::uuid`;
  return Prisma.sql`(
    EXISTS (SELECT FROM finding_version v JOIN finding_author a ON a.version_id = v.id
      WHERE v.finding_id = ${f}.id AND a.person_id = ${me})
    OR EXISTS (SELECT FROM award w JOIN bid b ON b.id = w.bid_id LEFT JOIN bid_member m ON m.bid_id = b.id
      WHERE w.id = ${f}.award_id AND ${me} IN (b.lead_id, m.person_id))
    OR EXISTS (SELECT FROM advice_answer aa WHERE aa.id = ${f}.advice_answer_id AND aa.person_id = ${me})
    OR EXISTS (SELECT FROM question asked WHERE asked.id = ${f}.question_id
      AND asked.team_id = ANY(${actor.teams.map(({ teamId }) => teamId)}::uuid[])))`;
}

/** What the records say of a person's own interest in a finding. */
export async function interestInFinding(db: Db, actor: Person, findingId: string): Promise<Interest> {
  const [row] = await db.$queryRaw<Interest[]>`
    SELECT
      (EXISTS (SELECT FROM finding_version v JOIN finding_author a ON a.version_id = v.id
               WHERE v.finding_id = f.id AND a.person_id = ${actor.id}::uuid)
       OR EXISTS (SELECT FROM award w JOIN bid_member m ON m.bid_id = w.bid_id
                  WHERE w.id = f.award_id AND m.person_id = ${actor.id}::uuid)
       OR EXISTS (SELECT FROM award w JOIN bid b ON b.id = w.bid_id
                  WHERE w.id = f.award_id AND b.lead_id = ${actor.id}::uuid)) AS authored,
      COALESCE(aa.person_id = ${actor.id}::uuid, false) AS advised,
      COALESCE(aa.consent_named, false) AS named,
      COALESCE(q.team_id = ANY(${actor.teams.map((place) => place.teamId)}::uuid[]), false) AS asked
    FROM finding f
      LEFT JOIN advice_answer aa ON aa.id = f.advice_answer_id
      LEFT JOIN question q ON q.id = f.question_id
    WHERE f.id = ${findingId}::uuid`;
  if (!row) throw new Error('no such finding');
  return row;
}

export const kindOfInterest = ({ authored, advised, asked }: Interest): 'author' | 'asked' | null => {
  if (authored || advised) return 'author';
  return asked ? 'asked' : null;
};
