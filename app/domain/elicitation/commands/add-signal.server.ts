import { z } from 'zod';
import { command } from '../../command.server';
import { isRefusal, refuseField } from '../../refusal';
import { signalFields } from '../horizon/signal-form';
import { mayAddSignal } from '../horizon/signal-policy';
import { chosenFor, replaceLinks } from '../horizon/signal-standing.server';

/** A member drafts what seems to be changing. */
export const addSignal = command({
  name: 'elicitation.add-signal',
  input: z.strictObject(signalFields),
  load: ({ tx, actor, input }) => chosenFor(tx, actor, input),
  authorise: mayAddSignal,
  decide: ({ input, loaded: chosen, now, newId, newReference }) => {
    if (isRefusal(chosen)) return chosen;
    if (input.reviewBy <= now) return refuseField('DayHasPassed', 'reviewBy', 'Enter a day in the future');
    const { title, changing, reviewBy } = input;
    const id = newId();
    return {
      change: { id, reference: newReference(), said: { title, changing, reviewBy }, chosen },
      facts: [{ name: 'SignalWasDrafted', noun: 'signal', nounId: id }],
    };
  },
  save: async ({ tx, actor, now }, { id, reference, said, chosen }) => {
    if (actor.kind !== 'person') throw new Error('a visitor drafts nothing');
    const people = { ownerId: actor.id, createdById: actor.id };
    const { elicitationId } = chosen;
    await tx.signal.create({
      data: { id, reference, ...said, elicitationId, ...people, createdAt: now, changedAt: now },
    });
    await replaceLinks(tx, actor, id, chosen);
    return { reference };
  },
});
