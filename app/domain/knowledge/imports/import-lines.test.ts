import { expect, test } from 'vitest';
import { ods } from '../../../../tests/support/hostile/bibliographies';
import { readBibliography } from '../citations/exchange/read-bibliography.server';
import { choiceByDefault, importStateOf, whyNotUndone } from './bibliography-import';
import { importLines } from './import-lines';

const AREAS = [{ slug: 'fraud', name: 'Fraud and money' }];
const linesOf = (text: string) => importLines(readBibliography(Buffer.from(text)), AREAS);

const CSV = [
  'year,TITLE,Authors,Colour,doi,Threat areas,Licence,Note,Key messages',
  '2020,A work,Leah Moyle; Home Office,red,10.1000/AbC,FRAUD; Fraud and money; Weather,CC BY 4.0,,Said',
  '2021,The same by DOI,,,https://doi.org/10.1000/aBc,,,,',
  '2020,a WORK,,,,,,,',
  '2021,A work,,,,,,,',
  '2021,Taken back,,,,,,Retracted,',
  '2021,Made up,,,,,,Inside the network only; Invented for the demonstration,',
  '2021,,,,10.1000/only,,,,',
  '"2022","\'=1+1",,,,,,,',
].join('\r\n');

test('each record is what an import would take, or says why it cannot be taken', () => {
  const lines = linesOf(CSV);
  expect(lines.map(({ place, fault }) => [place, fault])).toEqual([
    [2, null],
    [3, 'It is the same as the one at 2.'],
    [4, 'It is the same as the one at 2.'],
    // Another year, no DOI: another work, as far as anybody can tell.
    [5, null],
    [6, 'It is marked as retracted.'],
    [7, 'It is marked as invented for a demonstration.'],
    [8, 'It has no title.'],
    [9, null],
  ]);
  expect(lines[0]).toMatchObject({
    record: {
      ...{ title: 'A work', doi: '10.1000/abc', licence: 'CC BY 4.0', threatAreas: ['fraud'] },
      authors: ['Leah Moyle', 'Home Office'],
      verified: false,
    },
    remarks: ['Keywords that are no threat area: Weather.', 'Its abstract or key messages are not taken in.'],
  });
  expect(lines.at(-1)?.record?.title).toBe('=1+1');
  expect(lines.filter(({ record, fault }) => (record === null) === (fault === null))).toEqual([]);
});

test('a spreadsheet made by hand comes in the same', () => {
  const row = (...texts: string[]) =>
    `<table:table-row>${texts.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
  const bytes = ods(
    row('Year', 'Title', 'Kind') + row('2019', 'Small &amp; boats<text:line-break/>big', 'report'),
  );
  expect(importLines(readBibliography(bytes), [])).toMatchObject([
    { place: 2, record: { title: 'Small & boats big', year: 2019, kind: 'report' } },
  ]);
});

test('new work is taken, held work is not made twice, what is nearly the same waits for a person', () => {
  const chosen = [null, 'doi', 'title', 'near'] as const;
  expect(chosen.map((match) => choiceByDefault(null, match))).toEqual(['take', 'same', 'same', null]);
  expect(choiceByDefault('It has no title.', null)).toBe('skip');
});

test.each([
  [null, null, 0, 'dry run', 'Nothing was imported yet.'],
  ['2026-11-01T10:00Z', null, 23.9, 'carried out', null],
  ['2026-11-01T10:00Z', null, 24, 'carried out', 'It was imported more than 24 hours ago.'],
  ['2026-11-01T10:00Z', '2026-11-01T11:00Z', 2, 'undone', 'This was undone already.'],
])('imported %s and undone %s, %s hours on: %s', (carriedOut, undone, hours, state, why) => {
  const at = (text: string | null) => (text ? new Date(text) : null);
  const stamps = { carriedOutAt: at(carriedOut), undoneAt: at(undone) };
  expect(importStateOf(stamps)).toBe(state);
  const now = new Date(Date.parse('2026-11-01T10:00Z') + hours * 3_600_000);
  expect(whyNotUndone(stamps, now)).toBe(why);
});
