import type { Db } from '~/platform/db.server';
import type { Person } from '../actor';
import { interestInFinding, kindOfInterest } from '../knowledge/interest-in-finding.server';
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
  const [row] = await db.$queryRaw<{ teamKinds: string[]; ownKinds: string[] }[]>`
    SELECT
      ARRAY(SELECT o.kind FROM organisation o WHERE o.id = ANY(${actor.teams.map((place) => place.organisationId)}::uuid[]))
        AS "teamKinds",
      ARRAY(SELECT o.kind FROM organisation o WHERE o.id = ANY(${actor.organisationIds}::uuid[])) AS "ownKinds"`;
  const interest = await interestInFinding(db, actor, findingId);
  const { teamKinds = [], ownKinds = [] } = row ?? {};
  return {
    role: raterRoleOf({ teamKinds, ownKinds, expert: actor.expert }),
    interest: kindOfInterest(interest),
    isUnnamedAuthor: interest.advised && !interest.named,
  };
}
