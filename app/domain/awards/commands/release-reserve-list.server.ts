import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { mayDecide } from '../../evaluation/evaluation-policy';
import { lockedCompetition } from '../../evaluation/load-competition.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { reopenWithout } from '../reserve/end-award.server';
import { reserveOf } from '../../evaluation/reserve/load-reserve.server';

/** Lets every bid on the reserve list go, before its day. */
export const releaseReserveList = command({
  name: 'awards.releaseReserveList',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say why they are released', 2000) }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    return competition && { competition, places: await reserveOf(tx, competition.question.id) };
  },
  authorise: (actor, { competition }) => mayDecide(actor, competition, null),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input: { reason }, loaded: { competition, places } }) => {
    const { id: questionId, reference } = competition.question;
    if (places.length === 0) return refuse('NoReserveListStands', 'There is no reserve list that stands.');
    return {
      change: { reference, questionId, ids: places.map(({ id }) => id), reason },
      facts: places.map(({ bidId, position }) => ({
        name: 'ReservePlaceWasReleased',
        noun: 'bid' as const,
        nounId: bidId,
        data: { questionId, position },
      })),
    };
  },
  save: async ({ tx, now }, { reference, questionId, ids, reason }) => {
    await tx.reservePlace.updateMany({
      where: { id: { in: ids } },
      data: { releasedAt: now, releasedReason: reason },
    });
    await reopenWithout({ tx }, questionId);
    return { reference };
  },
});
