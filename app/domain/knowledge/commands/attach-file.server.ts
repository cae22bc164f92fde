import { z } from 'zod';
import { keepFile } from '~/platform/files.server';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { isRefusal, refuse, refuseField } from '../../refusal';
import { readUpload, uploadInput } from '../files/upload.server';
import { mayEditDraft } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';

const MOST_FILES = 10;

/** Adds a file to a draft. */
export const attachFile = command({
  name: 'knowledge.attach-file',
  input: z.strictObject({ reference: referenceInput, file: uploadInput }),
  load: async ({ tx, input }) => {
    const finding = await lockedFinding(tx, input.reference);
    if (!finding) return null;
    const files = finding.open ? await tx.findingFile.count({ where: { versionId: finding.open.id } }) : 0;
    return { finding, files, upload: await readUpload(input.file, 'file') };
  },
  authorise: (actor, { finding }) => mayEditDraft(actor, finding.standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ loaded: { finding, files, upload }, actor, newId, newReference }) => {
    if (!finding.open || actor.kind !== 'person')
      return refuse('NoDraftIsOpen', 'There is no draft of this finding any more.', { stale: true });
    if (isRefusal(upload)) return upload;
    if (files >= MOST_FILES)
      return refuseField('TooManyFiles', 'file', `A finding can have ${MOST_FILES} files`);
    const id = newId();
    return {
      change: { finding, versionId: finding.open.id, upload, id, reference: newReference(), by: actor.id },
      facts: [
        {
          name: 'FindingFileWasAttached',
          noun: 'finding',
          nounId: finding.id,
          data: { fileId: id, size: upload.bytes.length, kind: upload.kind },
        },
      ],
    };
  },
  save: async ({ tx, now }, { finding, versionId, upload, id, reference, by }) => {
    const { storedAs, sha256 } = await keepFile(upload.bytes);
    const { name, kind, bytes } = upload;
    await tx.storedFile.create({
      data: {
        ...{ id, reference, name, mediaType: kind, size: bytes.length, sha256, storedAs },
        uploadedById: by,
        uploadedAt: now,
        findings: { create: { versionId } },
      },
    });
    return { reference: finding.reference };
  },
});
