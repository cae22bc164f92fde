import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { stageOf } from '../competition';
import { mayDecide } from '../evaluation-policy';
import { lockedCompetition } from '../load-competition.server';

/** Stops a competition until a day of review: nothing is recommended, decided, announced or signed meanwhile. */
export const putOnHold = command({
  name: 'evaluation.putOnHold',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say why it is put on hold', 2000),
    reviewOn: dayInput('Enter the day on which you look at it again'),
  }),
  load: ({ tx, input }) => lockedCompetition(tx, input.reference),
  authorise: (actor, competition) => mayDecide(actor, competition, null),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input: { reason, reviewOn }, loaded: competition, actor, now, newId }) => {
    const { id: questionId, reference, deliveryStartedAt } = competition.question;
    if (['beforeOpening', 'withdrawn'].includes(stageOf(competition)) || deliveryStartedAt)
      return refuse('NothingToHold', 'A competition is put on hold between its opening and its contract.');
    if (reviewOn <= ukDay(now)) return refuseField('DayHasPassed', 'reviewOn', 'Enter a day after today');
    const placedById = isPerson(actor) ? actor.id : '';
    return {
      change: { reference, row: { id: newId(), questionId, reason, reviewOn, placedById } },
      facts: [{ name: 'CompetitionWasPutOnHold', noun: 'question', nounId: questionId }],
    };
  },
  save: async ({ tx, now }, { reference, row }) => {
    await tx.competitionHold.create({ data: { ...row, placedAt: now } });
    return { reference };
  },
  rules: { competition_hold_one: refuse('CompetitionIsOnHold', 'It is on hold already.', { stale: true }) },
});
