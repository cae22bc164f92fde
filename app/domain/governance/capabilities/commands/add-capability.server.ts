import { z } from 'zod';
import { command } from '../../../command.server';
import { isRefusal } from '../../../refusal';
import { mayKeepGovernance } from '../../governance-policy';
import { capabilityFields, whyNoStage } from '../capability-form';
import { chosenForCapability, writeCapabilityVersion } from '../capability-rows.server';

/** What somebody can do, or what is missing, with who has it or should. */
export const addCapability = command({
  name: 'governance.add-capability',
  input: z.strictObject(capabilityFields),
  load: ({ tx, input }) => chosenForCapability(tx, input),
  authorise: mayKeepGovernance,
  decide: ({ input, loaded: chosen, newId, newReference }) => {
    const wrong = whyNoStage(input);
    if (wrong) return wrong;
    if (isRefusal(chosen)) return chosen;
    const id = newId();
    return {
      change: { id, reference: newReference(), input, chosen },
      facts: [{ name: 'CapabilityWasAdded', noun: 'capability', nounId: id, data: { kind: input.kind } }],
    };
  },
  save: async ({ tx, actor, now }, { id, reference, input, chosen }) => {
    const { kind, name, purpose, level } = input;
    const stage = input.stage === '' ? null : input.stage;
    const ownerId = chosen.owner.id;
    await tx.capability.create({
      data: { id, reference, kind, name, purpose, stage, level, ownerId, createdAt: now },
    });
    const about = { actor, now, capabilityId: id, number: 1, changeNote: 'First recorded' };
    await writeCapabilityVersion(tx, about, input, chosen);
    return { reference };
  },
});
