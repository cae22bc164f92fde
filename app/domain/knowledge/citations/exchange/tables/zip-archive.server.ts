import { createDeflateRaw, crc32 } from 'node:zlib';

/** Source of the layout in this file: PKWARE, *.ZIP File Format Specification* (APPNOTE 6.3.10), section 4.3. */
const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const ENTRY_BYTES = 46;
const END_BYTES = 22;
const STORED = 0;
const DEFLATED = 8;
/** The sizes follow the data, and the name is UTF-8. */
const STREAMED = 0x0808;
/** 1 January 1980: archives of the same content are the same bytes. */
const DATE = 0x0021;

export interface ZipPart {
  name: string;
  /** A text is stored as it is; chunks are deflated as they come. */
  content: string | AsyncIterable<string>;
}

interface Written {
  name: Buffer;
  method: number;
  flags: number;
  check: number;
  packed: number;
  size: number;
  offset: number;
}

function localHeader({ name, method, flags, check, packed, size }: Omit<Written, 'offset'>): Buffer {
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(DATE, 12);
  header.writeUInt32LE(check, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryEntry({ name, method, flags, check, packed, size, offset }: Written): Buffer {
  const entry = Buffer.alloc(ENTRY_BYTES);
  entry.writeUInt32LE(ENTRY, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt16LE(DATE, 14);
  entry.writeUInt32LE(check, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

function descriptor(check: number, packed: number, size: number): Buffer {
  const bytes = Buffer.alloc(16);
  for (const [index, value] of [DESCRIPTOR, check, packed, size].entries())
    bytes.writeUInt32LE(value, index * 4);
  return bytes;
}

function endOfDirectory(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** Deflates as chunks come and tells what it saw. A reader that goes away ends the source as well. */
async function* deflated(
  content: AsyncIterable<string>,
  seen: { check: number; packed: number; size: number },
): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw();
  const packed: Buffer[] = [];
  deflate.on('data', (bytes: Buffer) => packed.push(bytes));
  const taken = () => {
    const bytes = Buffer.concat(packed.splice(0));
    seen.packed += bytes.length;
    return bytes;
  };
  const done = (act: (settled: () => void) => void) =>
    new Promise<void>((resolve, reject) => {
      deflate.once('error', reject);
      act(() => {
        deflate.off('error', reject);
        resolve();
      });
    });
  try {
    for await (const text of content) {
      const bytes = Buffer.from(text);
      seen.check = crc32(bytes, seen.check);
      seen.size += bytes.length;
      await done((settled) => deflate.write(bytes, () => settled()));
      if (packed.length > 0) yield taken();
    }
    await done((settled) => deflate.once('end', settled).end());
    yield taken();
  } finally {
    deflate.destroy();
  }
}

/** A zip archive as it is made; its parts in order, the whole at most 4 GiB. */
export async function* zipArchive(parts: ZipPart[]): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const { name: partName, content } of parts) {
    const name = Buffer.from(partName);
    const start = offset;
    if (typeof content === 'string') {
      const bytes = Buffer.from(content);
      const size = bytes.length;
      const one = { name, method: STORED, flags: 0, check: crc32(bytes), packed: size, size };
      yield Buffer.concat([localHeader(one), bytes]);
      offset += LOCAL_BYTES + name.length + size;
      written.push({ ...one, offset: start });
      continue;
    }
    const seen = { check: 0, packed: 0, size: 0 };
    yield localHeader({ name, method: DEFLATED, flags: STREAMED, ...seen });
    yield* deflated(content, seen);
    yield descriptor(seen.check, seen.packed, seen.size);
    offset += LOCAL_BYTES + name.length + seen.packed + 16;
    written.push({ name, method: DEFLATED, flags: STREAMED, ...seen, offset: start });
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield Buffer.concat([directory, endOfDirectory(written.length, directory.length, offset)]);
}
