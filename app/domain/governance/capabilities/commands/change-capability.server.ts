import { z } from 'zod';
import { command } from '../../../command.server';
import { textInput } from '../../../form-inputs';
import { isRefusal, refuse } from '../../../refusal';
import { mayKeepGovernance } from '../../governance-policy';
import { capabilityFields, capabilityReference, whyNoStage } from '../capability-form';
import { chosenForCapability, lockedCapability, writeCapabilityVersion } from '../capability-rows.server';

/** What stood before stays as a version. */
export const changeCapability = command({
  name: 'governance.change-capability',
  input: z.strictObject({
    ...capabilityReference,
    ...capabilityFields,
    revision: z.coerce.number().int(),
    changeNote: textInput('Say what changes, and how you know', 500, 'What changes'),
  }),
  load: async ({ tx, input }) => {
    const capability = await lockedCapability(tx, input.capability);
    return capability && { capability, chosen: await chosenForCapability(tx, input) };
  },
  authorise: mayKeepGovernance,
  subject: ({ capability }) => ({ noun: 'capability', nounId: capability.id }),
  decide: ({ input, loaded: { capability, chosen } }) => {
    const { id, reference, revision } = capability;
    if (revision !== input.revision)
      return refuse(
        'CapabilityHasChanged',
        'Somebody else changed this meanwhile. Open it again to see how.',
        {
          stale: true,
        },
      );
    const wrong = whyNoStage(input);
    if (wrong) return wrong;
    if (isRefusal(chosen)) return chosen;
    const number = revision + 1;
    return {
      change: { id, reference, number, input, chosen },
      facts: [{ name: 'CapabilityWasChanged', noun: 'capability', nounId: id, data: { number } }],
    };
  },
  save: async ({ tx, actor, now }, { id, reference, number, input, chosen }) => {
    const { kind, name, purpose, level, changeNote } = input;
    const stage = input.stage === '' ? null : input.stage;
    await tx.capability.update({
      where: { id },
      data: { kind, name, purpose, stage, level, ownerId: chosen.owner.id, revision: number },
    });
    const about = { actor, now, capabilityId: id, number, changeNote };
    await writeCapabilityVersion(tx, about, input, chosen);
    return { reference };
  },
});
