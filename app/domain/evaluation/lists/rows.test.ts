import { describe, expect, test } from 'vitest';
import { newReference } from '../../new-reference.server';
import { isRefusal } from '../../refusal';
import { isUndoable, MOST_ROWS } from './list-kinds';
import { planRows, type Known } from './plan-rows';
import { readList } from './read-list';

const bytes = (text: string) => new TextEncoder().encode(text);
const refusalOf = (kind: Parameters<typeof readList>[0], given: Uint8Array) => {
  const read = readList(kind, given);
  return isRefusal(read) ? read.name : read;
};

describe('a file of rows', () => {
  test('is read by the names of its columns, in any order, with quotes, line ends and a byte order mark', () => {
    const file = '\uFEFFREASON,second,First\r\n"They wrote, ""a paper"",\ntogether",b@x.uk,a@x.uk\r\n\r\n';
    expect(readList('apart', bytes(file))).toEqual([
      { Reason: 'They wrote, "a paper",\ntogether', Second: 'b@x.uk', First: 'a@x.uk' },
    ]);
    expect(readList('assessors', bytes('assessor,message\na@x.uk'))).toEqual([
      { Assessor: 'a@x.uk', Message: '' },
    ]);
    expect(readList('assessors', bytes("assessor,message\na@x.uk,'=1+1"))).toEqual([
      { Assessor: 'a@x.uk', Message: '=1+1' },
    ]);
  });

  test.each<[string, Uint8Array]>([
    ['FileIsNotText', new Uint8Array([0xff, 0xfe, 0x41, 0x00])],
    ['FileIsNotText', new Uint8Array([0x41, 0xe9, 0x2c])],
    ['FileIsNotText', bytes('Assessor\n\0')],
    ['FileIsEmpty', bytes('')],
    ['FileIsEmpty', bytes('Assessor\n\n\n')],
    ['ColumnsAreWrong', bytes('Name\nAda')],
    ['ColumnsAreWrong', bytes('Assessor,Assessor\nAda,Bo')],
    ['ColumnsAreWrong', bytes('Message\nHello')],
    ['ColumnsAreWrong', bytes('Assessor,Salary\nAda,1')],
    ['RowIsTooWide', bytes('Assessor\na@x.uk,more')],
    ['ListIsTooLong', bytes(`Assessor\n${'a@x.uk\n'.repeat(MOST_ROWS + 1)}`)],
    ['FileIsEmpty', bytes(`"${'Assessor\n'.repeat(1000)}`)],
  ])('%s refuses one that is none', (name, given) => {
    expect(refusalOf('assessors', given)).toBe(name);
  });

  test('of ten million bytes is answered in bounded time', () => {
    const started = performance.now();
    expect(refusalOf('assessors', bytes(`Assessor\n${'x'.repeat(9_999_000)}`))).toHaveLength(1);
    expect(refusalOf('assessors', bytes('"'.repeat(9_999_999)))).toBe('FileIsEmpty');
    expect(refusalOf('assessors', bytes(`Assessor\n${'a,\n'.repeat(1_000_000)}`))).toBe('ListIsTooLong');
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

const [BID, OTHER, NONE, ADA, BO] = ['', '', '', '', ''].map(() => newReference()) as [
  string,
  string,
  string,
  string,
  string,
];

const known: Known = {
  bids: new Set([BID, OTHER]),
  assessors: new Map([
    [ADA, ADA],
    ['ada@x.uk', ADA],
    [BO, BO],
  ]),
  settled: new Set([`${BID} ${ADA} pin`]),
  apart: new Set([[ADA, BO].sort().join(' ')]),
};
const about = { known, now: new Date('2026-11-23T10:00:00Z') };
const plan = (...args: [Parameters<typeof planRows>[0], ...Record<string, string>[]]) =>
  planRows(args[0], args.slice(1) as Record<string, string>[], about).map(({ asked, verdict, why }) => [
    verdict,
    asked ?? why,
  ]);

describe('what rows ask for', () => {
  test('assessors are asked by reference or address, with a fortnight to answer unless a day is given', () => {
    const asked = { message: '', answerBy: '2026-12-07' };
    expect(
      plan(
        'assessors',
        { Assessor: 'Bo@X.uk' },
        { Assessor: 'bo@x.uk' },
        { Assessor: '' },
        { Assessor: BID, 'Answer by': '2026-11-30', Message: 'Please' },
      ),
    ).toEqual([
      ['do', { person: 'bo@x.uk', ...asked }],
      ['same', 'Row 1 asks for it already'],
      ['no', 'It names nobody'],
      ['do', { person: BID, message: 'Please', answerBy: '2026-11-30' }],
    ]);
  });

  test('assignments name a bid and an evaluator of this competition, and change what is not so yet', () => {
    expect(
      plan(
        'assignments',
        { Bid: BID, Assessor: 'ada@x.uk' },
        { Bid: OTHER, Assessor: 'ada@x.uk', Rule: 'Never' },
        { Bid: BID, Assessor: BO, Rule: 'free' },
        { Bid: NONE, Assessor: 'ada@x.uk' },
        { Bid: BID, Assessor: 'eve@x.uk' },
        { Bid: BID, Assessor: 'ada@x.uk', Rule: 'perhaps' },
      ).map(([verdict]) => verdict),
    ).toEqual(['same', 'do', 'same', 'no', 'no', 'no']);
  });

  test('pairs count once whichever comes first; outcomes are two words', () => {
    expect(plan('apart', { First: 'ada@x.uk', Second: BO, Reason: 'x' })[0]?.[0]).toBe('same');
    expect(plan('apart', { First: 'ada@x.uk', Second: 'eve@x.uk' })[0]?.[0]).toBe('no');
    expect(
      plan(
        'eligibility',
        { Bid: BID, Outcome: 'Eligible' },
        { Bid: BID, Outcome: 'excluded', Reason: 'No UK partner' },
        { Bid: OTHER, Outcome: 'late' },
        { Bid: 'nonsense', Outcome: 'excluded' },
      ).map(([verdict]) => verdict),
    ).toEqual(['same', 'do', 'no', 'no']);
    expect(plan('remove', { Assessor: BO }, { Assessor: 'x' }).map(([verdict]) => verdict)).toEqual([
      'do',
      'no',
    ]);
  });
});

test('what can be undone is, for a day', () => {
  const at = new Date('2026-11-23T10:00:00Z');
  const after = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
  const done = { carriedOutAt: at, undoneAt: null };
  expect(isUndoable('assessors', done, after(23.9))).toBe(true);
  expect(isUndoable('assessors', done, after(24))).toBe(false);
  expect(isUndoable('remind', done, after(1))).toBe(false);
  expect(isUndoable('apart', { ...done, undoneAt: at }, after(1))).toBe(false);
  expect(isUndoable('apart', { carriedOutAt: null, undoneAt: null }, after(1))).toBe(false);
});
