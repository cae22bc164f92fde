import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LEVELS } from '../../people/organisations/organisation';
import { referenceFrom } from '../../reference';
import { roles, subjectKinds } from './responsibility';
import { endingFields, responsibilityFields, subjectFields } from './responsibility-form';

const reference = (seed: number) => referenceFrom(Uint8Array.from({ length: 7 }, (_, at) => seed + at));
const [SUBJECT, OFFICE, TEAM] = [reference(1), reference(2), reference(3)];
const giving = z.strictObject(responsibilityFields);
const ending = z.strictObject(endingFields);

const given = (over: Record<string, unknown> = {}) => ({
  ...{ kind: 'threatArea', subject: SUBJECT, role: 'accountable', organisation: OFFICE },
  ...{ startsOn: '2024-02-29', ...over },
});
const ended = (over: Record<string, unknown> = {}) => ({
  ...{ responsibility: SUBJECT, endsOn: '2024-02-29', reason: 'The law changed', ...over },
});
const wrong = (schema: z.ZodType, raw: unknown) => {
  const parsed = schema.safeParse(raw);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message]);
};
const NO_REFERENCE = 'Enter a reference of eight characters, like H7K4-QXMF';
const NO_DAY = 'Enter a real date, like 21 11 2026';

describe('to give somebody a role', () => {
  test('what is optional may be left out', () =>
    expect(giving.parse(given())).toEqual({
      ...{ kind: 'threatArea', subject: SUBJECT, role: 'accountable', organisation: OFFICE },
      ...{ team: '', level: '', note: '', startsOn: new Date('2024-02-29') },
    }));

  test('what was read once is read again as the same', () => {
    const whole = giving.parse(given({ team: TEAM, level: 'local', note: ' Kept\r\nhere ' }));
    expect(whole.note).toBe('Kept\nhere');
    expect(giving.parse(whole)).toEqual(whole);
  });

  test('references are read as people write them', () => {
    const written = `${OFFICE.slice(0, 4)}-${OFFICE.slice(4)}`.toLowerCase();
    expect(giving.parse(given({ organisation: ` ${written} `, subject: written })).organisation).toBe(OFFICE);
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['no role', { role: '' }, 'role', 'Choose what it is to do'],
    ['a role left out', { role: undefined }, 'role', 'Choose what it is to do'],
    ['a role in capitals', { role: 'Accountable' }, 'role', 'Choose what it is to do'],
    ['two roles', { role: ['accountable', 'informed'] }, 'role', 'Choose what it is to do'],
    ['no organisation', { organisation: '' }, 'organisation', 'Choose an organisation'],
    ['an organisation left out', { organisation: undefined }, 'organisation', 'Choose an organisation'],
    ['a number as organisation', { organisation: 7 }, 'organisation', 'Choose an organisation'],
    ['no reference', { organisation: 'Alpha Office' }, 'organisation', NO_REFERENCE],
    ['a reference one short', { organisation: OFFICE.slice(1) }, 'organisation', NO_REFERENCE],
    ['a reference one longer', { organisation: `${OFFICE}2` }, 'organisation', NO_REFERENCE],
    ['a team that is none', { team: 'x' }, 'team', 'Choose one of the list'],
    ['two teams', { team: [TEAM, TEAM] }, 'team', 'Choose one of the list'],
    ['another level', { level: 'galactic' }, 'level', 'Choose one of the list'],
    ['a level as shown', { level: 'Local' }, 'level', 'Choose one of the list'],
    ['no day', { startsOn: '' }, 'startsOn', 'Enter since when'],
    ['an empty day', { startsOn: { day: '', month: '', year: '' } }, 'startsOn', 'Enter since when'],
    ['half a day', { startsOn: { day: '1', month: '2', year: '' } }, 'startsOn', NO_DAY],
    ['a day that never was', { startsOn: '2023-02-29' }, 'startsOn', NO_DAY],
    ['a month that never was', { startsOn: { day: 1, month: 13, year: 2024 } }, 'startsOn', NO_DAY],
    ['words for a day', { startsOn: 'yesterday' }, 'startsOn', NO_DAY],
    ['a note one too long', { note: 'x'.repeat(1001) }, 'note', 'Use 1,000 characters or fewer for “Note”'],
  ])('%s is refused beside its field', (_what, over, field, message) =>
    expect(wrong(giving, given(over))).toEqual([[field, message]]),
  );

  test('a note may be as long as it may, blanks around it not counted', () =>
    expect(giving.parse(given({ note: ` ${'x'.repeat(1000)}\n` })).note).toHaveLength(1000));

  test('every level there is, and none, is taken', () => {
    for (const level of ['', ...LEVELS]) expect(giving.parse(given({ level })).level).toBe(level);
  });

  test('every role about every kind of thing is taken', () => {
    for (const kind of subjectKinds)
      for (const role of roles) expect(giving.parse(given({ kind, role }))).toMatchObject({ kind, role });
  });

  test('a day comes in parts, as text or as it was read', () => {
    const day = new Date('2024-02-29');
    for (const startsOn of [{ day: '29', month: '02', year: '2024' }, '2024-02-29', day])
      expect(giving.parse(given({ startsOn })).startsOn).toEqual(day);
  });

  test('nothing more is taken', () => {
    expect(giving.safeParse(given({ endsOn: '2024-03-01' })).success).toBe(false);
    expect(giving.safeParse(given({ recordedById: 'me' })).success).toBe(false);
  });

  test('all that is wrong is said at once', () => {
    const fields = wrong(giving, { kind: 'threatArea', subject: SUBJECT }).map(([field]) => field);
    expect(fields.toSorted()).toEqual(['organisation', 'role', 'startsOn']);
  });
});

describe('the subject of an address', () => {
  const subject = z.strictObject(subjectFields);
  test.each([
    ['of no kind', { kind: 'weather', subject: SUBJECT }],
    ['of a kind that every object has', { kind: 'constructor', subject: SUBJECT }],
    ['without a reference', { kind: 'priority', subject: '' }],
    ['whose check character is another', { kind: 'priority', subject: `${SUBJECT.slice(0, 7)}?` }],
    ['with nothing', {}],
  ])('%s is none', (_what, raw) => expect(subject.safeParse(raw).success).toBe(false));
});

describe('to end a role', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ['no day', { endsOn: undefined }, 'endsOn', 'Enter until when'],
    ['a day that never was', { endsOn: '2024-04-31' }, 'endsOn', NO_DAY],
    ['no reason', { reason: '' }, 'reason', 'Say why'],
    ['a reason of blanks', { reason: ' \r\n ' }, 'reason', 'Say why'],
    ['a reason that is no text', { reason: ['why'] }, 'reason', 'Say why'],
    [
      'a reason one too long',
      { reason: 'x'.repeat(1001) },
      'reason',
      'Use 1,000 characters or fewer for “Why”',
    ],
    ['no role', { responsibility: 'x' }, 'responsibility', NO_REFERENCE],
  ])('%s is refused beside its field', (_what, over, field, message) =>
    expect(wrong(ending, ended(over))).toEqual([[field, message]]),
  );

  test('with a reason as long as it may be', () =>
    expect(ending.parse(ended({ reason: 'x'.repeat(1000) })).reason).toHaveLength(1000));
});
