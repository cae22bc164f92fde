import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { takeApart } from '../../../../../prisma/seed/publication-venue';
import { nameParts } from '../author-name';
import { workKinds } from '../work-kinds';
import type { BibliographicRecord, KeyedRecord } from './bibliographic-record';
import { bibliographyFormats, type BibliographyFormat } from './bibliography-formats';
import { cleanRecord } from './clean-record';
import { FIELDS_HELD, shortcomings, type RecordField } from './fields-held';
import { readBibliography } from './read-bibliography.server';
import { writeBibliography } from './write-bibliography.server';

interface Seeded {
  title: string;
  authors: string[];
  year: number | null;
  venue: string;
  doi: string | null;
  threat_areas: string[];
}

const seeded = JSON.parse(
  readFileSync(new URL('../../../../../prisma/seed/data/publications.json', import.meta.url), 'utf8'),
) as Seeded[];

const EMPTY: BibliographicRecord = {
  ...{ kind: 'article', title: 'A title', authors: [], year: 2020, venue: '', volume: null, issue: null },
  ...{ pages: null, publisher: null, doi: null, webAddress: null },
  ...{ licence: '', abstract: '', keywords: [], note: '' },
};
const named = (...names: string[]) => names.map((name) => ({ name, orcid: null }));
const record = (over: Partial<BibliographicRecord>): BibliographicRecord => ({ ...EMPTY, ...over });

const publications = seeded.map((one, index) =>
  record({
    ...takeApart(one.venue),
    title: one.title,
    authors: named(...one.authors),
    year: one.year,
    doi: one.doi,
    keywords: one.threat_areas,
    licence: index % 3 === 0 ? 'CC BY 4.0' : '',
    webAddress: index % 4 === 0 ? `https://example.org/a_b/${index}?x=1&y=~2#z%20` : null,
    abstract: index % 2 === 0 ? 'Most of it happens at night.\n\n- One city; one year, 50% & more.' : '',
  }),
);

/** What files break on: each once, where it hurts. */
const hard: BibliographicRecord[] = [
  ...[
    ['Jan van der Berg', 'García Márquez, Gabriel', "M. S. van 't Hoff-de Goede", 'Ludwig van Beethoven'],
    ['Home Office', 'Department for Business, Energy and Industrial Strategy', 'Europol', 'Leah Moyle'],
    ['山田 太郎', '王小明', 'Иван Петров', 'محمد علي', 'דוד לוי', 'Ελένη Παππά', 'Nguyễn Văn An', '김민수'],
    ['Smith and Sons Research Group', 'Anderson, Andy', 'Sandra Band', 'Björn Ross', 'Þór Ægisson'],
    ['Ye', 'Ng Xi', 'O’Brien, Conor', "D'Arcy McGee, Thomas", 'G. Bissias et al.'],
  ].map((names) => record({ authors: named(...names) })),
  ...[
    '=1+1',
    '+44',
    '-x',
    '@cmd',
    "'=quoted",
    "''-twice",
    "'plain quote",
    'A "quoted", title; with {braces} and } one { loose',
    'C:\\temp & 50% of $5 #1_a ~b^c',
    "Dashes -- and --- and – and —, ``quotes'' and \\\"u",
    '  <bold> & x < y > z &amp; &#65; ]]> <!-- no -->',
    'TY  - JOUR ER  - @article{a, title = {b}}',
    'α-Pinen, naïve Œuvre, 東京, 😀 and 𝔘𝔫𝔦',
    'null',
    '123',
    '1e5',
  ].map((title) => record({ title })),
  ...['1-13', 'S1-S10', 'e1022', '102643', 'e-12', '1-3, 7-9', 'iv', 'xi-xv', '100054'].map((pages) =>
    record({ pages, volume: '9', issue: '9-10', venue: 'Crime, Media, Culture' }),
  ),
  ...workKinds.map((kind) => record({ kind, venue: 'The place', publisher: 'The house', volume: 'IV' })),
  record({ keywords: ['Bribery, corruption and sanctions evasion', 'Fraud', 'Drugs & arms'] }),
  record({ note: 'Retracted; Inside the network only', licence: 'Open Government Licence v3.0' }),
  record({ doi: '10.1000/a(b)_{c}\\d' }),
  record({ abstract: '=HYPERLINK("x")\n\n\tIndented,  twice\n-- last' }),
  record({ year: null, venue: 'A', publisher: 'A' }),
];

async function* inChunks(records: BibliographicRecord[]): AsyncGenerator<KeyedRecord[]> {
  const keyed = records.map((one, index) => ({ key: `soundings-${index}`, record: one }));
  for (let from = 0; from < keyed.length; from += 50) yield keyed.slice(from, from + 50);
}

async function written(format: BibliographyFormat, records: BibliographicRecord[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of writeBibliography(format, inChunks(records)))
    parts.push(typeof part === 'string' ? Buffer.from(part) : Buffer.from(part));
  return Buffer.concat(parts);
}

/** What a format is said to hold of a record, with names as their parts: how they are joined is no matter. */
function heldBy(format: BibliographyFormat, one: BibliographicRecord): Record<string, unknown> {
  const clean = cleanRecord({
    ...{ kind: one.kind, title: one.title, authors: one.authors.map(({ name }) => name) },
    ...{ year: one.year ?? undefined, venue: one.venue, volume: one.volume ?? '', issue: one.issue ?? '' },
    ...{ pages: one.pages ?? '', publisher: one.publisher ?? '', doi: one.doi ?? '' },
    ...{ webAddress: one.webAddress ?? '', licence: one.licence, abstract: one.abstract },
    ...{ keywords: one.keywords, note: one.note },
  });
  const fields = Object.entries(clean).map(([field, value]): [string, unknown] => {
    const held = FIELDS_HELD[format][field as RecordField];
    if (held === 'not') return [field, 'not held'];
    if (field === 'authors') return [field, clean.authors.map(({ name }) => nameParts(name))];
    return [field, held === 'line' ? String(value).replaceAll(/\s+/g, ' ') : value];
  });
  return Object.fromEntries(fields);
}

describe.each(bibliographyFormats)('%s', (format) => {
  test('gives the 108 publications back in all the fields that it holds', async () => {
    const {
      records,
      messages,
      read: _read,
      ...answer
    } = readBibliography(await written(format, publications));
    expect(answer).toEqual({ format, unknownColumns: [] });
    expect(messages).toEqual([]);
    expect(publications).toHaveLength(108);
    expect(records.map((one) => heldBy(format, one))).toEqual(publications.map((one) => heldBy(format, one)));
  });

  test('gives back what was put in, not only what it made of it', async () => {
    const said = ({
      kind,
      title,
      year,
      venue,
      volume,
      issue,
      pages,
      publisher,
      authors,
    }: BibliographicRecord) => ({
      ...{ kind, title, year, venue, volume, issue, pages, publisher },
      authors: authors.map(({ name }) => name),
    });
    const { records } = readBibliography(await written(format, publications));
    expect(records.map(said)).toEqual(publications.map(said));
  });

  test.each(hard.map((one) => [JSON.stringify([one.title, one.pages, one.kind, one.doi]).slice(0, 80), one]))(
    'gives back %s',
    async (_name, one) => {
      const back = readBibliography(await written(format, [one, EMPTY])).records;
      expect(back.map((each) => heldBy(format, each))).toEqual(
        [one, EMPTY].map((each) => heldBy(format, each)),
      );
    },
  );

  test('reads a DOI in any case as the same', async () => {
    const [back] = readBibliography(
      await written(format, [record({ doi: '10.1108/JAP-09-2016-0021' })]),
    ).records;
    expect(back?.doi).toBe('10.1108/jap-09-2016-0021');
  });

  test('a list of nothing is a whole file all the same', async () => {
    const answer = readBibliography(await written(format, []));
    expect(answer.records).toEqual([]);
    expect(answer.messages).toHaveLength(1);
  });
});

test('the page says what a format leaves out', () => {
  expect(shortcomings()).toEqual([
    'BibTeX puts key messages on one line.',
    'RIS puts key messages on one line and has no place for the licence.',
  ]);
});
