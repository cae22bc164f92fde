import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { lockedCompetitionById } from '../load-competition.server';
import { textInput } from '../../form-inputs';
import { soundingsNow } from '~/platform/clock.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { isOfOwnOrganisation, mayJudgeExpressions } from '../expressions/expression-policy';
import { expressionInCompetition } from '../expressions/load-expression.server';

/** One of the panel says whether somebody is invited to bid in full, and why. It shows once everybody is told. */
export const judgeExpression = command({
  name: 'expressions.judge',
  input: z.strictObject({
    reference: referenceInput,
    invited: z.enum(['yes', 'no'], { error: 'Say whether to invite a full bid' }),
    reason: textInput('Say why, by the published criteria', 2000),
  }),
  load: async ({ tx, input }) => {
    const known = await expressionInCompetition(tx, input.reference, lockedCompetitionById);
    const now = await soundingsNow(tx);
    const closesAt = known?.competition.question.expressionsCloseAt;
    // Before the deadline nobody but its author may know that it exists.
    return closesAt && now >= closesAt ? { ...known, now } : null;
  },
  authorise: (actor, { competition, now }) => mayJudgeExpressions(actor, competition, now),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { expression, competition, told }, actor }) => {
    if (told) return refuse('ExpressionsAreTold', 'Everybody has been told, so nothing changes any more.');
    if (isOfOwnOrganisation(actor, expression))
      return refuse(
        'OrganisationIsOwn',
        'It comes from your own organisation. Another of the panel judges it.',
      );
    const { id: questionId, reference } = competition.question;
    const invited = input.invited === 'yes';
    return {
      change: {
        id: expression.id,
        invited,
        reason: input.reason,
        by: isPerson(actor) ? actor.id : '',
        reference,
      },
      facts: [{ name: 'ExpressionWasJudged', noun: 'question' as const, nounId: questionId }],
    };
  },
  save: async ({ tx, now }, { id, invited, reason, by, reference }) => {
    await tx.expression.update({
      where: { id },
      data: { invited, reason, decidedById: by, decidedAt: now },
    });
    return { question: reference };
  },
});
