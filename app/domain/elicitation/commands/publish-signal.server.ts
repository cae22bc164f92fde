import { z } from 'zod';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { signalReference } from '../horizon/signal-form';
import { mayPublishSignal } from '../horizon/signal-policy';
import { lockedSignal } from '../horizon/signal-standing.server';

/** A coordinator lets every member read it, once there is evidence and a judgement. */
export const publishSignal = command({
  name: 'elicitation.publish-signal',
  input: z.strictObject(signalReference),
  load: ({ tx, input }) => lockedSignal(tx, input.reference),
  authorise: (actor, { standing }) => mayPublishSignal(actor, standing),
  subject: ({ id }) => ({ noun: 'signal', nounId: id }),
  decide: ({ loaded: { id, reference, standing, judgements, evidence } }) => {
    if (standing.published) return refuse('SignalIsPublished', 'It is published already.', { stale: true });
    if (judgements === 0 || evidence === 0)
      return refuse(
        'SignalIsUngrounded',
        'A signal is published with at least one piece of evidence and one judgement.',
      );
    return { change: { id, reference }, facts: [{ name: 'SignalWasPublished', noun: 'signal', nounId: id }] };
  },
  save: async ({ tx, actor, now }, { id, reference }) => {
    const publishedById = actor.kind === 'person' ? actor.id : null;
    await tx.signal.update({ where: { id }, data: { publishedAt: now, publishedById } });
    return { reference };
  },
});
