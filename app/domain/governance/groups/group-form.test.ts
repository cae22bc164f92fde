import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { HOSTILE } from '../../../../tests/support/factories/readers';
import { referenceFrom, showReference } from '../../reference';
import {
  decisionFields,
  endingFields,
  groupFields,
  groupReference,
  groupRevision,
  memberFields,
  newGroupFields,
  REMIT_FIELDS,
  REMIT_SCHEMES,
  whyNoRemit,
  whyNotThen,
  type GroupInput,
} from './group-form';

const CHAIR = referenceFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7]));
const whole = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...{ kind: 'governs', name: 'Courier Board', purpose: 'Breaks courier networks.' },
  ...{ threatAreas: 'illegal-drugs', strands: 'pursue', levels: 'national' },
  ...{ chair: CHAIR, chairRole: '', cadence: 'monthly', sources: '', openedOn: '2021-03-01', ...over },
});
const newGroup = z.strictObject(newGroupFields);

const wrongs = (schema: z.ZodType, value: unknown): string[] => {
  const read = schema.safeParse(value);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('the form of a group', () => {
  test('is read: one ticked box is a list of one, none is an empty list', () => {
    expect(newGroup.parse(whole({ name: '  Courier Board \r\n', chairRole: undefined }))).toEqual({
      ...{ kind: 'governs', name: 'Courier Board', purpose: 'Breaks courier networks.' },
      ...{ threatAreas: ['illegal-drugs'], enablers: [], strands: ['pursue'], levels: ['national'] },
      ...{ chair: CHAIR, chairRole: '', cadence: 'monthly', sources: '', openedOn: new Date('2021-03-01') },
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['no kind', { kind: '' }, 'kind: Say whether it governs or discusses'],
    ['another kind', { kind: 'merged' }, 'kind: Say whether it governs or discusses'],
    ['kinds in a list', { kind: ['governs'] }, 'kind: Say whether it governs or discusses'],
    ['no name', { name: '' }, 'name: Enter the name of the group'],
    ['a blank name', { name: ' \n\t ' }, 'name: Enter the name of the group'],
    ['a number for a name', { name: 7 }, 'name: Enter the name of the group'],
    ['a name too long', { name: 'x'.repeat(201) }, 'name: Use 200 characters or fewer for “Name”'],
    ['no purpose', { purpose: '' }, 'purpose: Say what the group is for'],
    [
      'a purpose too long',
      { purpose: 'x'.repeat(4001) },
      'purpose: Use 4,000 characters or fewer for “Purpose”',
    ],
    ['no chair', { chair: '' }, 'chair: Choose the organisation that chairs it'],
    ['nothing for a chair', { chair: undefined }, 'chair: Choose the organisation that chairs it'],
    ['two chairs', { chair: [CHAIR, CHAIR] }, 'chair: Choose the organisation that chairs it'],
    [
      'a chair with a wrong check character',
      { chair: `${CHAIR.slice(0, 7)}${CHAIR.endsWith('2') ? '3' : '2'}` },
      'chair: Enter a reference of eight characters, like H7K4-QXMF',
    ],
    [
      'a role too long',
      { chairRole: 'x'.repeat(201) },
      'chairRole: Use 200 characters or fewer for “Role of the chair”',
    ],
    ['no cadence', { cadence: '' }, 'cadence: Choose how often it meets'],
    ['another cadence', { cadence: 'daily' }, 'cadence: Choose how often it meets'],
    ['its words for a cadence', { cadence: 'Every month' }, 'cadence: Choose how often it meets'],
    [
      'sources too long',
      { sources: 'x'.repeat(2001) },
      'sources: Use 2,000 characters or fewer for “Sources”',
    ],
    ['no first day', { openedOn: '' }, 'openedOn: Enter when it first met'],
    [
      'three empty parts of a day',
      { openedOn: { day: '', month: '', year: '' } },
      'openedOn: Enter when it first met',
    ],
    ['no such day', { openedOn: '2021-02-29' }, 'openedOn: Enter a real date, like 21 11 2026'],
    [
      'half a day',
      { openedOn: { day: '1', month: '', year: '2021' } },
      'openedOn: Enter a real date, like 21 11 2026',
    ],
  ])('says of %s', (_what, over, message) => {
    expect(wrongs(newGroup, whole(over))).toEqual([message]);
  });

  test('says of everything at once', () => {
    expect(wrongs(newGroup, {}).map((line) => line.split(':')[0])).toEqual([
      ...['kind', 'name', 'purpose', 'chair', 'cadence', 'openedOn'],
    ]);
  });

  test('takes the longest that fits, and what is hostile as it is', () => {
    const most = { name: 'n'.repeat(200), purpose: 'p'.repeat(4000), sources: 's'.repeat(2000) };
    expect(newGroup.parse(whole({ ...most, chairRole: 'r'.repeat(200) }))).toMatchObject(most);
    expect(newGroup.parse(whole({ name: HOSTILE })).name).toBe(HOSTILE);
  });

  test('refuses a slug longer than any is, and takes the longest', () => {
    expect(newGroup.parse(whole({ enablers: ['e'.repeat(100)] })).enablers).toEqual(['e'.repeat(100)]);
    expect(wrongs(newGroup, whole({ enablers: ['ok', 'e'.repeat(101)] }))).toHaveLength(1);
    expect(wrongs(newGroup, whole({ levels: [7] }))).toHaveLength(1);
  });

  test('knows nothing of what it did not ask', () => {
    expect(wrongs(newGroup, whole({ revision: 4 }))).toHaveLength(1);
  });

  test('reads its own result as it was', () => {
    const once = newGroup.parse(
      whole({ threatAreas: ['a', 'b'], openedOn: { day: 1, month: 2, year: 2020 } }),
    );
    expect(newGroup.parse(once)).toEqual(once);
  });

  test('reads a chair as people type references', () => {
    for (const typed of [showReference(CHAIR), CHAIR.toLowerCase(), ` ${CHAIR} `])
      expect(groupFields.chair.parse(typed)).toBe(CHAIR);
  });

  test('has a field for each scheme of a remit', () => {
    expect(REMIT_SCHEMES.map((scheme) => REMIT_FIELDS[scheme])).toEqual([
      ...['threatAreas', 'enablers', 'strands', 'levels'],
    ]);
    for (const field of Object.values(REMIT_FIELDS)) expect(groupFields).toHaveProperty(field);
  });
});

describe('the other forms about a group', () => {
  const member = z.strictObject(memberFields);
  const decision = z.strictObject(decisionFields);
  const ending = z.strictObject(endingFields);

  test.each<[string, z.ZodType, unknown, string[]]>([
    [
      'a member',
      member,
      { organisation: '', startsOn: '' },
      ['organisation: Choose an organisation', 'startsOn: Enter when it joined'],
    ],
    ['a member of nothing', member, { startsOn: '2020-01-01' }, ['organisation: Choose an organisation']],
    ['a decision', decision, {}, ['decidedOn: Enter when it was decided', 'what: Say what was decided']],
    [
      'a decision about nothing there is',
      decision,
      { decidedOn: '2020-01-01', what: 'x', question: 'abc', finding: ['x'] },
      ['question: Choose one of the list', 'finding: Choose one of the list'],
    ],
    [
      'a long decision',
      decision,
      { decidedOn: '2020-01-01', what: 'x'.repeat(2001), source: 'x'.repeat(501) },
      [
        'what: Use 2,000 characters or fewer for “Decision”',
        'source: Use 500 characters or fewer for “Where it is written down”',
      ],
    ],
    ['an ending', ending, {}, ['endedOn: Enter when it ended', 'reason: Say why']],
    [
      'a long reason',
      ending,
      { endedOn: '2020-01-01', reason: 'x'.repeat(2001) },
      ['reason: Use 2,000 characters or fewer for “Why”'],
    ],
  ])('say what is wrong with %s', (_what, schema, value, messages) => {
    expect(wrongs(schema, value)).toEqual(messages);
  });

  test('a decision needs neither source nor question nor finding', () => {
    const bare = { decidedOn: '2022-01-02', what: 'Buy scanners' };
    expect(decision.parse(bare)).toEqual({
      ...{ what: 'Buy scanners', source: '', question: '', finding: '' },
      decidedOn: new Date('2022-01-02'),
    });
    expect(decision.parse({ ...bare, question: showReference(CHAIR) }).question).toBe(CHAIR);
  });

  test.each<[unknown, boolean]>([
    ['1', true],
    [3, true],
    ['1.5', false],
    ['one', false],
    [undefined, false],
  ])('a revision of %j is one: %s', (revision, fits) => {
    expect(z.strictObject(groupRevision).safeParse({ revision }).success).toBe(fits);
  });

  test.each<[unknown, boolean]>([
    [CHAIR, true],
    [showReference(CHAIR), true],
    ['', false],
    ['2222', false],
    [null, false],
    [{}, false],
  ])('a group of reference %j may be one: %s', (group, fits) => {
    expect(z.strictObject(groupReference).safeParse({ group }).success).toBe(fits);
  });
});

describe('a remit', () => {
  const remit = (...counts: [number, number, number, number]): GroupInput => {
    const [threatAreas = [], enablers = [], strands = [], levels = []] = counts.map((count) =>
      Array.from({ length: count }, (_, at) => `slug-${at}`),
    );
    return { ...newGroup.parse(whole()), threatAreas, enablers, strands, levels };
  };

  test.each<[[number, number, number, number], string | null, string]>([
    [[0, 0, 0, 0], 'threatAreas', 'Choose at least one threat area or enabler'],
    [[0, 0, 1, 1], 'threatAreas', 'Choose at least one threat area or enabler'],
    [[1, 0, 0, 0], 'strands', 'Choose at least one strand'],
    [[0, 1, 0, 2], 'strands', 'Choose at least one strand'],
    [[1, 1, 1, 0], 'levels', 'Choose at least one level'],
    [[0, 2, 3, 0], 'levels', 'Choose at least one level'],
    [[1, 0, 1, 1], null, ''],
    [[0, 1, 1, 1], null, ''],
    [[4, 4, 4, 4], null, ''],
  ])('of so many terms %j lacks %s', (counts, field, message) => {
    const refusal = whyNoRemit(remit(...counts));
    expect(refusal?.fields ?? null).toEqual(field === null ? null : { [field]: message });
    expect(refusal?.name).toBe(field === null ? undefined : 'RemitIsEmpty');
  });

  test('is whole exactly with something to be about, a strand and a level', () => {
    const few = fc.nat({ max: 3 });
    fc.assert(
      fc.property(few, few, few, few, (areas, enablers, strands, levels) => {
        const isWhole = areas + enablers > 0 && strands > 0 && levels > 0;
        expect(whyNoRemit(remit(areas, enablers, strands, levels)) === null).toBe(isWhole);
      }),
    );
  });
});

describe('when things happen to a group', () => {
  const opened = new Date('2020-01-01');
  const today = new Date('2026-11-23');
  const days = { openedOn: opened, today };

  test.each([
    ['2019-12-31', 'DayIsTooEarly', 'The group did not exist yet on that day'],
    ['2020-01-01', undefined, undefined],
    ['2020-01-02', undefined, undefined],
    ['2026-11-22', undefined, undefined],
    ['2026-11-23', undefined, undefined],
    ['2026-11-24', 'DayIsAhead', 'Enter today or a day in the past'],
    ['9999-12-31', 'DayIsAhead', 'Enter today or a day in the past'],
  ])('%s: %s', (day, name, message) => {
    const refusal = whyNotThen(new Date(day), days, 'endedOn');
    expect([refusal?.name, refusal?.fields?.['endedOn']]).toEqual([name, message]);
  });

  test('a group that opened today has its one day', () => {
    expect(whyNotThen(today, { openedOn: today, today }, 'startsOn')).toBeNull();
  });

  test('the message stands beside the field asked for, and nowhere else', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (field) => {
        expect(Object.keys(whyNotThen(new Date('2030-01-01'), days, field)?.fields ?? {})).toEqual([field]);
      }),
    );
  });

  test('exactly the days of its life do', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (when) => {
        expect(whyNotThen(when, days, 'endedOn') === null).toBe(when >= opened && when <= today);
      }),
    );
  });
});
