import { beforeAll, expect, test } from 'vitest';
import { hostileArchives, type HostileFile } from '../../../../../tests/support/hostile/bibliographies';
import { hostileTexts } from '../../../../../tests/support/hostile/texts';
import type { BibliographicRecord } from './bibliographic-record';
import { bibliographyFormats } from './bibliography-formats';
import { readBibliography } from './read-bibliography.server';
import { writeBibliography } from './write-bibliography.server';

/** Of processor time: others may be at work on the same machine. */
const MOST_MILLISECONDS = 1000;
const MOST_GROWTH = 400_000_000;

const whole: BibliographicRecord = {
  ...{ kind: 'article', title: 'Ünder “quotes”, {braces} & 東京', year: 2020, venue: 'A, B', volume: '1' },
  ...{ issue: '2', pages: '3-4', publisher: 'P', doi: '10.1000/x', webAddress: 'https://example.org/' },
  ...{ licence: 'CC BY', abstract: 'One.\nTwo.', keywords: ['Fraud'], note: '' },
  authors: [{ name: 'Jan van der Berg', orcid: null }],
};

async function* once() {
  yield [1, 2, 3].map((place) => ({ key: `k${place}`, record: whole }));
}

async function wholeFiles(): Promise<HostileFile[]> {
  const files: HostileFile[] = [];
  for (const format of bibliographyFormats) {
    const parts: Buffer[] = [];
    for await (const part of writeBibliography(format, once())) parts.push(Buffer.from(part as string));
    files.push({ name: format, bytes: Buffer.concat(parts) });
  }
  return files;
}

const PLACES = 24;
const marks: Record<string, number[]> = {
  'UTF-8': [0xef, 0xbb, 0xbf],
  'UTF-8 twice': [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf],
  'UTF-16 little': [0xff, 0xfe],
  'UTF-16 big': [0xfe, 0xff],
  'UTF-32': [0xff, 0xfe, 0, 0],
};

/** A whole file broken off, damaged and in encodings that it is not in. */
function spoilt({ name, bytes }: HostileFile): HostileFile[] {
  const at = (place: number) => Math.floor((bytes.length * place) / PLACES);
  const text = bytes.toString();
  const places = Array.from({ length: PLACES }, (_, place) => place);
  return [
    ...places.map((place) => ({ name: `broken off at ${place}`, bytes: bytes.subarray(0, at(place)) })),
    ...places.map((place) => {
      const changed = Buffer.from(bytes);
      changed[at(place)] = (changed[at(place)] ?? 0) ^ 0xff;
      return { name: `changed at ${place}`, bytes: changed };
    }),
    ...Object.entries(marks).map(([mark, first]) => ({
      name: `marked as ${mark}`,
      bytes: Buffer.concat([Buffer.from(first), bytes]),
    })),
    { name: 'in Latin-1', bytes: Buffer.from(text, 'latin1') },
    { name: 'in UTF-16', bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]) },
    { name: 'in UTF-16 without a mark', bytes: Buffer.from(text, 'utf16le') },
    { name: 'backwards', bytes: Buffer.from(bytes).reverse() },
    { name: 'after zeros', bytes: Buffer.concat([Buffer.alloc(1000), bytes]) },
    { name: 'twice', bytes: Buffer.concat([bytes, bytes]) },
  ].map((one) => ({ ...one, name: `${name}: ${one.name}` }));
}

let corpus: HostileFile[] = [];
beforeAll(async () => {
  corpus = [
    ...(await wholeFiles()).flatMap(spoilt),
    ...hostileTexts(),
    ...hostileArchives(),
    { name: 'nothing', bytes: Buffer.alloc(0) },
    { name: 'larger than allowed', bytes: Buffer.alloc(10_000_001, 'x') },
    { name: 'zeros', bytes: Buffer.alloc(1_000_000) },
  ];
});

test('every hostile file is answered soon and plainly, and none throws', () => {
  const wrong: string[] = [];
  for (const { name, bytes } of corpus) {
    const [before, started] = [process.memoryUsage.rss(), process.cpuUsage()];
    try {
      const { records, messages } = readBibliography(bytes);
      if (records.length === 0 && messages.length === 0) wrong.push(`${name}: no answer`);
      if (records.some(({ title, doi }) => title === '' && doi === null)) wrong.push(`${name}: says nothing`);
      if (messages.some((message) => message.length > 20_000)) wrong.push(`${name}: a message without end`);
    } catch (fault) {
      wrong.push(`${name}: ${String(fault)}`);
    }
    const { user, system } = process.cpuUsage(started);
    const took = (user + system) / 1000;
    const grew = process.memoryUsage.rss() - before;
    if (took > MOST_MILLISECONDS) wrong.push(`${name}: ${Math.round(took)} ms`);
    if (grew > MOST_GROWTH) wrong.push(`${name}: ${Math.round(grew / 1e6)} MB`);
  }
  expect(wrong).toEqual([]);
  expect(corpus.length).toBeGreaterThan(200);
  expect(Object.keys(Object.prototype)).toEqual([]);
}, 60_000);

const answer = (name: string) => readBibliography(corpus.find((one) => one.name === name)!.bytes);

test.each([
  ['ods: bomb', 'too large'],
  ['ods: bomb that lies', 'too large'],
  ['ods: entity of a file', 'damaged'],
  ['ods: entities within entities', 'damaged'],
  ['ods: paths upwards', 'damaged'],
  ['ods: content twice', 'damaged'],
  ['larger than allowed', 'larger than 10 MB'],
  ['csv: no names of columns', 'name the columns'],
  ['csl-json: not the end', 'no JSON'],
  ['nothing', 'no BibTeX'],
])('%s is refused: %s', (name, message) => {
  const { records, messages } = answer(name);
  expect(records).toEqual([]);
  expect(messages.join(' ')).toContain(message);
});

test.each(['bibtex', 'ris', 'csl-json', 'csv', 'ods'])(
  'ten thousand records of %s are all read',
  (format) => {
    expect(answer(`${format}: ten thousand records`).records.length).toBeGreaterThanOrEqual(10_000);
  },
);

test('what is still whole is read from a file that is not', () => {
  expect(answer('bibtex: broken off at 20').records).toHaveLength(3);
  expect(answer('ris: in UTF-16').records[0]?.title).toBe(whole.title);
  expect(answer('csv: in Latin-1').messages.join()).toContain('Windows-1252');
  expect(answer('csv: prototype as column').unknownColumns).toEqual(['__proto__', 'constructor', 'toString']);
});

test('no control character and no half of a character comes in', () => {
  for (const name of ['ods: nul characters', 'csl-json: halves of characters', 'ris: control characters'])
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    for (const { title } of answer(name).records) expect(title).not.toMatch(/[\u0000-\u001f\u007f]|\p{Cs}/u);
});
