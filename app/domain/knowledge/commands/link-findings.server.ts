import { z } from 'zod';
import { hasRole, isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { maySeeFinding } from '../finding-policy';
import { loadFinding } from '../finding-standing.server';
import { isMutual, LINK_KINDS } from '../links/finding-link';
import { mayProposeLink } from '../links/link-policy';

const UNKNOWN = refuseField('FindingIsUnknown', 'to', 'There is no published finding with this reference');
const KNOWN = refuseField('LinkIsThere', 'to', 'These two findings are linked in this way already');

/** Somebody says that a finding bears on another, and why. What a coordinator says is confirmed with it. */
export const linkFindings = command({
  name: 'knowledge.link-findings',
  input: z.strictObject({
    reference: referenceInput,
    kind: z.enum(LINK_KINDS, { error: 'Choose how it bears on the other finding' }),
    /** A reference, or the address of a finding's page. */
    to: z.preprocess(
      (given) => (typeof given === 'string' ? given.replace(/^.*\/findings\//, '') : ''),
      referenceInput,
    ),
    note: textInput('Say in a sentence or two why', 1000),
  }),
  load: async ({ tx, input, actor }) => {
    const from = await loadFinding(tx, input.reference);
    if (!from) return null;
    const found = await loadFinding(tx, input.to);
    const to = found?.publishedAt && isAllowed(maySeeFinding(actor, found.standing)) ? found : null;
    const backwards = to && isMutual(input.kind) ? { fromId: to.id, toId: from.id } : null;
    const same = await tx.findingLink.findFirst({
      where: {
        kind: input.kind,
        removedAt: null,
        OR: [{ fromId: from.id, toId: to?.id ?? from.id }, ...(backwards ? [backwards] : [])],
      },
    });
    return { from, to, isThere: same !== null };
  },
  authorise: (actor, { from }) => mayProposeLink(actor, from.standing),
  subject: ({ from }) => ({ noun: 'finding', nounId: from.id }),
  rules: { finding_link_once: KNOWN },
  decide: ({ input, loaded: { from, to, isThere }, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (!to) return UNKNOWN;
    if (to.id === from.id) return refuseField('LinkToItself', 'to', 'A finding cannot be linked to itself');
    if (isThere) return KNOWN;
    const confirmed = hasRole(actor, 'coordinator');
    const row = {
      ...{ id: newId(), reference: newReference(), fromId: from.id, toId: to.id },
      ...{ kind: input.kind, note: input.note, proposedById: actor.id, proposedAt: now },
      ...(confirmed && { confirmedById: actor.id, confirmedAt: now }),
    };
    const data = { linkId: row.id, toId: to.id, kind: input.kind };
    return {
      change: { row, reference: from.reference, confirmed },
      facts: [
        { name: 'FindingLinkWasProposed', noun: 'finding', nounId: from.id, data },
        ...(confirmed
          ? [{ name: 'FindingLinkWasConfirmed', noun: 'finding' as const, nounId: from.id, data }]
          : []),
      ],
    };
  },
  save: async ({ tx }, { row, reference, confirmed }) => {
    await tx.findingLink.create({ data: row });
    return { reference, confirmed };
  },
});
