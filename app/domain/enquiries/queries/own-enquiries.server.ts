import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isMember, type Actor } from '../../actor';
import { cursorInput } from '../../cursor';
import { query } from '../../query.server';
import { ukDay } from '../../uk-time';
import { enquiryState, type EnquiryState } from '../enquiry';

export interface ListedEnquiry {
  reference: string;
  subject: string;
  team: string;
  asker: string;
  own: boolean;
  state: EnquiryState;
  lastAt: Date;
  dueOn: Date | null;
  overdue: boolean;
}

const MOST = 25;

interface Row extends Omit<ListedEnquiry, 'state' | 'overdue'> {
  id: string;
  closedAt: Date | null;
  lastFromTeam: boolean;
}

const SPEAKS = ['author', 'seniorResponsibleOwner'];

/** Enquiries that one made or that one's teams were asked; for coordinators, those that wait past their day too. */
function seenBy(actor: Actor, today: Date): Prisma.Sql | null {
  if (!isMember(actor)) return null;
  const teams = actor.teams.filter(({ roles }) => roles.some((role) => SPEAKS.includes(role)));
  const late = hasRole(actor, 'coordinator')
    ? Prisma.sql`e.closed_at IS NULL AND waits.due_on < ${today}::date`
    : Prisma.sql`false`;
  return Prisma.sql`(e.asker_id = ${actor.id}::uuid OR e.team_id = ANY(${teams.map(({ teamId }) => teamId)}::uuid[]) OR ${late})`;
}

export const ownEnquiries = query({
  name: 'enquiries.own',
  input: z.strictObject({ after: cursorInput.optional() }),
  visibleTo: (actor) => ({
    seen: (now: Date) => seenBy(actor, ukDay(now)),
    personId: isMember(actor) ? actor.id : null,
  }),
  read: async ({
    db,
    scope,
    input,
    now,
  }): Promise<{ enquiries: ListedEnquiry[]; next: string | null } | null> => {
    const seen = scope.seen(now);
    if (!seen) return null;
    const [at, id] = input.after?.split('_') ?? [];
    const rows = await db.$queryRaw<Row[]>`
      SELECT e.id, e.reference, e.subject, t.name AS team, p.name AS asker, e.asker_id = ${scope.personId}::uuid AS own,
        e.closed_at AS "closedAt", e.last_at AS "lastAt", waits.due_on AS "dueOn", last.from_team AS "lastFromTeam"
      FROM enquiry e JOIN team t ON t.id = e.team_id JOIN person p ON p.id = e.asker_id
      CROSS JOIN LATERAL (SELECT m.from_team FROM enquiry_message m WHERE m.enquiry_id = e.id
        ORDER BY m.sent_at DESC, m.id DESC LIMIT 1) last
      LEFT JOIN enquiry_message waits ON waits.enquiry_id = e.id AND waits.due_on IS NOT NULL AND waits.answered_at IS NULL
      WHERE ${seen} AND (${at ?? null}::timestamptz IS NULL OR (e.last_at, e.id) < (${at ?? null}::timestamptz, ${id ?? null}::uuid))
      ORDER BY e.last_at DESC, e.id DESC LIMIT ${MOST + 1}`;
    const shown = rows.slice(0, MOST);
    const end = rows.length > MOST ? shown.at(-1) : undefined;
    return {
      enquiries: shown.map(({ id: _id, closedAt, lastFromTeam, ...row }) => {
        const state = enquiryState(closedAt, lastFromTeam);
        const waits = state === 'awaitingTeam' ? row.dueOn : null;
        return { ...row, state, dueOn: waits, overdue: waits !== null && waits < ukDay(now) };
      }),
      next: end ? `${end.lastAt.toISOString()}_${end.id}` : null,
    };
  },
});
