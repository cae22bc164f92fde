import { z } from 'zod';
import { isMember } from '../../actor';
import { headingOf, isSeen, judged } from '../seen-competition.server';
import { competitionFor } from '../load-competition.server';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { whatTellingWaitsFor } from '../../bids/expressions/expression';
import { mayJudgeExpressions, mayTell, nameShown } from '../expressions/expression-policy';

/** All expressions of a question for its panel, after their deadline. Before it, not even their number shows. */
export const expressionsPage = query({
  name: 'expressions.all',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    const competition = scope ? await competitionFor(db, input.reference) : null;
    if (!competition?.question.expressionsCloseAt) return null;
    const seen = judged(competition, mayJudgeExpressions(actor, competition, now));
    if (!isSeen(seen)) return seen;
    const { question } = competition;
    const rows = await db.$queryRaw<{ reference: string; bidder: string; invited: boolean | null }[]>`
      SELECT e.reference, concat_ws(', ', o.name, p.name) AS bidder, e.invited FROM expression e
      JOIN person p ON p.id = e.person_id LEFT JOIN organisation o ON o.id = e.organisation_id
      JOIN question q ON q.id = e.question_id AND q.expressions_close_at <= soundings.now()
      WHERE e.question_id = ${question.id}::uuid AND e.withdrawn_at IS NULL ORDER BY e.reference`;
    const told = await db.expressionRound.findUnique({ where: { questionId: question.id } });
    return {
      ...headingOf(competition),
      criteria: question.expressionCriteria,
      expressions: rows.map((row) => ({ ...row, bidder: nameShown(competition, row) })),
      toldAt: told?.toldAt ?? null,
      waits: whatTellingWaitsFor(rows, true),
      may: { tell: !told && isAllowed(mayTell(actor, competition, now)) },
    };
  },
});
