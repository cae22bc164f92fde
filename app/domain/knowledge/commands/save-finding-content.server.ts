import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { isRefusal, refuse } from '../../refusal';
import { draftToChange } from '../draft-to-change';
import { findingContent, revisionInput } from '../finding-form';
import { mayEditDraft } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';
import { replaceTags, termsOfTags } from '../finding-tags.server';

/** Saves what the work found, and, before the finding is first published, where it matters. */
export const saveFindingContent = command({
  name: 'knowledge.save-finding-content',
  input: z.strictObject({ reference: referenceInput, revision: revisionInput, ...findingContent }),
  load: async ({ tx, input }) => {
    const finding = await lockedFinding(tx, input.reference);
    if (!finding) return null;
    const references = input.cases.map(({ priority }) => priority);
    const priorities = await tx.priority.findMany({
      where: { reference: { in: references } },
      select: { id: true, reference: true },
    });
    return { finding, terms: await termsOfTags(tx, input), priorities };
  },
  authorise: (actor, { finding }) => mayEditDraft(actor, finding.standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: { finding, terms, priorities } }) => {
    const open = draftToChange(finding.open, input.revision);
    if (isRefusal(open)) return open;
    if (isRefusal(terms)) return terms;
    const ids = new Map(priorities.map((priority) => [priority.reference, priority.id]));
    const cases = input.cases.flatMap(({ priority, text }) => {
      const priorityId = ids.get(priority);
      return priorityId ? [{ findingId: finding.id, priorityId, text }] : [];
    });
    if (cases.length < input.cases.length)
      return refuse(
        'PriorityIsUnknown',
        'One of these priorities is not known. Choose it again from the list.',
        {
          fields: { cases: 'One of these priorities is not known. Choose it again from the list.' },
        },
      );
    const { studyType, summary, keyMessages, methods, limits, licence, firstPublicOn } = input;
    const text = {
      studyType,
      summary,
      keyMessages,
      methods,
      limits,
      licence,
      firstPublicOn: firstPublicOn ?? null,
    };
    return {
      change: { finding, versionId: open.id, text, terms, cases },
      facts: [
        {
          name: 'FindingDraftWasSaved',
          noun: 'finding',
          nounId: finding.id,
          data: { number: open.number, part: 'content' },
        },
      ],
    };
  },
  save: async ({ tx }, { finding, versionId, text, terms, cases }) => {
    await tx.findingVersion.update({
      where: { id: versionId },
      data: { ...text, revision: { increment: 1 } },
    });
    if (!finding.standing.everPublished) {
      await replaceTags(tx, finding.id, terms);
      await tx.priorityCase.deleteMany({ where: { findingId: finding.id } });
      await tx.priorityCase.createMany({ data: cases });
    }
    return { reference: finding.reference };
  },
});
