import { z } from 'zod';
import type { Actor } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayWriteAnnex } from '../annexes/annex-policy';
import { ANNEX_NOUNS, loadAnnex } from '../annexes/annex-standing.server';

/** Who is on the list of an annex, for those who keep it; without its text. */
export const annexReaders = query({
  name: 'knowledge.annex-readers',
  input: z.strictObject({ noun: z.enum(ANNEX_NOUNS), reference: referenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const annex = await loadAnnex(db, actor, input.noun, input.reference);
    if (!annex) return null;
    const verdict = mayWriteAnnex(actor, annex.standing);
    if (verdict.kind === 'hide') return null;
    if (verdict.kind === 'deny') return verdict;
    const rows = await db.annexReader.findMany({
      where: { annexId: annex.row?.id ?? annex.id, removedAt: null },
      orderBy: { addedAt: 'asc' },
      select: { id: true, person: { select: { name: true } }, team: { select: { name: true } } },
    });
    const { noun, reference, title, row } = annex;
    return {
      kind: 'readers' as const,
      ...{ noun, reference, title, exists: row !== null },
      readers: rows.map(({ id, person, team }) => ({ id, name: person?.name ?? team?.name ?? '' })),
    };
  },
});
