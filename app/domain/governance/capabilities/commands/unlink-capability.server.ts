import { z } from 'zod';
import { command } from '../../../command.server';
import { refuse } from '../../../refusal';
import { mayKeepGovernance } from '../../governance-policy';
import { capabilityReference } from '../capability-form';
import { lockedCapability } from '../capability-rows.server';

/** Takes a link away; that there was one stays in the history. */
export const unlinkCapability = command({
  name: 'governance.unlink-capability',
  input: z.strictObject({ ...capabilityReference, link: z.uuid() }),
  load: ({ tx, input }) => lockedCapability(tx, input.capability),
  authorise: mayKeepGovernance,
  subject: ({ id }) => ({ noun: 'capability', nounId: id }),
  decide: ({ input, loaded: { id: capabilityId, reference, links } }) => {
    const link = links.find(({ id }) => id === input.link);
    if (!link) return refuse('IsNotLinked', 'That is not linked any more.');
    const data = { questionId: link.questionId, findingId: link.findingId };
    return {
      change: { id: link.id, reference },
      facts: [{ name: 'CapabilityWasUnlinked', noun: 'capability', nounId: capabilityId, data }],
    };
  },
  save: async ({ tx, now }, { id, reference }) => {
    await tx.capabilityLink.update({ where: { id }, data: { unlinkedAt: now } });
    return { reference };
  },
});
