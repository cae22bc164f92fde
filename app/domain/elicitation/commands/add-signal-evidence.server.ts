import { z } from 'zod';
import { command } from '../../command.server';
import { findingsVisibleTo } from '../../knowledge/finding-visibility.server';
import { refuseField } from '../../refusal';
import { evidenceFields, signalReference } from '../horizon/signal-form';
import { mayKeepSignal } from '../horizon/signal-policy';
import { lockedSignal } from '../horizon/signal-standing.server';

/** Adds a finding, or a page elsewhere, with what it shows. */
export const addSignalEvidence = command({
  name: 'elicitation.add-signal-evidence',
  input: z.strictObject({ ...signalReference, ...evidenceFields }),
  load: async ({ tx, actor, input }) => {
    const signal = await lockedSignal(tx, input.reference);
    const finding = await tx.finding.findFirst({
      where: { AND: [{ reference: input.finding, publishedAt: { not: null } }, findingsVisibleTo(actor)] },
      select: { id: true },
    });
    return signal && { signal, findingId: finding?.id ?? null };
  },
  authorise: (actor, { signal }) => mayKeepSignal(actor, signal.standing),
  subject: ({ signal }) => ({ noun: 'signal', nounId: signal.id }),
  decide: ({ input, loaded: { signal, findingId }, newId }) => {
    if ((input.finding === '') === (input.address === ''))
      return refuseField('EvidenceIsOneThing', 'finding', 'Enter a finding or an address, one of the two');
    if (input.finding !== '' && !findingId)
      return refuseField('FindingIsUnknown', 'finding', 'Enter the reference of a published finding');
    const { id: signalId, reference } = signal;
    const of = input.finding === '' ? { address: input.address } : { findingId };
    return {
      change: { id: newId(), signalId, reference, of, says: input.says },
      facts: [{ name: 'SignalEvidenceWasAdded', noun: 'signal', nounId: signalId }],
    };
  },
  save: async ({ tx, actor, now }, { id, signalId, reference, of, says }) => {
    const added = { addedById: actor.kind === 'person' ? actor.id : '', addedAt: now };
    await tx.signalEvidence.create({ data: { id, signalId, ...of, says, ...added } });
    return { reference };
  },
});
