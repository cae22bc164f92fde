import { z } from 'zod';
import { command } from '../../../command.server';
import { textInput } from '../../../form-inputs';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';
import { mayKeepGovernance } from '../../governance-policy';
import { capabilityReference } from '../capability-form';
import { lockedCapability } from '../capability-rows.server';

/** Two of like function are two. Said once, they are not flagged again. */
export const keepCapabilitiesApart = command({
  name: 'governance.keep-capabilities-apart',
  input: z.strictObject({
    ...capabilityReference,
    other: referenceInput,
    reason: textInput('Say why they are two', 1000, 'Why'),
  }),
  load: async ({ tx, input }) => {
    const capability = await lockedCapability(tx, input.capability);
    const other = await tx.capability.findUnique({
      where: { reference: input.other },
      select: { id: true },
    });
    return capability && other ? { capability, other } : null;
  },
  authorise: mayKeepGovernance,
  subject: ({ capability }) => ({ noun: 'capability', nounId: capability.id }),
  decide: ({ input: { reason }, loaded: { capability, other } }) => {
    if (capability.id === other.id) return refuse('CapabilityIsTheSame', 'These are one.');
    const [firstId = '', secondId = ''] = [capability.id, other.id].toSorted();
    return {
      change: { pair: { firstId, secondId, reason }, reference: capability.reference },
      facts: [
        { name: 'CapabilitiesWereKeptApart', noun: 'capability', nounId: firstId, data: { other: secondId } },
        { name: 'CapabilitiesWereKeptApart', noun: 'capability', nounId: secondId, data: { other: firstId } },
      ],
    };
  },
  save: async ({ tx, actor, now }, { pair, reference }) => {
    const keptById = actor.kind === 'person' ? actor.id : '';
    await tx.capabilitiesKeptApart.create({ data: { ...pair, keptAt: now, keptById } });
    return { reference };
  },
  rules: {
    capabilities_kept_apart_pkey: refuse(
      'CapabilitiesAreApart',
      'Somebody has said already that these are two.',
    ),
  },
});
