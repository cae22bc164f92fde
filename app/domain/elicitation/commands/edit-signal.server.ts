import { z } from 'zod';
import { command } from '../../command.server';
import { isRefusal, refuseField } from '../../refusal';
import { signalFields, signalReference } from '../horizon/signal-form';
import { mayKeepSignal } from '../horizon/signal-policy';
import { chosenFor, lockedSignal, replaceLinks } from '../horizon/signal-standing.server';

/** Puts the words, the tags and the links of a signal in order. */
export const editSignal = command({
  name: 'elicitation.edit-signal',
  input: z.strictObject({ ...signalReference, ...signalFields }),
  load: async ({ tx, actor, input }) => {
    const signal = await lockedSignal(tx, input.reference);
    return signal && { signal, chosen: await chosenFor(tx, actor, input) };
  },
  authorise: (actor, { signal }) => mayKeepSignal(actor, signal.standing),
  subject: ({ signal }) => ({ noun: 'signal', nounId: signal.id }),
  decide: ({ input, loaded: { signal, chosen }, now }) => {
    if (isRefusal(chosen)) return chosen;
    if (input.reviewBy <= now) return refuseField('DayHasPassed', 'reviewBy', 'Enter a day in the future');
    const { title, changing, reviewBy } = input;
    const { id, reference } = signal;
    return {
      change: { id, reference, said: { title, changing, reviewBy }, chosen },
      facts: [{ name: 'SignalWasChanged', noun: 'signal', nounId: id }],
    };
  },
  save: async ({ tx, actor, now }, { id, reference, said, chosen }) => {
    const { elicitationId } = chosen;
    await tx.signal.update({ where: { id }, data: { ...said, elicitationId, changedAt: now } });
    await replaceLinks(tx, actor, id, chosen);
    return { reference };
  },
});
