import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { mayConfirmLink } from '../links/link-policy';
import { lockedLink } from '../links/link-standing.server';

/** A coordinator stands by what a member said; from then on everybody who sees both findings sees the link. */
export const confirmFindingLink = command({
  name: 'knowledge.confirm-finding-link',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedLink(tx, input.reference),
  authorise: (actor, { standing }) => mayConfirmLink(actor, standing),
  subject: ({ from }) => ({ noun: 'finding', nounId: from.id }),
  decide: ({ loaded: { row, from }, actor }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const data = { linkId: row.id, toId: row.toId, kind: row.kind };
    return {
      change: { id: row.id, by: actor.id, finding: from.reference },
      facts: [{ name: 'FindingLinkWasConfirmed', noun: 'finding', nounId: from.id, data }],
    };
  },
  save: async ({ tx, now }, { id, by, finding }) => {
    await tx.findingLink.update({ where: { id }, data: { confirmedAt: now, confirmedById: by } });
    return { finding };
  },
});
