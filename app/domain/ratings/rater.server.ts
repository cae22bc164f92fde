import type { Db } from '~/platform/db.server';
import type { Person } from '../actor';
import { raterRoleOf, type RaterRole } from './rating';

export interface Rater {
  role: RaterRole;
  /** Why this person's rating is shown but not counted, if so. */
  interest: 'author' | 'asked' | null;
  /** Wrote the advice but agreed to publish it without a name: a rating would give it away. */
  isUnnamedAuthor: boolean;
}

/** What the records say of a rater: the side they rate from and the interest they have. */
export async function raterOf(db: Db, actor: Person, findingId: string): Promise<Rater> {
  const [row] = await db.$queryRaw<
    {
      teamKinds: string[];
      ownKinds: string[];
      authored: boolean;
      advised: boolean;
      named: boolean;
      asked: boolean;
    }[]
  >`
    SELECT
      ARRAY(SELECT o.kind FROM organisation o WHERE o.id = ANY(${actor.teams.map((place) => place.organisationId)}::uuid[]))
        AS "teamKinds",
      ARRAY(SELECT o.kind FROM organisation o WHERE o.id = ANY(${actor.organisationIds}::uuid[])) AS "ownKinds",
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
  const { teamKinds, ownKinds, authored, advised, named, asked } = row;
  return {
    role: raterRoleOf({ teamKinds, ownKinds, expert: actor.expert }),
    interest: authored || advised ? 'author' : asked ? 'asked' : null,
    isUnnamedAuthor: advised && !named,
  };
}
