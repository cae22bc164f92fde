import { newReference } from '~/domain/new-reference.server';
import { database } from '~/platform/db.server';
import { keepFile } from '~/platform/files.server';
import { newId } from '~/platform/ids.server';

/** A file of this text with a version of a finding; gives its reference. */
export async function attachText(
  versionId: string,
  uploadedById: string,
  text = 'port,count',
): Promise<string> {
  const bytes = Buffer.from(text);
  const file = await database().storedFile.create({
    data: {
      ...{ id: newId(), reference: newReference(), name: 'figures.csv', mediaType: 'text/csv' },
      ...{ size: bytes.length, uploadedById, uploadedAt: new Date() },
      ...(await keepFile(bytes)),
      findings: { create: { versionId } },
    },
  });
  return file.reference;
}
