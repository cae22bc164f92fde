import { z } from 'zod';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayConfirmLink, mayRemoveLink } from '../links/link-policy';
import { loadLink } from '../links/link-standing.server';

/** One link, for whoever may decide on it. */
export const findingLink = query({
  name: 'knowledge.finding-link',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const link = await loadLink(db, input.reference);
    if (!link) return null;
    const confirm = mayConfirmLink(actor, link.standing);
    if (confirm.kind === 'hide') return null;
    const remove = mayRemoveLink(actor, link.standing);
    if (!link.standing.confirmed && !isAllowed(remove)) return null;
    const titleOf = (end: typeof link.from) =>
      end.versions.find(({ number }) => number === end.currentNumber)?.title ?? '';
    return {
      ...{ reference: link.row.reference, kind: link.row.kind, note: link.row.note },
      from: { reference: link.from.reference, title: titleOf(link.from) },
      to: { reference: link.to.reference, title: titleOf(link.to) },
      may: { confirm: isAllowed(confirm), remove: isAllowed(remove) },
    };
  },
});
export type FindingLinkView = NonNullable<Awaited<ReturnType<typeof findingLink.read>>>;
