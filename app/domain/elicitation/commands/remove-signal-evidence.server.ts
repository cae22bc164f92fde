import { z } from 'zod';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { signalReference } from '../horizon/signal-form';
import { mayKeepSignal } from '../horizon/signal-policy';
import { lockedSignal } from '../horizon/signal-standing.server';

/** Takes one piece of evidence away; a published signal keeps at least one. */
export const removeSignalEvidence = command({
  name: 'elicitation.remove-signal-evidence',
  input: z.strictObject({ ...signalReference, evidence: z.uuid() }),
  load: async ({ tx, input }) => {
    const signal = await lockedSignal(tx, input.reference);
    if (!signal) return null;
    const evidence = await tx.signalEvidence.findFirst({
      where: { id: input.evidence, signalId: signal.id, removedAt: null },
    });
    return { signal, evidence };
  },
  authorise: (actor, { signal }) => mayKeepSignal(actor, signal.standing),
  subject: ({ signal }) => ({ noun: 'signal', nounId: signal.id }),
  decide: ({ loaded: { signal, evidence } }) => {
    if (!evidence) return refuse('EvidenceIsGone', 'It was taken away already.', { stale: true });
    if (signal.standing.published && signal.evidence <= 1)
      return refuse('EvidenceIsTheLast', 'A published signal keeps at least one piece of evidence.');
    return {
      change: { id: evidence.id, reference: signal.reference },
      facts: [{ name: 'SignalEvidenceWasRemoved', noun: 'signal', nounId: signal.id }],
    };
  },
  save: async ({ tx, now }, { id, reference }) => {
    await tx.signalEvidence.update({ where: { id }, data: { removedAt: now } });
    return { reference };
  },
});
