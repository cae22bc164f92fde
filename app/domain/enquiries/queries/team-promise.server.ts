import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { addDays, ukDay } from '../../uk-time';
import { promisedDays } from '../enquiry-loading.server';
import { mayAskTeam, mayPromise, type TeamForEnquiry } from '../enquiry-policy';
import type { Kept, ReplyPromise } from '../reply-promise';

export interface TeamPromise extends ReplyPromise {
  reference: string;
  name: string;
  may: { ask: boolean; promise: boolean };
}

const DAYS_COUNTED = 365;

/** What a team promises and how it kept that, for the network: one number a team, and never whose enquiry. */
export const teamPromise = query({
  name: 'enquiries.team-promise',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => ({
    reads: isMember(actor),
    may: (team: TeamForEnquiry) => ({
      ask: isAllowed(mayAskTeam(actor, team)),
      promise: isAllowed(mayPromise(actor, team)),
    }),
  }),
  read: async ({ db, scope, input, now }): Promise<TeamPromise | null> => {
    const team = scope.reads && (await db.team.findUnique({ where: { reference: input.reference } }));
    if (!team) return null;
    const { id, reference, name } = team;
    const workingDays = await promisedDays(db, id);
    return { reference, name, workingDays, kept: await keptBy(db, id, now), may: scope.may(team) };
  },
});

/** Of what fell due in twelve months: an enquiry that was closed before anybody answered does not count. */
async function keptBy(db: Db, teamId: string, now: Date): Promise<Kept> {
  const today = ukDay(now);
  const [row] = await db.$queryRaw<Kept[]>`
    SELECT count(*)::int AS due,
      count(*) FILTER (WHERE (m.answered_at AT TIME ZONE 'Europe/London')::date <= m.due_on)::int AS kept
    FROM enquiry_message m JOIN enquiry e ON e.id = m.enquiry_id
    WHERE e.team_id = ${teamId}::uuid AND m.due_on >= ${addDays(today, -DAYS_COUNTED)}::date
      AND (m.answered_at IS NOT NULL OR (e.closed_at IS NULL AND m.due_on < ${today}::date))`;
  return row ?? { kept: 0, due: 0 };
}
