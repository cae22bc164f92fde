import type { Db } from '~/platform/db.server';
import { isPerson, type Actor } from '../../actor';
import { isoDay } from '../../uk-time';
import type { Holidays } from '../../questions/working-days';
import type { InformationOutcome } from './information-request';
import type { ConcernedQuestion } from './request-policy';

export interface RequestRecord {
  id: string;
  reference: string;
  words: string;
  receivedOn: Date;
  loggedAt: Date;
  loggedBy: string;
  dueOn: Date;
  extendedTo: Date | null;
  extensionReason: string | null;
  outcome: InformationOutcome | null;
  outcomeOn: Date | null;
  outcomeWords: string;
  closedAt: Date | null;
  /** Something asked of the requester is not answered. */
  waits: boolean;
  questions: (ConcernedQuestion & { reference: string; title: string })[];
}

/** A request with what its policy needs of each question; `locked` for a command. */
export async function requestRecord(
  db: Db,
  actor: Actor,
  reference: string,
  { locked = false } = {},
): Promise<RequestRecord | null> {
  if (locked) await db.$queryRaw`SELECT FROM information_request WHERE reference = ${reference} FOR UPDATE`;
  const actorId = isPerson(actor) ? actor.id : null;
  const [row] = await db.$queryRaw<RequestRecord[]>`
    SELECT r.id, r.reference, r.words, r.received_on AS "receivedOn", r.logged_at AS "loggedAt", p.name AS "loggedBy",
      r.due_on AS "dueOn", r.extended_to AS "extendedTo", r.extension_reason AS "extensionReason", r.outcome::text,
      r.outcome_on AS "outcomeOn", r.outcome_words AS "outcomeWords", r.closed_at AS "closedAt",
      EXISTS (SELECT FROM information_clarification c WHERE c.request_id = r.id AND c.answered_on IS NULL) AS waits,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', q.id, 'reference', q.reference, 'title', q.title,
          'teamId', q.team_id, 'authorId', q.author_id, 'seniorResponsibleOwnerId', q.senior_responsible_owner_id,
          'involved', EXISTS (SELECT FROM soundings.involved_in(q.id) i WHERE i.person_id = ${actorId}::uuid))
          ORDER BY q.reference)
        FROM information_request_question x JOIN question q ON q.id = x.question_id
        WHERE x.request_id = r.id), '[]') AS questions
    FROM information_request r JOIN person p ON p.id = r.logged_by_id WHERE r.reference = ${reference}`;
  return row ?? null;
}

/** Questions by reference as the policy of a request needs them. */
export function concernedQuestions(
  db: Db,
  actor: Actor,
  references: string[],
): Promise<(ConcernedQuestion & { reference: string })[]> {
  const actorId = isPerson(actor) ? actor.id : null;
  return db.$queryRaw`
    SELECT q.id, q.reference, q.team_id AS "teamId", q.author_id AS "authorId",
      q.senior_responsible_owner_id AS "seniorResponsibleOwnerId",
      EXISTS (SELECT FROM soundings.involved_in(q.id) i WHERE i.person_id = ${actorId}::uuid) AS involved
    FROM question q WHERE q.reference = ANY(${references}) AND q.published_at IS NOT NULL`;
}

/** Days that are no working days under section 10(6): bank holidays in any part of the United Kingdom. */
export async function holidaysOfTheAct(db: Db): Promise<Holidays> {
  const rows = await db.bankHoliday.findMany({ distinct: ['day'], select: { day: true } });
  return new Set(rows.map(({ day }) => isoDay(day)));
}
