import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addInterimSetInput, interimName, latestExpiry } from './interim/interim-form';
import { declareFollowingInput, endFollowingInput, followedOf } from './following/following-form';
import { proposeJointSetInput, reviseJointSetInput, signJointSetInput } from './joint/joint-form';
import { describeObjectiveInput } from './objectives/objective-form';
import { saveWeightingInput } from './scoring/weighting-form';

interface Parsed {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}

/** The field that is wrong and what it is told, or nothing where all is well. */
const wrong = ({ error }: Parsed): string[] =>
  (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

const HOW = 'Enter a date as far as it is known, like 2026, 2026-11 or 2026-11-21';

describe('a jointly owned set as typed', () => {
  const typed = {
    document: 'Borders together',
    kind: 'threat',
    startsWritten: '2026-11',
    endsWritten: '',
    priorities: 'Fraud\nDrugs',
    owners: 'Home Office\nPolice',
    note: '',
  };
  const wrongWith = (over: Record<string, unknown>) =>
    wrong(proposeJointSetInput.safeParse({ ...typed, ...over }));

  test('is taken as it is, trimmed, without an end and without a note', () => {
    const read = proposeJointSetInput.parse({
      ...typed,
      document: '  Borders together\r\n',
      note: undefined,
    });
    expect(read).toEqual(typed);
  });

  test.each([
    [{ document: '' }, ['document: Give the set a name']],
    [{ document: ' \r\n\t' }, ['document: Give the set a name']],
    [{ document: 'x'.repeat(200) }, []],
    [{ document: 'x'.repeat(201) }, ['document: Use 200 characters or fewer']],
    [{ document: ['a', 'b'] }, ['document: Give the set a name']],
    [{ kind: 'other' }, ['kind: Choose what kind of priorities these are']],
    [{ kind: undefined }, ['kind: Choose what kind of priorities these are']],
    [{ startsWritten: '' }, ['startsWritten: Enter when it starts']],
    [{ startsWritten: 'soon' }, [`startsWritten: ${HOW}`]],
    [{ startsWritten: '2026-02-30' }, [`startsWritten: ${HOW}`]],
    [{ startsWritten: '2026-02-28' }, []],
    [{ startsWritten: '2026-02-28T00:00' }, ['startsWritten: Use 10 characters or fewer']],
    [{ endsWritten: '2027' }, []],
    [{ endsWritten: '2027-13' }, [`endsWritten: ${HOW}`]],
    [{ priorities: '' }, ['priorities: Enter the priorities, one a line']],
    [{ priorities: 'x'.repeat(4001) }, ['priorities: Use 4,000 characters or fewer']],
    [{ owners: ' ' }, ['owners: Name the organisations that own it, one a line']],
    [{ owners: 'x'.repeat(2001) }, ['owners: Use 2,000 characters or fewer']],
    [{ note: 'x'.repeat(2001) }, ['note: Use 2,000 characters or fewer']],
  ])('%# tells what is wrong beside the field', (over, expected) => {
    expect(wrongWith(over)).toEqual(expected);
  });

  test('brings nothing that the form does not have', () => {
    expect(proposeJointSetInput.safeParse({ ...typed, publishedAt: '2026-01-01' }).success).toBe(false);
    expect(proposeJointSetInput.safeParse(null).success).toBe(false);
  });

  test.each([
    ['1', true],
    [7, true],
    ['0', false],
    ['-1', false],
    ['1.5', false],
    ['one', false],
    [undefined, false],
  ])('is revised from its revision %j: %s', (revision, may) => {
    const sent = { ...typed, reference: 'H7K4QXMF', revision };
    expect(reviseJointSetInput.safeParse(sent).success).toBe(may);
  });

  test.each([
    [63, false],
    [64, true],
    [65, false],
  ])('is signed by a fingerprint of %i characters: %s', (length, may) => {
    const sent = { reference: 'H7K4QXMF', organisation: 'police', textHash: 'a'.repeat(length) };
    expect(signJointSetInput.safeParse(sent).success).toBe(may);
  });
});

describe('what is followed, as chosen', () => {
  test.each([
    ['framework:soc-strategy-2018', { kind: 'framework', slug: 'soc-strategy-2018' }],
    ['set:a', { kind: 'set', slug: 'a' }],
    [`set:${'a'.repeat(100)}`, { kind: 'set', slug: 'a'.repeat(100) }],
    [`set:${'a'.repeat(101)}`, null],
    ['set:', null],
    ['sets:a', null],
    ['Set:a', null],
    ['set:A', null],
    ['set:a b', null],
    [' set:a', null],
    ['set:a\nset:b', null],
    ["set:a'; DROP TABLE following", null],
    ['', null],
  ])('%# is read or refused', (text, expected) => {
    expect(followedOf(text)).toEqual(expected);
  });

  const typed = { organisation: 'police', followed: 'set:a', startsOn: '2026-11-21', endsOn: '', note: '' };
  test.each([
    [{}, []],
    [{ organisation: '' }, ['organisation: Choose the organisation']],
    [{ organisation: undefined }, ['organisation: Choose the organisation']],
    [{ followed: undefined }, ['followed: Choose what it follows']],
    [{ followed: 'nothing' }, ['followed: Choose what it follows']],
    [{ startsOn: undefined }, ['startsOn: Enter the day from which it follows this']],
    [{ startsOn: { day: '31', month: '2', year: '2026' } }, ['startsOn: Enter a real date, like 21 11 2026']],
    [{ endsOn: { day: '', month: '', year: '' } }, []],
    [{ endsOn: { day: '1', month: '', year: '' } }, ['endsOn: Enter a real date, like 21 11 2026']],
    [{ note: 'x'.repeat(1001) }, ['note: Use 1,000 characters or fewer']],
  ])('%# is declared or told what is wrong', (over, expected) => {
    expect(wrong(declareFollowingInput.safeParse({ ...typed, ...over }))).toEqual(expected);
  });

  test('an end needs its day and its reason', () => {
    expect(wrong(endFollowingInput.safeParse({ reference: 'H7K4QXMF' }))).toEqual([
      'endsOn: Enter the last day',
      'why: Say why it ends',
    ]);
  });
});

describe('an objective as described', () => {
  const typed = { reference: 'H7K4QXMF', number: '0', changeNote: 'From the plan' };
  const read = (costPounds: unknown) => describeObjectiveInput.safeParse({ ...typed, costPounds });

  test.each([
    ['', null],
    [undefined, null],
    [null, null],
    ['0', 0],
    ['£0', 0],
    ['1200000', 1_200_000],
    ['£1,200,000', 1_200_000],
    [' £ 1,200 ', 1200],
    ['2000000000', 2_000_000_000],
    ['£2,000,000,000', 2_000_000_000],
  ])('%j pounds are %s', (text, pounds) => {
    const parsed = read(text);
    expect(parsed.success && parsed.data.costPounds).toBe(pounds);
  });

  test.each([
    '2000000001',
    '-1',
    '1.50',
    '1,20',
    '12,00,000',
    ',100',
    '£',
    '1e6',
    '1 000',
    'about 5',
    '$5',
    '５',
    ['5'],
    { pounds: 5 },
    true,
  ])('%j are no whole pounds', (text) => {
    expect(wrong(read(text))).toEqual(['costPounds: Enter whole pounds, like £1,200,000']);
  });

  test('pounds come out as they went in, however they are grouped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), fc.boolean(), (pounds, sign) => {
        const text = `${sign ? '£' : ''}${pounds.toLocaleString('en-GB')}`;
        const parsed = read(text);
        expect(parsed.success && parsed.data.costPounds).toBe(pounds);
      }),
    );
  });

  test('needs a reason for the change and nothing else', () => {
    expect(describeObjectiveInput.parse(typed)).toEqual({
      ...{ reference: 'H7K4QXMF', number: 0, owner: '', measure: '', costPounds: null, dueOn: undefined },
      ...{ rationale: '', areas: [], changeNote: 'From the plan' },
    });
    expect(wrong(describeObjectiveInput.safeParse({ ...typed, changeNote: ' ' }))).toEqual([
      'changeNote: Say what changes and where it comes from',
    ]);
  });

  test.each([
    ['fraud', ['fraud']],
    [
      ['fraud', 'drugs'],
      ['fraud', 'drugs'],
    ],
    ['', []],
  ])('boxes ticked as %j are %j', (areas, expected) => {
    expect(describeObjectiveInput.parse({ ...typed, areas }).areas).toEqual(expected);
  });
});

describe('weights as typed', () => {
  const typed = {
    ...{ name: 'Home first', note: 'For the review', harm: '40', gap: '30', timeliness: '15' },
    ...{ feasibility: '15', domestic: '50', overseas: '50' },
  };
  const WHOLE = 'Enter a whole number from 0 to 100';
  test.each([
    ['0', true],
    ['100', true],
    [50, true],
    ['-1', false],
    ['101', false],
    ['0.5', false],
    ['forty', false],
    ['1e3', false],
    ['Infinity', false],
    [Number.NaN, false],
    [undefined, false],
  ])('a weight of %j is taken: %s', (harm, taken) => {
    const parsed = saveWeightingInput.safeParse({ ...typed, harm });
    expect(parsed.success).toBe(taken);
    if (!taken) expect(wrong(parsed)).toContain(`harm: ${WHOLE}`);
  });

  test('name every field that is wrong at once', () => {
    const parsed = saveWeightingInput.safeParse({ ...typed, name: '', note: '', gap: '-5', overseas: '500' });
    expect(wrong(parsed)).toEqual([
      'name: Give these weights a name',
      'note: Say why they are weighted so',
      `gap: ${WHOLE}`,
      `overseas: ${WHOLE}`,
    ]);
  });
});

describe('an interim set', () => {
  test.each([
    ['Cyber first', 'Cyber first (interim)'],
    ['Cyber first (interim)', 'Cyber first (interim)'],
    ['Cyber first (INTERIM)', 'Cyber first (interim)'],
    ['Cyber first(interim)', 'Cyber first(interim) (interim)'],
    ['(interim) first', '(interim) first (interim)'],
  ])('called %j is named %j', (document, name) => expect(interimName(document)).toBe(name));

  test('has one suffix however often it is named', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (document) => {
        const once = interimName(document);
        expect(once.endsWith(' (interim)')).toBe(true);
        expect(interimName(once)).toBe(once);
      }),
    );
  });

  test.each([
    ['2026-11-21', '2028-11-21'],
    ['2024-02-29', '2026-02-28'],
    ['2022-02-28', '2024-02-28'],
    ['2026-12-31', '2028-12-31'],
    ['2026-01-31', '2028-01-31'],
  ])('from %s expires on %s at the latest', (from, latest) => {
    const start = new Date(from);
    expect(latestExpiry(start)).toEqual(new Date(latest));
    expect(start).toEqual(new Date(from));
  });

  test('names every field that is missing', () => {
    expect(wrong(addInterimSetInput.safeParse({ team: 'H7K4QXMF', kind: 'threat' }))).toEqual([
      'document: Give the set a name',
      'startsOn: Enter the day it starts',
      'expiresOn: Enter the day it expires',
      'priorities: Enter the priorities, one a line',
      'note: Say why it is needed until something wider is agreed',
    ]);
  });
});
