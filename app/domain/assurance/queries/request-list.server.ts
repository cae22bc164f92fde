import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isMember, type Actor } from '../../actor';
import { cursorInput } from '../../cursor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { isoDay } from '../../uk-time';
import { requestState, type InformationOutcome, type RequestState } from '../requests/information-request';
import { mayLog, mayReadLog } from '../requests/request-policy';

const MOST = 25;

interface Row {
  id: string;
  reference: string;
  words: string;
  receivedOn: Date;
  dueOn: Date;
  extendedTo: Date | null;
  outcome: InformationOutcome | null;
  outcomeOn: Date | null;
  waits: boolean;
  questions: string | null;
  sortedBy: Date;
}

export interface ListedRequest {
  reference: string;
  words: string;
  receivedOn: Date;
  lastDay: Date;
  state: RequestState;
  outcome: InformationOutcome | null;
  questions: string;
}

/** `maySeeRequest` as SQL over the request `r`. */
function seenBy(actor: Actor): Prisma.Sql | null {
  if (!isMember(actor) || !isAllowed(mayReadLog(actor))) return null;
  const teams = actor.teams.filter(({ roles }) => roles.includes('seniorResponsibleOwner'));
  const me = Prisma.sql`${actor.id}::uuid`;
  const owns = Prisma.sql`(q.author_id <> ${me} AND (q.senior_responsible_owner_id = ${me}
    OR q.team_id = ANY(${teams.map(({ teamId }) => teamId)}::uuid[])))`;
  const walled = actor.walls.map(({ questionId }) => questionId);
  const concerned = Prisma.sql`SELECT FROM information_request_question x JOIN question q ON q.id = x.question_id
    WHERE x.request_id = r.id`;
  const all = hasRole(actor, 'coordinator') || hasRole(actor, 'auditor');
  return Prisma.sql`(${all} OR EXISTS (${concerned} AND ${owns}))
    AND NOT EXISTS (${concerned} AND (q.id = ANY(${walled}::uuid[]) OR (NOT coalesce(${owns}, false)
      AND EXISTS (SELECT FROM soundings.involved_in(q.id) i WHERE i.person_id = ${me}))))`;
}

/** The log: what is open by its last day, the most overdue first; or what is closed, the latest first. */
export const requestList = query({
  name: 'assurance.request-list',
  input: z.strictObject({ closed: z.boolean(), after: cursorInput.optional() }),
  visibleTo: (actor) => ({ seen: seenBy(actor), mayLog: isAllowed(mayLog(actor)) }),
  read: async ({ db, scope, input, now }) => {
    if (!scope.seen) return null;
    const [at, id] = input.after?.split('_') ?? [];
    const [sort, order, passed] = input.closed
      ? [Prisma.sql`r.outcome_on`, Prisma.sql`DESC`, Prisma.sql`<`]
      : [Prisma.sql`coalesce(r.extended_to, r.due_on)`, Prisma.sql`ASC`, Prisma.sql`>`];
    const rows = await db.$queryRaw<Row[]>`
      SELECT r.id, r.reference, r.words, r.received_on AS "receivedOn", r.due_on AS "dueOn",
        r.extended_to AS "extendedTo", r.outcome::text, r.outcome_on AS "outcomeOn", ${sort} AS "sortedBy",
        EXISTS (SELECT FROM information_clarification c WHERE c.request_id = r.id AND c.answered_on IS NULL) AS waits,
        (SELECT string_agg(q.title, '; ' ORDER BY q.reference) FROM information_request_question x
          JOIN question q ON q.id = x.question_id WHERE x.request_id = r.id) AS questions
      FROM information_request r WHERE (r.closed_at IS NOT NULL) = ${input.closed} AND ${scope.seen}
        AND (${at ?? null}::date IS NULL OR (${sort}, r.id) ${passed} (${at ?? null}::date, ${id ?? null}::uuid))
      ORDER BY ${sort} ${order}, r.id ${order} LIMIT ${MOST + 1}`;
    const shown = rows.slice(0, MOST);
    const end = rows.length > MOST ? shown.at(-1) : undefined;
    return {
      mayLog: scope.mayLog,
      closed: input.closed,
      requests: shown.map((row): ListedRequest => ({
        reference: row.reference,
        words: row.words,
        receivedOn: row.receivedOn,
        lastDay: row.outcomeOn ?? row.sortedBy,
        state: requestState(row, now),
        outcome: row.outcome,
        questions: row.questions ?? '',
      })),
      next: end ? `${isoDay(end.sortedBy)}_${end.id}` : null,
    };
  },
});
