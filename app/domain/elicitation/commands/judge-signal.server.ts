import { z } from 'zod';
import { command } from '../../command.server';
import { judgementFields, signalReference } from '../horizon/signal-form';
import { mayKeepSignal } from '../horizon/signal-policy';
import { lockedSignal } from '../horizon/signal-standing.server';

/** Says how likely it is now, how sound that is, and why. The judgements before it stay. */
export const judgeSignal = command({
  name: 'elicitation.judge-signal',
  input: z.strictObject({ ...signalReference, ...judgementFields }),
  load: ({ tx, input }) => lockedSignal(tx, input.reference),
  authorise: (actor, { standing }) => mayKeepSignal(actor, standing),
  subject: ({ id }) => ({ noun: 'signal', nounId: id }),
  decide: ({ input, loaded: { id, reference, judgements } }) => {
    const { likelihood, confidence, reason } = input;
    const number = judgements + 1;
    return {
      change: { signalId: id, reference, number, said: { likelihood, confidence, reason } },
      facts: [
        { name: 'SignalWasJudged', noun: 'signal', nounId: id, data: { number, likelihood, confidence } },
      ],
    };
  },
  save: async ({ tx, actor, now }, { signalId, reference, number, said }) => {
    const judgedById = actor.kind === 'person' ? actor.id : '';
    await tx.signalJudgement.create({ data: { signalId, number, ...said, judgedById, judgedAt: now } });
    return { reference };
  },
});
