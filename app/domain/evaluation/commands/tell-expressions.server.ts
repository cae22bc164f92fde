import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { lockedCompetition } from '../load-competition.server';
import { soundingsNow } from '~/platform/clock.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { whatTellingWaitsFor } from '../../bids/expressions/expression';
import { mayTell } from '../expressions/expression-policy';

/** Tells everybody at once: the chosen are invited to bid in full, the others read why not. */
export const tellExpressions = command({
  name: 'expressions.tell',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition?.question.expressionsCloseAt) return null;
    const questionId = competition.question.id;
    return {
      competition,
      rows: await tx.expression.findMany({
        where: { questionId, withdrawnAt: null },
        select: { invited: true },
      }),
      told: (await tx.expressionRound.count({ where: { questionId } })) > 0,
      now: await soundingsNow(tx),
    };
  },
  authorise: (actor, { competition, now }) => mayTell(actor, competition, now),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded: { competition, rows, told }, actor }) => {
    if (told) return refuse('ExpressionsAreTold', 'Everybody has been told already.');
    const [waits] = whatTellingWaitsFor(rows, true);
    if (waits) return refuse('ExpressionsAreUndecided', waits);
    const { id: questionId, reference } = competition.question;
    return {
      change: { questionId, reference, by: isPerson(actor) ? actor.id : '' },
      facts: [{ name: 'ExpressionsWereTold', noun: 'question' as const, nounId: questionId }],
    };
  },
  save: async ({ tx, now }, { questionId, reference, by }) => {
    await tx.expressionRound.create({ data: { questionId, toldById: by, toldAt: now } });
    return { reference };
  },
});
