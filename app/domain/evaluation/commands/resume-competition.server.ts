import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayDecide } from '../evaluation-policy';
import { lockedCompetition } from '../load-competition.server';

/** Takes a competition off hold: it goes on where it stood. */
export const resumeCompetition = command({
  name: 'evaluation.resumeCompetition',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const where = { questionId: competition.question.id, liftedAt: null };
    return { competition, hold: await tx.competitionHold.findFirst({ where, select: { id: true } }) };
  },
  authorise: (actor, { competition }) => mayDecide(actor, competition, null),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded: { competition, hold }, actor }) => {
    const { id: questionId, reference } = competition.question;
    if (!hold) return refuse('CompetitionIsNotOnHold', 'It is not on hold.', { stale: true });
    return {
      change: { id: hold.id, reference, liftedById: isPerson(actor) ? actor.id : null },
      facts: [{ name: 'CompetitionHoldWasLifted', noun: 'question', nounId: questionId }],
    };
  },
  save: async ({ tx, now }, { id, reference, liftedById }) => {
    await tx.competitionHold.update({ where: { id }, data: { liftedAt: now, liftedById } });
    return { reference };
  },
});
