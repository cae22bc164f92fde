import { expect, test } from 'vitest';
import { ods } from '../../../../../tests/support/hostile/bibliographies';
import { readBibliography } from './read-bibliography.server';
import { lineCounter } from './read-record';

const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
const row = (text: string, times = '') => `<table:table-row${times}>${cell(text)}</table:table-row>`;

test.each([
  ['BibTeX', '% mine\n\n@article{a,\n title={One}}\n@string{x="y"}\n@book{b, title={Two}}\n', [3, 6]],
  ['BibTeX on one line', '@article{a, title={One}} @article{b, title={Two}}', [1, 1]],
  ['RIS', '\r\nTY  - JOUR\r\nTI  - One\r\nER  - \r\n\r\nTY  - BOOK\r\nTI  - Two\r\nER  - \r\n', [2, 6]],
  ['CSL-JSON', '[{"title":"One"},\n{"title":"Two"}]', [1, 2]],
  ['CSV', 'Title,Year\n"One\nover two lines",2020\n\nTwo,2021\n', [2, 5]],
])('%s: each record is known by where it starts', (_name, text, places) => {
  const { read } = readBibliography(Buffer.from(text));
  expect(read.map(({ place }) => place)).toEqual(places);
});

test('rows of a sheet count as a spreadsheet shows them, empty and repeated ones too', () => {
  const gap = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>';
  const repeated = row('Twice', ' table:number-rows-repeated="2"');
  const bytes = ods(`${row('Title')}${gap}${row('One')}${repeated}${row('Last')}`);
  expect(readBibliography(bytes).read.map(({ place, record }) => [place, record.title])).toEqual([
    [5, 'One'],
    [6, 'Twice'],
    [8, 'Last'],
  ]);
});

test('what could not be kept is said, and a record that says nothing is told of too', () => {
  const csv = `Title,Year,DOI,Web address\nOne,20x4,11.5/x,ftp://x\n${'t'.repeat(501)},,,\n,2020,,`;
  const { read, records } = readBibliography(Buffer.from(csv));
  expect(read.map(({ place, remarks }) => [place, remarks])).toEqual([
    [
      2,
      [
        '“20x4” holds no year from 1800 to 2100.',
        '“11.5/x” is not a DOI.',
        '“ftp://x” is not a web address.',
      ],
    ],
    [3, ['The title was cut at 500 characters.']],
    [4, []],
  ]);
  expect(records).toHaveLength(2);
  const csl = '[{"title":"One","DOI":"no","URL":"gopher://x"}]';
  expect(readBibliography(Buffer.from(csl)).read[0]?.remarks).toHaveLength(2);
});

test('lines are counted once for places asked in order', () => {
  const lineOf = lineCounter('a\nb\n\nc');
  expect([lineOf(0), lineOf(2), lineOf(2), lineOf(5)]).toEqual([1, 2, 2, 4]);
});
