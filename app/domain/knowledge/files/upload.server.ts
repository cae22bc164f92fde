import { z } from 'zod';
import { FILE_KINDS, kindOfFile, unpackedSize, type FileKind } from '~/platform/files-kind.server';
import { refuseField, type Refusal } from '../../refusal';

export const MOST_BYTES = 20_000_000;
const MOST_UNPACKED_BYTES = 200_000_000;
const MOST_NAME = 120;

/** A file as it was sent. In keys and logs it is told by name and size, never by content. */
export const uploadInput = z
  .instanceof(File, { message: 'Choose a file' })
  .refine((file) => file.size > 0, 'Choose a file that is not empty')
  .refine((file) => file.size <= MOST_BYTES, 'Choose a file of at most 20 MB')
  .transform((file) => Object.assign(file, { toJSON: () => ({ name: file.name, size: file.size }) }));

export interface Upload {
  bytes: Uint8Array;
  name: string;
  kind: FileKind;
}

/** The name that readers save it under: no path, no control characters, the ending that fits the content. */
function cleanName(name: string, kind: FileKind): string {
  const base = name.split(/[\\/]/).pop() ?? '';
  const stem = base
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[^\p{L}\p{N} ()_.-]/gu, '_')
    .trim()
    .slice(0, MOST_NAME);
  return `${stem || 'file'}.${FILE_KINDS[kind]}`;
}

/** What was sent, or why it cannot be kept. */
export async function readUpload(file: File, field: string): Promise<Upload | Refusal> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = await kindOfFile(bytes, file.name);
  if (!kind)
    return refuseField(
      'FileKindIsNotKept',
      field,
      'Choose a PDF, DOCX, ODT, ODS, CSV, TXT, PNG or JPEG file',
    );
  const unpacked = unpackedSize(bytes, kind);
  if (unpacked === null || unpacked > MOST_UNPACKED_BYTES)
    return refuseField(
      'FileUnpacksTooLarge',
      field,
      'This file cannot be read, or unpacks to more than 200 MB',
    );
  return { bytes, kind, name: cleanName(file.name, kind) };
}
