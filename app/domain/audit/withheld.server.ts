import { Prisma } from '~/platform/generated/prisma/client';
import { toldAtSql } from '../questions/question-state.server';

/** What may be told of a competition whose decision is not told yet: what its own page tells everybody anyway. */
const TOLD_BEFORE_DECISION = [
  'QuestionWasPublished',
  'QuestionWasWithdrawn',
  'AddendumWasPublished',
  'ClarificationWasAnswered',
  'QuestionHasClosed',
  'ExpressionsHaveClosed',
  'BidsWereOpened',
  'QuestionWasReleased',
  'QuestionReleaseWasWithdrawn',
];

/** The question that fact `f` belongs to, or NULL. */
const questionOfFact = Prisma.sql`CASE f.noun
  WHEN 'question' THEN f.noun_id
  WHEN 'bid' THEN (SELECT b.question_id FROM bid b WHERE b.id = f.noun_id)
  WHEN 'clarification' THEN (SELECT c.question_id FROM clarification c WHERE c.id = f.noun_id)
  WHEN 'adviceAnswer' THEN (SELECT a.question_id FROM advice_answer a WHERE a.id = f.noun_id)
  WHEN 'award' THEN (SELECT w.question_id FROM award w WHERE w.id = f.noun_id)
END`;

/**
 * True of a fact (alias `f`) that nobody reads in the trail yet: it belongs to a question that is neither answered
 * nor withdrawn and of which no decision is told, or to a bid that was discarded. That a bid exists is itself secret,
 * so these rows are left out of lists, counts and downloads alike.
 */
export const withheldSql: Prisma.Sql = Prisma.sql`(
  NOT f.name = ANY(${TOLD_BEFORE_DECISION}) AND (
    EXISTS (SELECT FROM question undecided WHERE undecided.id = ${questionOfFact}
            AND coalesce(undecided.answered_at, undecided.withdrawn_at) IS NULL
            AND (undecided.decided_at IS NULL OR ${toldAtSql('undecided')} IS NULL))
    OR (f.noun = 'bid' AND NOT EXISTS (SELECT FROM bid gone WHERE gone.id = f.noun_id))))`;
