import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { allow, hide } from '../../policy';
import { questionForShare } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { isOpenForExpressions } from '../expressions/expression';
import { ownExpression } from '../expressions/expression-standing.server';

/** Takes one's own expression back before its deadline; nobody reads it then. It can be sent again in time. */
export const withdrawExpression = command({
  name: 'expressions.withdraw',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, actor, input }) => {
    const question = await questionForShare(tx, input.reference);
    if (!question || !isPerson(actor)) return null;
    const { row } = await ownExpression(tx, question.id, actor.id);
    return row && { question, row };
  },
  authorise: (actor, { row }) => (isPerson(actor) && row.personId === actor.id ? allow : hide),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ loaded: { question, row }, now }) => {
    if (!isOpenForExpressions(question, now))
      return refuse('ExpressionsAreClosed', 'The deadline has passed, so it cannot be taken back.');
    if (row.withdrawnAt) return refuse('ExpressionIsWithdrawn', 'You have taken it back already.');
    return {
      change: { id: row.id, reference: question.reference },
      facts: [{ name: 'ExpressionWasWithdrawn', noun: 'question' as const, nounId: question.id }],
    };
  },
  save: async ({ tx, now }, { id, reference }) => {
    await tx.expression.update({ where: { id }, data: { withdrawnAt: now } });
    return { reference };
  },
});
