import { z } from 'zod';
import { isMember } from '../../actor';
import { competitionById } from '../load-competition.server';
import { headingOf, isSeen, judged } from '../seen-competition.server';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { isOfOwnOrganisation, mayJudgeExpressions, nameShown } from '../expressions/expression-policy';
import { openExpression } from '../../bids/expressions/expression-vault.server';
import { expressionInCompetition } from '../expressions/load-expression.server';

/** One expression as the panel reads it, after the deadline. Every read is a fact. */
export const expressionPage = query({
  name: 'expressions.one',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    const known = scope && (await expressionInCompetition(db, input.reference, competitionById));
    if (!known) return null;
    const { expression, competition, told } = known;
    const { question } = competition;
    // Before the deadline nobody but its author may know that it exists.
    if (!question.expressionsCloseAt || now < question.expressionsCloseAt) return null;
    const seen = judged(competition, mayJudgeExpressions(actor, competition, now));
    if (!isSeen(seen)) return seen;
    const [person, organisation] = await Promise.all([
      db.person.findUnique({ where: { id: expression.personId }, select: { name: true } }),
      expression.organisationId
        ? db.organisation.findUnique({ where: { id: expression.organisationId }, select: { name: true } })
        : null,
    ]);
    const { names, approach } = openExpression(expression);
    return {
      ...headingOf(competition),
      questionId: question.id,
      expression: input.reference,
      bidder: nameShown(competition, {
        reference: input.reference,
        bidder: [organisation?.name, person?.name].filter(Boolean).join(', '),
      }),
      criteria: question.expressionCriteria,
      approach,
      names: competition.hidesBidders ? 'Not shown while bidders are hidden from the panel.' : names,
      invited: expression.invited,
      reason: expression.reason,
      told,
      own: isOfOwnOrganisation(actor, expression),
    };
  },
  logged: (view) =>
    isSeen(view) ? { name: 'ExpressionWasRead', noun: 'question', nounId: view.questionId, data: {} } : null,
});
