import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { isRefusal } from '../../refusal';
import { tagFields } from '../finding-form';
import { mayEditTags } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';
import { replaceTags, termsOfTags } from '../finding-tags.server';

/** A coordinator corrects where a finding belongs. */
export const editFindingTags = command({
  name: 'knowledge.edit-finding-tags',
  input: z.strictObject({ reference: referenceInput, ...tagFields }),
  load: async ({ tx, input }) => {
    const finding = await lockedFinding(tx, input.reference);
    if (!finding) return null;
    const before = await tx.findingTerm.findMany({
      where: { findingId: finding.id },
      select: { termId: true },
    });
    return { finding, before: before.map((row) => row.termId), terms: await termsOfTags(tx, input) };
  },
  authorise: (actor, { finding }) => mayEditTags(actor, finding.standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ loaded: { finding, before, terms } }) => {
    if (isRefusal(terms)) return terms;
    const added = terms.filter((id) => !before.includes(id));
    const removed = before.filter((id) => !terms.includes(id));
    return {
      change: { finding, terms },
      facts: [
        { name: 'FindingTagsWereChanged', noun: 'finding', nounId: finding.id, data: { added, removed } },
      ],
    };
  },
  save: async ({ tx }, { finding, terms }) => {
    await replaceTags(tx, finding.id, terms);
    return { reference: finding.reference, inReview: finding.standing.open?.state === 'submitted' };
  },
});
