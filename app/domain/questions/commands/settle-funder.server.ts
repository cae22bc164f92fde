import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { mayKeepFunders } from '../funding/funding-policy';
import { standingOf } from '../funding/pledge';
import { lockedQuestionById } from '../question-stage.server';

/** Money on a condition became firm, or money fell away. What was said before stays. */
export const settleFunder = command({
  name: 'questions.settle-funder',
  input: z.strictObject({
    reference: referenceInput,
    becomes: z.enum(['firm', 'fallenAway'], { error: 'Choose what became of it' }),
    on: dayInput('Enter the day'),
    reason: textInput('Say why, or where it is written', 1000),
  }),
  load: async ({ tx, input }) => {
    const funding = await tx.funding.findUnique({ where: { reference: input.reference } });
    const question = funding && (await lockedQuestionById(tx, funding.questionId));
    if (!question) return null;
    const changes = await tx.fundingChange.findMany({ where: { fundingId: funding.id } });
    return { question, funding, standing: standingOf({ ...funding, changes }) };
  },
  authorise: (actor, { question }) => mayKeepFunders(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input, loaded: { question, funding, standing }, actor, now }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (standing === 'fallenAway' || standing === input.becomes)
      return refuse('FundingIsSettled', 'This was recorded already.', { stale: true });
    if (input.on > ukDay(now)) return refuseField('DayIsAhead', 'on', 'The day cannot be in the future');
    const name = input.becomes === 'firm' ? 'FundingWasMadeFirm' : 'FundingHasFallenAway';
    const data = { subjectId: funding.id, amount: funding.amount };
    const row = {
      ...{ fundingId: funding.id, certainty: input.becomes, on: input.on },
      ...{ reason: input.reason, recordedById: actor.id },
    };
    return {
      change: { row, question: question.reference },
      facts: [{ name, noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, now }, { row, question }) => {
    await tx.fundingChange.create({ data: { ...row, recordedAt: now } });
    return { question };
  },
});
