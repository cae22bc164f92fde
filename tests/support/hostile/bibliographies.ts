import { deflateRawSync, crc32 } from 'node:zlib';

/** A file that no reader may stumble over. */
export interface HostileFile {
  name: string;
  bytes: Buffer;
}

const NAMES = 'urn:oasis:names:tc:opendocument:xmlns';
const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const MEGABYTE = 1_000_000;

interface Part {
  name: string;
  content: Buffer | string;
  statedSize?: number;
  method?: number;
  flags?: number;
}

/** A zip archive (APPNOTE 6.3.10) whose directory may lie. */
export function zip(parts: Part[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, statedSize, method = 8, flags = 0 } of parts) {
    const bytes = Buffer.from(content as string);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(statedSize ?? bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const header = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, title]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const version = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), version, common, tail, title]));
    local.push(header, packed);
    offset += header.length + packed.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(all.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, all, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

const mimetype: Part = { name: 'mimetype', content: MEDIA_TYPE, method: 0 };
const sheet = (rows: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<office:document-content xmlns:office="${NAMES}:office:1.0" xmlns:table="${NAMES}:table:1.0" xmlns:text="${NAMES}:text:1.0"><office:body><office:spreadsheet><table:table>${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
const cells = (...texts: string[]): string =>
  `<table:table-row>${texts.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
export const ods = (rows: string, before = ''): Buffer =>
  zip([mimetype, { name: 'content.xml', content: sheet(rows, before) }]);

const HEAD = cells('Title', 'DOI', 'Year');
const bomb = Buffer.alloc(60 * MEGABYTE, ' ');
const LOL = `<!DOCTYPE x [<!ENTITY a "lol">${'bcdefghij'
  .split('')
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index] ?? ''};`.repeat(10)}">`)
  .join('')}]>`;
const OUTSIDE = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>';

const archives: [string, () => Buffer][] = [
  ['bomb', () => zip([mimetype, { name: 'content.xml', content: bomb }])],
  ['bomb that lies', () => zip([mimetype, { name: 'content.xml', content: bomb, statedSize: 10 }])],
  ['bomb as media type', () => zip([{ name: 'mimetype', content: bomb }])],
  ['entities within entities', () => ods(HEAD + cells('&j;', '', ''), LOL)],
  ['entity of a file', () => ods(HEAD + cells('&file;', '', ''), OUTSIDE)],
  ['paths upwards', () => zip([mimetype, { name: '../../content.xml', content: sheet(HEAD) }])],
  ['absolute path', () => zip([mimetype, { name: '/content.xml', content: sheet(HEAD) }])],
  ['path of another system', () => zip([mimetype, { name: '..\\content.xml', content: sheet(HEAD) }])],
  [
    'content twice',
    () => zip([mimetype, ...[1, 2].map(() => ({ name: 'content.xml', content: sheet(HEAD) }))]),
  ],
  ['no media type', () => zip([{ name: 'content.xml', content: sheet(HEAD) }])],
  ['another media type', () => zip([{ name: 'mimetype', content: 'text/plain' }])],
  ['encrypted', () => zip([mimetype, { name: 'content.xml', content: sheet(HEAD), flags: 1 }])],
  ['unknown packing', () => zip([mimetype, { name: 'content.xml', content: 'x', method: 99 }])],
  ['no parts', () => zip([])],
  ['two thousand parts', () => zip(Array.from({ length: 2000 }, (_, n) => ({ name: `${n}`, content: '' })))],
  ['prototype as column', () => ods(cells('Title', '__proto__', 'constructor') + cells('T', 'x', 'y'))],
  ['no rows', () => ods('')],
  ['no known column', () => ods(cells('A', 'B') + cells('1', '2'))],
  ['empty content', () => zip([mimetype, { name: 'content.xml', content: '' }])],
  ['nul characters', () => ods(HEAD + cells('A\u0000B&#0;&#x1F;&#xD800;&#99999999;', '', ''))],
  ['deep nesting', () => ods(HEAD + '<a>'.repeat(50_000))],
  ['tables within tables', () => ods('<table:table>'.repeat(50_000) + HEAD)],
  ['annotations without end', () => ods(HEAD + '<office:annotation>'.repeat(50_000))],
  [
    'columns repeated a billion times',
    () =>
      ods(
        `${HEAD}<table:table-row><table:table-cell table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell></table:table-row>`,
      ),
  ],
  [
    'rows repeated a billion times',
    () =>
      ods(
        HEAD + cells('T').replace('<table:table-row>', '<table:table-row table:number-rows-repeated="1e9">'),
      ),
  ],
  ['spaces repeated', () => ods(HEAD + cells('<text:s text:c="999999999"/>'.repeat(10_000)))],
  ['quotes without end', () => ods(`${HEAD}<table:table-row ${'a="" '.repeat(100_000)}`)],
  ['a quote in a tag', () => ods(`${HEAD}<table:table-row a="${'<'.repeat(MEGABYTE)}`)],
  ['comment without end', () => ods(`${HEAD}<!-- ${'--'.repeat(MEGABYTE)}`)],
  ['section without end', () => ods(`${HEAD}<![CDATA[ ${']]'.repeat(MEGABYTE)}`)],
  ['huge cell', () => ods(HEAD + cells('x'.repeat(9 * MEGABYTE)))],
  ['wide row', () => ods(cells(...Array.from({ length: 20_000 }, (_, n) => `Title ${n}`)))],
  [
    'ten thousand records',
    () => ods(HEAD + Array.from({ length: 10_000 }, (_, n) => cells(`T ${n}`, '', '2020')).join('')),
  ],
];

export const hostileArchives = (): HostileFile[] =>
  archives.map(([name, make]) => ({ name: `ods: ${name}`, bytes: make() }));
