import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { isRefusal } from '../../refusal';
import { referenceOf } from '../citations/reference-of';
import { draftToChange } from '../draft-to-change';
import { revisionInput, workDetails } from '../finding-form';
import { mayEditDraft } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';
import { authorRows } from '../new-finding.server';

/** Saves the reference of the work on a draft. Accounts once tied to an author's name stay tied to it. */
export const saveWorkDetails = command({
  name: 'knowledge.save-work-details',
  input: z.strictObject({ reference: referenceInput, revision: revisionInput, ...workDetails }),
  load: ({ tx, input }) => lockedFinding(tx, input.reference),
  authorise: (actor, finding) => mayEditDraft(actor, finding.standing),
  subject: (finding) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded }) => {
    const open = draftToChange(loaded.open, input.revision);
    if (isRefusal(open)) return open;
    const tied = new Map(open.authors.map(({ name, personId }) => [name.toLowerCase(), personId]));
    const authors = input.authors.map(({ name, orcid, roles }) => ({
      name,
      orcid: orcid || null,
      roles,
      personId: tied.get(name.toLowerCase()) ?? null,
    }));
    const { authors: _cited, ...about } = referenceOf(input);
    return {
      change: { finding: loaded, versionId: open.id, about, authors },
      facts: [
        {
          name: 'FindingDraftWasSaved',
          noun: 'finding',
          nounId: loaded.id,
          data: { number: open.number, part: 'work' },
        },
      ],
    };
  },
  save: async ({ tx }, { finding, versionId, about, authors }) => {
    await tx.findingAuthor.deleteMany({ where: { versionId } });
    await tx.findingVersion.update({
      where: { id: versionId },
      data: { ...about, revision: { increment: 1 }, authors: { create: authorRows(authors) } },
    });
    return { reference: finding.reference };
  },
});
