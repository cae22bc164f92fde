import { describe, expect, test } from 'vitest';
import { draw, rowsIn, textOf, words } from '../../../../tests/support/drawn';
import { drawOnPage } from '../../../../tests/support/drawn-form';
import { paths } from '~/paths';
import { FindByDoi } from '../share/find-by-doi';
import { DryRun } from './dry-run';
import { ImportCounts } from './import-counts';
import { ImportReport } from './import-report';
import { PastImports } from './past-imports';
import { HeldFinding, RecordShown, type ImportedRecord } from './record-choice';

const held = { reference: 'H7K4QXM2', title: 'Night work', year: 2021, authors: ['Leah Moyle', 'Ono'] };
const record = (over: Partial<ImportedRecord> = {}): ImportedRecord => ({
  ...{ position: 0, place: 12, title: 'Night work at ports', remarks: [], fault: null, match: null },
  ...{ choice: 'take', undoOutcome: null, sameAs: null, made: null },
  record: { authors: 'Leah Moyle, Ono', year: 2021, venue: 'Ports', doi: '10.1/abc' },
  ...over,
});

describe('what a record says of its work', () => {
  const shown = (over: Partial<ImportedRecord>) =>
    draw(<RecordShown record={record(over)} placeWord="Line" />);

  test('with the place where it stands in the file', () => {
    const $ = shown({});
    expect(words($('h2').text())).toBe('Line 12Night work at ports');
    expect($('p').text()).toBe('Leah Moyle, Ono. 2021. Ports. DOI 10.1/abc');
  });

  test('leaves out what it does not say', () => {
    const $ = shown({ record: { authors: '', year: null, venue: 'Ports', doi: null } });
    expect($('p').text()).toBe('Ports');
    expect(words(shown({ title: '' })('h2').text())).toBe('Line 12A record without a title');
  });

  test('one that cannot be taken says why, and remarks stand below, as text', () => {
    const $ = shown({ record: undefined, fault: 'It has no <title>.', remarks: ['The year was guessed.'] });
    expect(words($('p').first().text())).toBe('Cannot be taken It has no <title>.');
    expect($('.govuk-hint').text()).toBe('The year was guessed.');
  });
});

describe('the finding that a record may be', () => {
  const line = (over: Partial<ImportedRecord>) =>
    textOf(<HeldFinding record={record({ sameAs: held, ...over })} />);

  test.each([
    ['doi', 'Held already, with the same DOI: Night work (Leah Moyle and others, 2021)'],
    ['title', 'Held already, with the same title and year: Night work (Leah Moyle and others, 2021)'],
    ['named', 'You said that it is this finding: Night work (Leah Moyle and others, 2021)'],
  ] as const)('found by %s reads “%s”', (match, words) => expect(line({ match })).toBe(words));

  test('one nearly alike is for a person to decide', () => {
    expect(line({ match: 'near' })).toContain('Decide whether it is the same');
  });

  test('one author stands alone, and a missing year is said', () => {
    const sameAs = { ...held, authors: ['Leah Moyle'], year: null };
    expect(line({ match: 'doi', sameAs })).toContain('(Leah Moyle, no date)');
    expect(line({ match: 'doi', sameAs: { ...sameAs, authors: [] } })).toContain('(no date)');
  });

  test('new work has none', () => {
    expect(line({ match: null })).toBe('');
  });
});

describe('a dry run', () => {
  const shown = (records: ImportedRecord[], next: number | null = null) =>
    drawOnPage(<DryRun reply={undefined} records={records} placeWord="Line" next={next} />);

  test('ticks what would become of each record, and carries which it is', () => {
    const $ = shown([record({ position: 7 })]);
    expect($('input[name="choices[0].position"]').attr('value')).toBe('7');
    expect($('input[checked]').attr('value')).toBe('take');
    expect($('input[type=radio]').length).toBe(3);
  });

  test('what nobody decided has nothing ticked', () => {
    expect(shown([record({ choice: null, match: 'near', sameAs: held })])('input[checked]').length).toBe(0);
  });

  test('the same DOI is never made twice', () => {
    const $ = shown([record({ match: 'doi', sameAs: held, choice: 'same' })]);
    expect($('input[value=take]').length).toBe(0);
    expect($('input[checked]').attr('value')).toBe('same');
    expect($('details').length).toBe(0);
  });

  test('a faulty record has no choice, and does not shift those after it', () => {
    const $ = shown([record({ fault: 'No title.' }), record({ position: 1, choice: 'skip' })]);
    expect($('li').first().find('input').length).toBe(0);
    expect($('li').last().find('input[type=hidden]').attr('value')).toBe('1');
    expect($('li').last().find('input[checked]').attr('value')).toBe('skip');
  });

  test('a finding that was named stands in its box as people write it', () => {
    const $ = shown([record({ match: 'named', sameAs: held, choice: 'same' })]);
    expect($('input[name="choices[0].sameAs"]').attr('value')).toBe('H7K4-QXM2');
  });

  test('goes on where there is more, and saves where there is not', () => {
    const more = shown([record()], 50);
    expect(more('button[name=next]').attr('value')).toBe('50');
    expect(more('button').length).toBe(2);
    expect(shown([record()])('button').text()).toBe('Save these choices');
  });
});

describe('what an import comes to', () => {
  const counts = { take: 8, same: 2, skip: 1, faulty: 3, undecided: 4, made: 0, undone: 0 };
  const strip = (over: Partial<typeof counts>, isDone: boolean) =>
    textOf(<ImportCounts counts={{ ...counts, ...over }} isDone={isDone} />);

  test('before it is carried out, what would be made', () => {
    expect(strip({}, false)).toBe('8 would be made2 held already4 not decided1 left out3 cannot be taken');
  });

  test('afterwards what was made and still is', () => {
    expect(strip({ made: 8 }, true)).toContain('8 made');
    expect(strip({ made: 8, undone: 3 }, true)).toMatch(/^5 made.*3 taken back$/);
    expect(strip({ made: 8 }, true)).not.toContain('taken back');
  });
});

describe('what became of each record', () => {
  const row = (over: Partial<ImportedRecord>) =>
    rowsIn(draw(<ImportReport records={[record(over)]} placeWord="Row" />))[0]?.slice(2);

  test.each<[Partial<ImportedRecord>, string[]]>([
    [{ made: 'AAAA2222' }, ['Made', '']],
    [{ made: 'AAAA2222', undoOutcome: 'undone' }, ['Taken back', '']],
    [{ made: 'AAAA2222', undoOutcome: 'kept' }, ['Made', 'Somebody has changed, rated or used it since.']],
    [{ choice: 'same', sameAs: held }, ['Held already', '']],
    [{ choice: 'skip' }, ['Left out', 'You left it out.']],
    [{ choice: null }, ['Left out', 'Nobody decided whether it is held already.']],
    [
      { choice: 'skip', fault: 'No title.', remarks: ['Line 3 was cut.'] },
      ['Left out', 'No title. Line 3 was cut.'],
    ],
  ])('%j reads %j', (over, cells) => expect(row(over)).toEqual(cells));

  test('leads to what was made, and to what was held', () => {
    const href = (over: Partial<ImportedRecord>) =>
      draw(<ImportReport records={[record(over)]} placeWord="Row" />)('td a').attr('href');
    expect(href({ made: 'AAAA2222' })).toBe(paths.finding('AAAA2222'));
    expect(href({ choice: 'same', sameAs: held })).toBe(paths.finding('H7K4QXM2'));
  });
});

describe('files that were read in', () => {
  const item = { reference: 'BBBB2222', fileName: '<b>list</b>.ris', by: null, records: 12, made: 0 };
  const past = (state: 'dry run' | 'carried out' | 'undone') =>
    draw(<PastImports imports={[{ ...item, readAt: '2026-11-20T09:00:00Z', state }]} />);

  test('say when, how many, and how far each has come', () => {
    expect(rowsIn(past('dry run'))[0]).toEqual([
      ...['<b>list</b>.ris', '', '20 November 2026', '12', '0', 'Not imported yet'],
    ]);
    expect(rowsIn(past('carried out'))[0]?.at(-1)).toBe('Imported');
    expect(rowsIn(past('undone'))[0]?.at(-1)).toBe('Undone');
    expect(past('undone')('a').attr('href')).toBe(paths.bibliographyImport('BBBB2222'));
  });

  test('none takes no room', () => expect(textOf(<PastImports imports={[]} />)).toBe(''));
});

test('finding by DOI keeps what was typed and says what was wrong', () => {
  const $ = draw(<FindByDoi typed={'10.1/"x'} error="Enter a DOI" />);
  expect($('form').attr('action')).toBe(paths.shareByHand());
  expect($('#find-doi').attr('value')).toBe('10.1/"x');
  expect($('.govuk-error-message').text()).toContain('Enter a DOI');
});
