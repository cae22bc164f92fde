import { BIBLIOGRAPHY_FORMATS } from '../bibliography-formats';
import type { KeyedRecord } from '../bibliographic-record';
import { columnNames, rowOf } from './table-columns';
import { toXmlText } from './xml-scan';
import { zipArchive } from './zip-archive.server';

const MEDIA_TYPE = BIBLIOGRAPHY_FORMATS.ods.mediaType;
const NAMES = 'urn:oasis:names:tc:opendocument:xmlns';

const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="${NAMES}:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MEDIA_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
`;

const headOf = (sheet: string, columns: number): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="${NAMES}:office:1.0" xmlns:table="${NAMES}:table:1.0" xmlns:text="${NAMES}:text:1.0" office:version="1.3"><office:body><office:spreadsheet><table:table table:name="${toXmlText(sheet)}"><table:table-column table:number-columns-repeated="${columns}"/>
`;
const TAIL = '</table:table></office:spreadsheet></office:body></office:document-content>\n';

/** White space at the start, and after other white space, is kept only as an element of its own. */
const paragraph = (line: string): string =>
  `<text:p>${toXmlText(line)
    .replaceAll(/^ +| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>')}</text:p>`;

function cell(value: string | number): string {
  if (value === '') return '<table:table-cell/>';
  if (typeof value === 'number')
    return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  const lines = value.split(/\r\n|\n|\r/).map(paragraph);
  return `<table:table-cell office:value-type="string">${lines.join('')}</table:table-cell>`;
}

const row = (cells: readonly (string | number)[]): string =>
  `<table:table-row>${cells.map(cell).join('')}</table:table-row>\n`;

async function* content(chunks: AsyncIterable<KeyedRecord[]>): AsyncGenerator<string> {
  yield `${headOf('Findings', columnNames.length)}<table:table-header-rows>${row(columnNames)}</table:table-header-rows>\n`;
  for await (const chunk of chunks) yield chunk.map((one) => row(rowOf(one))).join('');
  yield TAIL;
}

/** A sheet of lines, made as it is read. */
async function* sheetOf(
  sheet: string,
  lines: readonly (readonly (string | number)[])[],
): AsyncGenerator<string> {
  await Promise.resolve();
  yield headOf(sheet, Math.max(1, ...lines.map(({ length }) => length)));
  yield lines.map(row).join('');
  yield TAIL;
}

const packaged = (sheet: AsyncIterable<string>): AsyncGenerator<Uint8Array> =>
  zipArchive([
    { name: 'mimetype', content: MEDIA_TYPE },
    { name: 'META-INF/manifest.xml', content: MANIFEST },
    { name: 'content.xml', content: sheet },
  ]);

/** Lines of figures as an OpenDocument spreadsheet of one sheet. */
export const odsOfLines = (
  sheet: string,
  lines: readonly (readonly (string | number)[])[],
): AsyncGenerator<Uint8Array> => packaged(sheetOf(sheet, lines));

/**
 * A bibliography as an OpenDocument 1.3 spreadsheet of one sheet (ISO/IEC 26300; part 2 has the package, whose
 * `mimetype` comes first and is stored as it is). Cells are texts, never formulas.
 */
export const odsFile = (chunks: AsyncIterable<KeyedRecord[]>): AsyncGenerator<Uint8Array> =>
  packaged(content(chunks));
