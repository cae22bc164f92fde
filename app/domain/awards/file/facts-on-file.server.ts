import type { Db } from '~/platform/db.server';
import { isPerson, type Actor } from '../../actor';

export interface FactOnFile {
  name: string;
  at: Date;
  actor: string | null;
}

/**
 * Facts of a question that tell who asked, watched, showed interest or was invited: they stay out of its file,
 * since the asking side must not learn them.
 */
export const SHOWN = [
  'QuestionWasSubmittedForApproval',
  'QuestionWasReturned',
  'ApprovalWasGiven',
  'QuestionWasPublished',
  'QuestionWasReleased',
  'QuestionReleaseWasWithdrawn',
  'QuestionVisibilityWasChanged',
  'QuestionWasWithdrawn',
  'AddendumWasPublished',
  'OpenerDeputyWasNamed',
  'OpeningWasConfirmed',
  'BidsWereOpened',
];

/** Suspicions are for those who look after conflicts, on their own page. */
export const KEPT_APART = [
  'AttemptWasDenied',
  'ConflictsWereLookedFor',
  'ConflictsWereSuspected',
  'SuspicionWasDismissed',
];

/** The trail of a question, of its evaluation and of its awards, in the order in which things happened, without awards behind a wall. */
export function factsOnFile(db: Db, questionId: string, actor: Actor): Promise<FactOnFile[]> {
  const walled = isPerson(actor) ? actor.walls.flatMap(({ bidId }) => (bidId ? [bidId] : [])) : [];
  return db.$queryRaw<FactOnFile[]>`
    WITH told AS (
      SELECT id FROM award WHERE question_id = ${questionId}::uuid AND bid_id <> ALL(${walled}::uuid[]))
    SELECT f.name, f.at, p.name AS actor FROM fact f LEFT JOIN person p ON p.id = f.actor_id
    WHERE f.name <> ALL(${KEPT_APART}) AND (
      (f.noun = 'question' AND f.noun_id = ${questionId}::uuid
        AND (f.name = ANY(${SHOWN}) OR f.command LIKE 'evaluation.%' OR f.command LIKE 'awards.%'))
      OR (f.noun = 'award' AND f.noun_id IN (SELECT id FROM told))
      OR (f.noun = 'deliverable' AND f.noun_id IN (SELECT d.id FROM deliverable d
            JOIN milestone m ON m.id = d.milestone_id WHERE m.award_id IN (SELECT id FROM told))))
    ORDER BY f.number LIMIT 2000`;
}
