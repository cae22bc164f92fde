import { crc32, inflateRawSync } from 'node:zlib';

/** Source of the layout in this file: PKWARE, *.ZIP File Format Specification* (APPNOTE 6.3.10), section 4.3. */
const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const ENTRY_BYTES = 46;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const MOST_ENTRIES = 1000;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0x0001;

export type Unzipped = { kind: 'read'; bytes: Buffer } | { kind: 'absent' | 'unreadable' | 'tooLarge' };
const UNREADABLE = { kind: 'unreadable' } as const;

function endAt(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_BYTES - MOST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= lowest; at -= 1)
    if (bytes.readUInt32LE(at) === END) return at;
  return -1;
}

/** Where the directory says that the one part of this name is; names are compared, never used as paths. */
function placeOf(bytes: Buffer, wanted: string): number | 'absent' | 'unreadable' {
  const end = endAt(bytes);
  if (end < 0) return 'unreadable';
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let found = -1;
  if (count > MOST_ENTRIES) return 'unreadable';
  for (let entry = 0; entry < count; entry += 1) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return 'unreadable';
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength).toString();
    if (name === wanted && found >= 0) return 'unreadable';
    if (name === wanted) found = at;
    at += ENTRY_BYTES + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return found < 0 ? 'absent' : found;
}

/**
 * One part of a zip archive, unpacked to at most `most` bytes whatever sizes the archive states. Archives that
 * name the part twice, encrypt it, or state its check sum wrongly are unreadable.
 */
export function unzipPart(bytes: Buffer, wanted: string, most: number): Unzipped {
  const entry = placeOf(bytes, wanted);
  if (typeof entry === 'string') return { kind: entry };
  const method = bytes.readUInt16LE(entry + 10);
  const check = bytes.readUInt32LE(entry + 16);
  const packedSize = bytes.readUInt32LE(entry + 20);
  const at = bytes.readUInt32LE(entry + 42);
  if (at + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL) return UNREADABLE;
  if ((bytes.readUInt16LE(entry + 8) & ENCRYPTED) !== 0) return UNREADABLE;
  const from = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + packedSize > bytes.length) return UNREADABLE;
  const packed = bytes.subarray(from, from + packedSize);
  if (method === STORED) {
    if (packed.length > most) return { kind: 'tooLarge' };
    return crc32(packed) === check ? { kind: 'read', bytes: packed } : UNREADABLE;
  }
  if (method !== DEFLATED) return UNREADABLE;
  try {
    const content = inflateRawSync(packed, { maxOutputLength: most });
    return crc32(content) === check ? { kind: 'read', bytes: content } : UNREADABLE;
  } catch (fault) {
    const isTooLarge = fault instanceof RangeError;
    return isTooLarge ? { kind: 'tooLarge' } : UNREADABLE;
  }
}
