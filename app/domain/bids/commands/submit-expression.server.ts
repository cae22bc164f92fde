import { z } from 'zod';
import { isPerson } from '../../actor';
import { mayStart } from '../bid-policy';
import { standingOf } from '../eligibility/eligibility';
import { eligibilityFor } from '../eligibility/load-eligibility.server';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { questionForShare } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { isOpenForExpressions, tooLong } from '../expressions/expression';
import { ownExpression } from '../expressions/expression-standing.server';
import { sealExpression } from '../expressions/expression-vault.server';

/** Sends an expression of interest, or replaces one's own; it counts if it is in before its deadline. */
export const submitExpression = command({
  name: 'expressions.submit',
  input: z.strictObject({
    /** Of the question. */
    reference: referenceInput,
    organisation: z.string({ error: 'Choose who you would bid for' }).max(20),
    names: textInput('Name who would do the work', 2000),
    approach: textInput('Say how you would go about it', 20_000),
  }),
  load: async ({ tx, actor, input: { reference, organisation } }) => {
    const question = await questionForShare(tx, reference);
    if (!question || !isPerson(actor)) return null;
    const chosen = await tx.organisation.findFirst({
      where: { reference: organisation, id: { in: actor.organisationIds } },
      select: { id: true },
    });
    const { asked, last } = await eligibilityFor(tx, question, actor.id);
    return {
      question,
      eligibility: standingOf(asked, last),
      organisationId: chosen?.id ?? null,
      known: organisation === 'independent' || chosen !== null,
      own: (await ownExpression(tx, question.id, actor.id)).row,
    };
  },
  authorise: (actor, { question }) => mayStart(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input, loaded, actor, now, newId, newReference }) => {
    const { question, eligibility, organisationId, known, own } = loaded;
    if (!isOpenForExpressions(question, now))
      return refuse('ExpressionsAreClosed', 'Expressions of interest are not taken now. Nothing was sent.');
    if (eligibility === 'toConfirm' || eligibility === 'ineligible')
      return refuse('EligibilityIsNotConfirmed', 'Confirm first that you may bid for this question.');
    if (!known)
      return refuseField('OrganisationIsUnknown', 'organisation', 'Choose one of your organisations');
    const long = tooLong(input.approach, question.expressionWords ?? Infinity);
    if (long) return refuseField('ApproachIsTooLong', 'approach', long);
    const id = own?.id ?? newId();
    const row = { id, organisationId, submittedAt: now, withdrawnAt: null };
    return {
      change: {
        row: { ...row, ...sealExpression(id, { names: input.names, approach: input.approach }) },
        question,
        fresh: own
          ? null
          : { reference: newReference(), questionId: question.id, personId: isPerson(actor) ? actor.id : '' },
      },
      facts: [{ name: 'ExpressionWasSubmitted', noun: 'question' as const, nounId: question.id }],
    };
  },
  save: async ({ tx }, { row, question, fresh }) => {
    if (fresh) await tx.expression.create({ data: { ...row, ...fresh } });
    else await tx.expression.update({ where: { id: row.id }, data: { ...row, revision: { increment: 1 } } });
    return { reference: question.reference };
  },
});
