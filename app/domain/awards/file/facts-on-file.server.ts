import type { Db } from '~/platform/db.server';

export interface FactOnFile {
  name: string;
  at: Date;
  actor: string | null;
}

/**
 * Facts of a question that tell who asked, watched, showed interest or was invited: they stay out of its file,
 * since the asking side must not learn them.
 */
const SHOWN = [
  'QuestionWasSubmittedForApproval',
  'QuestionWasReturned',
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

/** The trail of a question, of its evaluation and of its awards, in the order in which things happened. */
export const factsOnFile = (db: Db, questionId: string): Promise<FactOnFile[]> => db.$queryRaw<FactOnFile[]>`
  SELECT f.name, f.at, p.name AS actor FROM fact f LEFT JOIN person p ON p.id = f.actor_id
  WHERE f.name <> 'AttemptWasDenied' AND (
    (f.noun = 'question' AND f.noun_id = ${questionId}::uuid
      AND (f.name = ANY(${SHOWN}) OR f.command LIKE 'evaluation.%' OR f.command LIKE 'awards.%'))
    OR (f.noun = 'award' AND f.noun_id IN (SELECT id FROM award WHERE question_id = ${questionId}::uuid))
    OR (f.noun = 'deliverable' AND f.noun_id IN (SELECT d.id FROM deliverable d JOIN milestone m ON m.id = d.milestone_id
          JOIN award a ON a.id = m.award_id WHERE a.question_id = ${questionId}::uuid)))
  ORDER BY f.number LIMIT 2000`;
