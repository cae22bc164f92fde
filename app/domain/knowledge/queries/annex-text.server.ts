import { z } from 'zod';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { annexFact } from '../annexes/annex-fact';
import { mayKeepAnnex, mayReadAnnex } from '../annexes/annex-policy';
import { decryptAnnex } from '../annexes/annex-secret.server';
import { ANNEX_NOUNS, loadAnnex } from '../annexes/annex-standing.server';

/** The text of a restricted annex. Each read is a fact; those who may only know of it are told why not. */
export const annexText = query({
  name: 'knowledge.annex-text',
  input: z.strictObject({ noun: z.enum(ANNEX_NOUNS), reference: referenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const annex = await loadAnnex(db, actor, input.noun, input.reference);
    if (!annex) return null;
    const verdict = mayReadAnnex(actor, annex.standing);
    if (verdict.kind === 'deny') return verdict;
    if (verdict.kind === 'hide' || !annex.row) return null;
    const { noun, id, reference, title, row } = annex;
    return {
      kind: 'annex' as const,
      ...{ noun, id, reference, title, annexId: row.id, revision: row.revision },
      ...{ marking: row.marking, announced: row.announced, writtenAt: row.writtenAt },
      text: decryptAnnex(row),
      mayKeep: isAllowed(mayKeepAnnex(actor, annex.standing)),
    };
  },
  logged: (view) =>
    view.kind === 'annex'
      ? annexFact('AnnexWasRead', view, { annexId: view.annexId, revision: view.revision })
      : null,
});
