import { z } from 'zod';
import { hasRole, isMember, type Actor } from '../../actor';
import type { Db } from '~/platform/db.server';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { isoDay, ukDay } from '../../uk-time';
import { divergences, frameworksApart, type Follower } from '../following/divergence';
import { mayDeclare, mayReadFollowings } from '../following/following-policy';
import { knownUntil } from '../../taxonomy/known-until.server';
import { calledThenSql } from '../on-day/organisations-then.server';
import { loadSetsOnDay } from '../on-day/sets-on-day.server';

const MOST = 500;

interface Row extends Follower {
  organisationId: string;
}

/** Who follows what on a day, as it was known then, and where that parts. */
export const followingOnDay = query({
  name: 'strategy.followingOnDay',
  input: z.strictObject({ on: optionalDayInput() }),
  visibleTo: (actor) => mayReadFollowings(actor),
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope)) return null;
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const rows = await followersOn(db, { day, until });
    const sets = await loadSetsOnDay(db, until);
    return {
      day,
      asked: input.on !== undefined,
      followers: rows.map(({ organisationId, ...row }) => ({
        ...row,
        mayEnd: input.on === undefined && answersFor(actor, organisationId),
      })),
      apart: divergences(rows, sets),
      frameworks: frameworksApart(rows),
      may: { declare: isAllowed(mayDeclare(actor)) },
    };
  },
});

const answersFor = (actor: Actor, organisationId: string): boolean =>
  hasRole(actor, 'coordinator') ||
  (isMember(actor) &&
    actor.teams.some(
      (team) => team.organisationId === organisationId && team.roles.includes('seniorResponsibleOwner'),
    ));

/** Before an end was recorded, what was declared until then. */
const followersOn = (db: Db, { day, until }: { day: Date; until: Date }): Promise<Row[]> => db.$queryRaw<
  Row[]
>`
  SELECT f.reference, f.organisation_id AS "organisationId", ${calledThenSql('organisation', 'o', until)} AS organisation, o.slug AS "organisationSlug",
    CASE WHEN w.id IS NOT NULL THEN jsonb_build_object('slug', w.slug, 'document', w.document) END AS framework,
    CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('slug', s.slug, 'document', s.document) END AS set,
    f.starts_on AS "startsOn", held.ends_on AS "endsOn", f.note
  FROM following f JOIN organisation o ON o.id = f.organisation_id
  LEFT JOIN framework w ON w.id = f.framework_id LEFT JOIN priority_set s ON s.id = f.priority_set_id
  CROSS JOIN LATERAL (SELECT CASE WHEN f.ended_at < ${until} THEN f.ends_on ELSE f.declared_until END AS ends_on) held
  WHERE f.declared_at < ${until} AND f.starts_on <= ${isoDay(day)}::date
    AND coalesce(held.ends_on >= ${isoDay(day)}::date, true)
  ORDER BY organisation, f.starts_on, f.id LIMIT ${MOST}`;
