import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { lockedTerm } from '../loaded-term.server';
import { whyNotTerms, type MergeableTerm } from '../merging/merge-rules';
import { moveTags } from '../merging/moved-tags.server';
import { mayEditTerms } from '../term-policy';

async function mergeable(tx: Db, term: Omit<MergeableTerm, 'fixed' | 'judged'>): Promise<MergeableTerm> {
  const [row] = await tx.$queryRaw<{ fixed: boolean; judged: boolean }[]>`
    SELECT EXISTS (SELECT FROM crosswalk_entry WHERE term_id = ${term.id}::uuid)
      OR EXISTS (SELECT FROM framework_item WHERE term_id = ${term.id}::uuid)
      OR EXISTS (SELECT FROM priority WHERE term_id = ${term.id}::uuid)
      OR EXISTS (SELECT FROM term_list_member WHERE term_id = ${term.id}::uuid)
      OR EXISTS (SELECT FROM term WHERE parent_id = ${term.id}::uuid) AS fixed,
      EXISTS (SELECT FROM finding_direction WHERE term_id = ${term.id}::uuid) AS judged`;
  return { ...term, fixed: row?.fixed ?? true, judged: row?.judged ?? true };
}

/** Folds one term into another: its address leads there, and everything tagged with it is tagged with the other. */
export const mergeTerms = command({
  name: 'taxonomy.merge-terms',
  input: z.strictObject({
    reference: referenceInput,
    into: z.string({ error: 'Choose the term to keep' }).min(1, 'Choose the term to keep').max(120),
    reason: textInput('Say why they mean the same', 500),
  }),
  load: async ({ tx, input }) => {
    const from = await lockedTerm(tx, input.reference);
    if (!from) return null;
    const kept = await tx.term.findFirst({ where: { scheme: from.scheme, slug: input.into } });
    const into = kept && (await lockedTerm(tx, kept.reference));
    return { from: await mergeable(tx, from), into: into && (await mergeable(tx, into)), kept };
  },
  authorise: (actor) => mayEditTerms(actor),
  subject: ({ from }) => ({ noun: 'term', nounId: from.id }),
  decide: ({ input, loaded: { from, into, kept }, actor, now, newId }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (!into || !kept) return refuseField('TermIsUnknown', 'into', 'Choose the term to keep');
    const why = whyNotTerms(from, into);
    if (why) return refuse('CannotBeMerged', why);
    const pair = { fromId: from.id, intoId: into.id };
    const { reason } = input;
    const row = { id: newId(), noun: 'term', reason, mergedById: actor.id, mergedAt: now, ...pair };
    const data = { ...pair, mergeId: row.id };
    return {
      change: { pair, row, reference: kept.reference },
      facts: [
        { name: 'TermWasMerged', noun: 'term', nounId: from.id, data },
        { name: 'TermWasTakenIn', noun: 'term', nounId: into.id, data },
      ],
    };
  },
  save: async ({ tx }, { pair, row, reference }) => {
    const merged = { mergedIntoId: pair.intoId, revision: { increment: 1 } };
    await tx.term.update({ where: { id: pair.fromId }, data: merged });
    const moved = await moveTags(tx, pair);
    await tx.recordMerge.create({ data: { ...row, moved } });
    return { reference };
  },
});
