import { inflateRawSync } from 'node:zlib';

const [END, END_BYTES, ENTRY_BYTES, LOCAL_BYTES, DEFLATED] = [0x06054b50, 22, 46, 30, 8];

/** Of random keys and salts, or of what stands beside them and is compared itself. */
const DIGESTS = /\b[0-9a-f]{64}\b|[A-Za-z0-9+/]{43}=/g;
const isSignature = (name: string): boolean => name.endsWith('.sig');

/** The files of an archive as one text, so that it can be said where two of them part. */
export function archiveText(bytes: Buffer): string {
  let end = bytes.length - END_BYTES;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) return bytes.toString('latin1');
  const files: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, size, named] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
    ];
    const name = bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + named).toString();
    const local = bytes.readUInt32LE(at + 42);
    const from = local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const kept = bytes.subarray(from, from + size);
    const text = isSignature(name)
      ? ''
      : (method === DEFLATED ? inflateRawSync(kept) : kept).toString('utf8');
    files.push(`${name}\n${text.replace(DIGESTS, 'digest')}`);
    at += ENTRY_BYTES + named + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files.join('\n\n');
}
