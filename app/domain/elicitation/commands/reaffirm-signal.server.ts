import { z } from 'zod';
import { command } from '../../command.server';
import { addDays, isoDay, ukDay } from '../../uk-time';
import { signalReference } from '../horizon/signal-form';
import { mayKeepSignal } from '../horizon/signal-policy';
import { lockedSignal } from '../horizon/signal-standing.server';

/** What changes fast is looked at twice a year. */
export const SIGNAL_HOLDS_DAYS = 182;

/** One press says that it holds as it was judged. */
export const reaffirmSignal = command({
  name: 'elicitation.reaffirm-signal',
  input: z.strictObject(signalReference),
  load: ({ tx, input }) => lockedSignal(tx, input.reference),
  authorise: (actor, { standing }) => mayKeepSignal(actor, standing),
  subject: ({ id }) => ({ noun: 'signal', nounId: id }),
  decide: ({ loaded: { id, reference }, now }) => {
    const reviewBy = addDays(ukDay(now), SIGNAL_HOLDS_DAYS);
    const data = { reviewBy: isoDay(reviewBy) };
    return {
      change: { id, reference, reviewBy },
      facts: [{ name: 'SignalWasReaffirmed', noun: 'signal', nounId: id, data }],
    };
  },
  save: async ({ tx }, { id, reference, reviewBy }) => {
    await tx.signal.update({ where: { id }, data: { reviewBy } });
    return { reference };
  },
});
