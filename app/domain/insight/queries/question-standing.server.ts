import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isPerson } from '../../actor';
import {
  questionAnnex,
  questionAnnexSql,
  type QuestionAnnexRow,
} from '../../knowledge/annexes/question-annex.server';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { referenceInput } from '../../reference-input';
import { toldAtSql } from '../../questions/question-state.server';
import { showCount } from '../../words';
import { answersSql, type AnswerLine } from '../chain/answers-sql.server';

export interface QuestionStanding {
  /** How bids fared on decided questions of the same route; null below three such questions. */
  odds: { questions: number; bids: number; awards: number } | null;
  /** The asker's own bid, never anybody else's. */
  ownBid: { reference: string; submitted: boolean } | null;
  annex: ReturnType<typeof questionAnnex>;
  answers: AnswerLine[];
}

const FEWEST = 3;

interface Row {
  questions: number;
  bids: number;
  awards: number;
  ownReference: string | null;
  ownSubmitted: boolean;
  annex: QuestionAnnexRow;
  answers: AnswerLine[];
}

/** What the page of a question takes from further down the chain. */
export const questionStanding = query({
  name: 'insight.question-standing',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => ({
    seen: questionsVisibleSql(actor, 'q'),
    personId: isPerson(actor) ? actor.id : null,
  }),
  read: async ({ db, actor, scope, input }): Promise<QuestionStanding | null> => {
    const [row] = await db.$queryRaw<Row[]>`
      WITH asked AS (SELECT q.id, q.route_id, ${questionAnnexSql(actor)} AS annex,
          ${answersSql(Prisma.sql`q.id`, actor)} AS answers
        FROM question q WHERE q.reference = ${input.reference} AND ${scope.seen}),
      fared AS (
        SELECT count(DISTINCT like_it.id)::int AS questions, count(DISTINCT b.id)::int AS bids,
          count(DISTINCT a.bid_id)::int AS awards
        FROM asked JOIN question like_it ON like_it.route_id = asked.route_id AND like_it.decided_at IS NOT NULL
            AND ${toldAtSql('like_it')} IS NOT NULL
          JOIN bid b ON b.question_id = like_it.id
          JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL
          LEFT JOIN award a ON a.bid_id = b.id AND a.withdrawn_at IS NULL AND a.notice_at IS NOT NULL
      )
      SELECT fared.*, asked.annex, asked.answers, own.reference AS "ownReference", coalesce(own.submitted, false) AS "ownSubmitted"
      FROM asked CROSS JOIN fared LEFT JOIN LATERAL (
        SELECT b.reference, EXISTS (SELECT FROM bid_submission s WHERE s.bid_id = b.id AND s.replaced_at IS NULL
            AND s.withdrawn_at IS NULL) AS submitted
        FROM bid b JOIN bid_member m ON m.bid_id = b.id AND m.person_id = ${scope.personId}::uuid
        WHERE b.question_id = asked.id AND b.withdrawn_at IS NULL ORDER BY b.id LIMIT 1
      ) own ON true`;
    if (!row) return null;
    const { questions, bids, awards, ownReference, ownSubmitted, annex, answers } = row;
    return {
      odds: questions >= FEWEST && bids > 0 ? { questions, bids, awards } : null,
      ownBid: ownReference ? { reference: ownReference, submitted: ownSubmitted } : null,
      annex: questionAnnex(actor, annex),
      answers,
    };
  },
});

/** `in 4 like it, 1 bid in 6 won`. */
export function showOdds(odds: QuestionStanding['odds']): string | null {
  if (!odds) return null;
  const { questions, bids, awards } = odds;
  if (awards === 0) return `in ${questions} like it, none of ${showCount(bids, 'bid')} won`;
  return `in ${questions} like it, 1 bid in ${Math.max(1, Math.round(bids / awards))} won`;
}
