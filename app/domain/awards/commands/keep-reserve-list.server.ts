import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput } from '../../form-inputs';
import { mayDecide } from '../../evaluation/evaluation-policy';
import { lockedCompetition } from '../../evaluation/load-competition.server';
import { referenceInput } from '../../reference-input';
import { MOST_LOTS } from '../../questions/lots/lot';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { reserveOf } from '../../evaluation/reserve/load-reserve.server';
import { rankedNext } from '../reserve/ranked-next.server';
import { MOST_RESERVES } from '../../evaluation/reserve/reserve-list';

/** Puts the bids ranked next on a reserve list, in that order, until a day. Their summaries tell them their place. */
export const keepReserveList = command({
  name: 'awards.keepReserveList',
  input: z.strictObject({
    reference: referenceInput,
    places: z.coerce
      .number({ error: 'Enter how many bids' })
      .int()
      .min(1, 'Enter at least one bid')
      .max(MOST_RESERVES),
    until: dayInput('Enter until which day'),
    /** Its number, where the question is divided. */
    lot: z.coerce.number({ error: 'Choose the lot' }).int().min(1).max(MOST_LOTS).optional(),
  }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const { id } = competition.question;
    const lots = competition.lots ?? [];
    const lot = lots.find(({ number }) => number === input.lot) ?? null;
    const standing = await reserveOf(tx, id);
    const next = await rankedNext(tx, id);
    return {
      competition,
      isLotMissing: lots.length > 0 && !lot,
      standing: standing.filter(({ lotId }) => lotId === (lot?.id ?? null)),
      next: next.filter((bid) => bid.lot === (lot?.number ?? null)),
    };
  },
  authorise: (actor, { competition }) => mayDecide(actor, competition, null),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({
    input: { places, until },
    loaded: { competition, isLotMissing, standing, next },
    actor,
    now,
    newId,
  }) => {
    const { id: questionId, reference, outcome } = competition.question;
    if (outcome !== 'awarded')
      return refuse('NothingIsAwarded', 'A reserve list follows the decision to award.');
    if (isLotMissing) return refuseField('LotIsNotChosen', 'lot', 'Choose the lot');
    if (standing.length > 0)
      return refuse(
        'ReserveListStands',
        'A reserve list stands already. Release it before you make another.',
      );
    if (until <= ukDay(now)) return refuseField('DayHasPassed', 'until', 'Enter a day after today');
    if (places > next.length)
      return refuseField(
        'BidsAreTooFew',
        'places',
        next.length === 0 ? 'No other bid is ranked' : `Only ${next.length} more bids are ranked`,
      );
    const keptById = isPerson(actor) ? actor.id : '';
    const rows = next.slice(0, places).map(({ id: bidId }, index) => ({
      id: newId(),
      questionId,
      bidId,
      position: index + 1,
      until,
      keptById,
    }));
    return {
      change: { reference, rows },
      facts: [{ name: 'ReserveListWasKept', noun: 'question', nounId: questionId, data: { places } }],
    };
  },
  save: async ({ tx, now }, { reference, rows }) => {
    await tx.reservePlace.createMany({ data: rows.map((row) => ({ ...row, keptAt: now })) });
    return { reference };
  },
});
