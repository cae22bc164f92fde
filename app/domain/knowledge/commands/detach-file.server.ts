import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayEditDraft } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';

/** Takes a file off a draft; versions that were published with it keep it. */
export const detachFile = command({
  name: 'knowledge.detach-file',
  input: z.strictObject({ reference: referenceInput, file: referenceInput }),
  load: async ({ tx, input }) => {
    const finding = await lockedFinding(tx, input.reference);
    if (!finding) return null;
    const file = await tx.storedFile.findUnique({
      where: { reference: input.file },
      select: { id: true, findings: { select: { versionId: true } } },
    });
    return { finding, file };
  },
  authorise: (actor, { finding }) => mayEditDraft(actor, finding.standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ loaded: { finding, file } }) => {
    const here = file?.findings.some(({ versionId }) => versionId === finding.open?.id);
    if (!finding.open || !file || !here)
      return refuse('FileIsNotThere', 'This file is not on the draft any more.', { stale: true });
    return {
      change: { finding, versionId: finding.open.id, fileId: file.id, last: file.findings.length === 1 },
      facts: [
        { name: 'FindingFileWasRemoved', noun: 'finding', nounId: finding.id, data: { fileId: file.id } },
      ],
    };
  },
  save: async ({ tx }, { finding, versionId, fileId, last }) => {
    await tx.findingFile.delete({ where: { versionId_fileId: { versionId, fileId } } });
    if (last) await tx.storedFile.delete({ where: { id: fileId } });
    return { reference: finding.reference };
  },
});
