import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { mayRemoveLink } from '../links/link-policy';
import { lockedLink } from '../links/link-standing.server';

/** The link is no longer shown; that it was there, and why it went, stays in the history. */
export const removeFindingLink = command({
  name: 'knowledge.remove-finding-link',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say why', 500) }),
  load: ({ tx, input }) => lockedLink(tx, input.reference),
  authorise: (actor, { standing }) => mayRemoveLink(actor, standing),
  subject: ({ from }) => ({ noun: 'finding', nounId: from.id }),
  decide: ({ input, loaded: { row, from }, actor }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const data = { linkId: row.id, toId: row.toId, kind: row.kind };
    return {
      change: { id: row.id, by: actor.id, reason: input.reason, finding: from.reference },
      facts: [{ name: 'FindingLinkWasRemoved', noun: 'finding', nounId: from.id, data }],
    };
  },
  save: async ({ tx, now }, { id, by, reason, finding }) => {
    await tx.findingLink.update({
      where: { id },
      data: { removedAt: now, removedById: by, removedReason: reason },
    });
    return { finding };
  },
});
