import { describe, expect, test } from 'vitest';
import { kindOfFile, unpackedSize, type FileKind } from './files-kind.server';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))),
    ),
  );
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' satisfies FileKind;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const number = (value: number, size: 2 | 4) => {
  const buffer = Buffer.alloc(size);
  if (size === 2) buffer.writeUInt16LE(value);
  else buffer.writeUInt32LE(value);
  return [...buffer];
};

/** A zip that holds these files as its directory says, stored without compression. */
function zip(files: { name: string; content: string; claims?: number }[]): Uint8Array {
  const local: number[] = [];
  const directory: number[] = [];
  for (const { name, content, claims } of files) {
    const at = local.length;
    const size = claims ?? content.length;
    const common = [...number(0, 2), ...number(0, 2), ...number(0, 2), ...number(0, 2), ...number(0, 4)];
    const sizes = [
      ...number(content.length, 4),
      ...number(size, 4),
      ...number(name.length, 2),
      ...number(0, 2),
    ];
    local.push(...[0x50, 0x4b, 3, 4], ...number(20, 2), ...common, ...sizes, ...Buffer.from(name + content));
    directory.push(
      ...[0x50, 0x4b, 1, 2],
      ...number(20, 2),
      ...number(20, 2),
      ...common,
      ...sizes,
      ...number(0, 2),
      ...number(0, 2),
      ...number(0, 2),
      ...number(0, 4),
      ...number(at, 4),
      ...Buffer.from(name),
    );
  }
  const end = [
    ...[0x50, 0x4b, 5, 6],
    ...number(0, 4),
    ...number(files.length, 2),
    ...number(files.length, 2),
    ...number(directory.length, 4),
    ...number(local.length, 4),
    ...number(0, 2),
  ];
  return new Uint8Array([...local, ...directory, ...end]);
}

describe('what a file is', () => {
  test.each([
    ['a PDF under a picture’s name', bytes('%PDF-1.7\n%âãÏÓ\n'), 'holiday.png', 'application/pdf'],
    ['a JPEG without an ending', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF'), 'picture', 'image/jpeg'],
    ['a table of text', bytes('a,b\n1,2\n'), 'table.CSV', 'text/csv'],
    ['a text with accents and tabs', bytes('Ünïcode\tand\r\nlines'), 'notes.txt', 'text/plain'],
    ['a text that starts with a byte order mark', bytes('\uFEFFname'), 'notes.txt', 'text/plain'],
  ])('%s is told by its content', async (_what, content, name, kind) => {
    expect(await kindOfFile(content, name)).toBe(kind);
  });

  test('a picture is told by its signature', async () => {
    const header = [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0, 0, 0, 0];
    const data = [0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54, 0, 0, 0, 0];
    expect(await kindOfFile(bytes(PNG_SIGNATURE, header, data), 'x.txt')).toBe('image/png');
  });

  test.each([
    ['nothing', bytes(''), 'empty.txt'],
    [
      'a page with a script, under a text’s name',
      bytes([0x3c, 0x3f], 'xml version="1.0"?><svg/>'),
      'logo.svg',
    ],
    ['a programme', bytes([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0], '\0'.repeat(60)), 'report.pdf'],
    ['a programme for Windows', bytes('MZ', '\0'.repeat(60)), 'report.csv'],
    ['a picture that moves', bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0]), 'x.png'],
    ['bytes that are no UTF-8', bytes([0xc3, 0x28, 0xa0, 0xa1]), 'notes.txt'],
    ['text with a zero byte', bytes('a\0b'), 'notes.txt'],
    ['text with an escape sequence', bytes('\u001b[31mred'), 'notes.txt'],
    ['text without an ending', bytes('plain words'), 'README'],
    ['a script by its ending', bytes('alert(1)'), 'run.js'],
    ['a page by its ending', bytes('<script>alert(1)</script>'), 'page.html'],
  ])('%s is none of the kinds that are kept', async (_what, content, name) => {
    expect(await kindOfFile(content, name)).toBeNull();
  });

  test('a zip that is no document is not kept', async () => {
    expect(await kindOfFile(zip([{ name: 'a.txt', content: 'hello' }]), 'a.docx')).toBeNull();
  });
});

describe('the size unpacked', () => {
  test('of a kind that is not zipped is nothing to fear', () => {
    expect(unpackedSize(bytes('%PDF'), 'application/pdf')).toBe(0);
    expect(unpackedSize(bytes('a,b'), 'text/csv')).toBe(0);
  });

  test('adds up what every part says of itself', () => {
    const parts = [
      { name: 'one.xml', content: 'abc' },
      { name: 'two.xml', content: 'defgh' },
    ];
    expect(unpackedSize(zip(parts), DOCX)).toBe(8);
    expect(unpackedSize(zip([]), DOCX)).toBe(0);
  });

  test('a small file that unpacks to gigabytes is seen before it is unpacked', () => {
    const bomb = zip([{ name: 'a.xml', content: 'x', claims: 4_000_000_000 }]);
    expect(unpackedSize(bomb, DOCX)).toBe(4_000_000_000);
  });

  test.each([
    ['without a directory', () => bytes('PK', [3, 4], 'x'.repeat(60))],
    ['cut short', () => zip([{ name: 'a.xml', content: 'abc' }]).slice(0, 40)],
    [
      'whose directory lies elsewhere',
      () => {
        const made = zip([{ name: 'a.xml', content: 'abc' }]);
        made[made.length - 6] = 0xff;
        return made;
      },
    ],
    ['shorter than any directory', () => bytes('PK')],
  ])('of a zip %s is not known', (_what, made) => {
    expect(unpackedSize(made(), DOCX)).toBeNull();
  });
});
