import { z } from 'zod';
import { hasRole, isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayDeclare } from '../following/following-policy';
import { showPeriod } from '../written-date';

const MOST = 1000;

interface Choice {
  value: string;
  text: string;
}

/** What the form offers: organisations one may speak for, frameworks and priority sets. */
export const followable = query({
  name: 'strategy.followable',
  input: z.strictObject({}),
  visibleTo: (actor) => ({
    may: mayDeclare(actor),
    all: hasRole(actor, 'coordinator'),
    own: isMember(actor)
      ? actor.teams
          .filter(({ roles }) => roles.includes('seniorResponsibleOwner'))
          .map(({ organisationId }) => organisationId)
      : [],
  }),
  read: async ({ db, scope }) => {
    if (!isAllowed(scope.may)) return null;
    const organisations = await db.$queryRaw<Choice[]>`
      SELECT slug AS value, name AS text FROM organisation WHERE closed_at IS NULL AND merged_into_id IS NULL
        AND (${scope.all} OR id = ANY(${scope.own}::uuid[])) ORDER BY name, slug LIMIT ${MOST}`;
    const rows = await db.$queryRaw<
      { value: string; document: string; starts: string; ends: string | null }[]
    >`
      SELECT 'framework:' || slug AS value, document, starts_written AS starts, ends_written AS ends, starts_on
        FROM framework
      UNION ALL SELECT 'set:' || slug, document, starts_written, ends_written, starts_on FROM priority_set
      ORDER BY starts_on DESC, value LIMIT ${MOST}`;
    const followed = rows.map(({ value, document, starts, ends }) => ({
      value,
      text: `${document}, ${showPeriod(starts, ends)}`,
    }));
    return { organisations, followed };
  },
});
