import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LEVELS } from '../../people/organisations/organisation';
import { referenceFrom } from '../../reference';
import { CAPABILITY_KINDS, capabilityKinds, STAGES, stages } from './capability';
import { capabilityFields, linkFields, whyNoStage } from './capability-form';
import { capabilityFilters } from './queries/capabilities.server';

const reference = (seed: number) => referenceFrom(Uint8Array.from({ length: 7 }, (_, at) => seed * 3 + at));
const [OFFICE, FORCE] = [reference(1), reference(2)];
const form = z.strictObject(capabilityFields);
const raw = (over: Record<string, unknown> = {}) => ({
  ...{ kind: 'held', name: 'Ledger tracing', purpose: 'Traces payments.', stage: 'trial' },
  ...{ level: 'national', owner: OFFICE, ...over },
});
const wrong = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message]);
};
const NO_REFERENCE = 'Enter a reference of eight characters, like H7K4-QXMF';

describe('what is said of a capability', () => {
  test('users and threat areas may be left out, and a stage that is none', () => {
    expect(form.parse(raw())).toEqual({ ...raw(), users: [], threatAreas: [] });
    expect(form.parse(raw({ stage: undefined })).stage).toBe('');
  });

  test('what was read once is read again as the same', () => {
    const whole = form.parse(raw({ name: ' Ledger\r\ntracing ', users: FORCE, threatAreas: ['fraud'] }));
    expect(whole).toMatchObject({ name: 'Ledger\ntracing', users: [FORCE], threatAreas: ['fraud'] });
    expect(form.parse(whole)).toEqual(whole);
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['no kind', { kind: '' }, 'kind', 'Say whether somebody has it or lacks it'],
    ['a kind as shown', { kind: 'Gap' }, 'kind', 'Say whether somebody has it or lacks it'],
    ['a kind that every object has', { kind: 'toString' }, 'kind', 'Say whether somebody has it or lacks it'],
    ['no name', { name: '' }, 'name', 'Enter a name'],
    ['a name of blanks', { name: '\t \r\n' }, 'name', 'Enter a name'],
    ['a name that is no text', { name: { first: 'x' } }, 'name', 'Enter a name'],
    ['a name one too long', { name: 'x'.repeat(201) }, 'name', 'Use 200 characters or fewer for “Name”'],
    ['no function', { purpose: ' ' }, 'purpose', 'Say what it does, or would do'],
    [
      'a function one too long',
      { purpose: 'x'.repeat(4001) },
      'purpose',
      'Use 4,000 characters or fewer for “Function”',
    ],
    ['another stage', { stage: 'dream' }, 'stage', 'Choose one of the list'],
    ['two stages', { stage: ['idea', 'trial'] }, 'stage', 'Choose one of the list'],
    ['no level', { level: '' }, 'level', 'Choose a level'],
    ['a level as shown', { level: 'National' }, 'level', 'Choose a level'],
    ['no owner', { owner: '' }, 'owner', 'Choose an organisation'],
    ['an owner left out', { owner: undefined }, 'owner', 'Choose an organisation'],
    ['an owner by name', { owner: 'Alpha Office' }, 'owner', NO_REFERENCE],
    ['a user by name', { users: [OFFICE, 'Alpha Office'] }, 'users.1', NO_REFERENCE],
  ])('%s is refused beside its field', (_what, over, field, message) =>
    expect(wrong(form, raw(over))).toEqual([[field, message]]),
  );

  test('texts may be as long as they may', () => {
    const whole = form.parse(raw({ name: 'x'.repeat(200), purpose: ` ${'y'.repeat(4000)} ` }));
    expect([whole.name.length, whole.purpose.length]).toEqual([200, 4000]);
  });

  test.each<[string, unknown, string[]]>([
    ['nothing ticked', undefined, []],
    ['an empty field', '', []],
    ['a list of nothing', [''], []],
    ['one ticked', OFFICE, [OFFICE]],
    ['two ticked', [OFFICE, FORCE], [OFFICE, FORCE]],
    ['as people write them', `${OFFICE.slice(0, 4)}-${OFFICE.slice(4)}`.toLowerCase(), [OFFICE]],
  ])('users: %s', (_what, users, expected) => expect(form.parse(raw({ users })).users).toEqual(expected));

  test('a threat area has at most a hundred letters', () => {
    expect(form.parse(raw({ threatAreas: 'x'.repeat(100) })).threatAreas).toHaveLength(1);
    expect(form.safeParse(raw({ threatAreas: 'x'.repeat(101) })).success).toBe(false);
    expect(form.safeParse(raw({ threatAreas: [7] })).success).toBe(false);
  });

  test('nothing more is taken', () => expect(form.safeParse(raw({ revision: 2 })).success).toBe(false));

  test('every level is taken', () => {
    for (const level of LEVELS) expect(form.parse(raw({ level })).level).toBe(level);
  });
});

describe('the stage', () => {
  const why = (kind: string, stage: string) => whyNoStage(form.parse(raw({ kind, stage })));

  test.each(stages)('%s is one of what somebody has, and none of a gap', (stage) => {
    expect(why('held', stage)).toBeNull();
    expect(why('wanted', stage)).toMatchObject({
      name: 'GapHasNoStage',
      fields: { stage: 'A gap has no stage. Choose none' },
    });
  });

  test('is missing of what somebody has, and not of a gap', () => {
    expect(why('wanted', '')).toBeNull();
    expect(why('held', '')).toMatchObject({ name: 'StageIsMissing', fields: { stage: 'Choose its stage' } });
  });

  test('every kind and stage has words of its own', () => {
    expect(new Set(Object.values(STAGES)).size).toBe(stages.length);
    expect(capabilityKinds.map((kind) => CAPABILITY_KINDS[kind])).toEqual(['Capability', 'Gap']);
  });
});

describe('what is linked', () => {
  const link = z.strictObject(linkFields);
  test.each<[string, unknown, unknown]>([
    ['nothing', {}, { question: '', finding: '' }],
    ['empty fields', { question: '', finding: null }, { question: '', finding: '' }],
    ['a question', { question: OFFICE }, { question: OFFICE, finding: '' }],
    [
      'both, which the command judges',
      { question: OFFICE, finding: FORCE },
      { question: OFFICE, finding: FORCE },
    ],
  ])('%s is read', (_what, value, expected) => expect(link.parse(value)).toEqual(expected));

  test.each([{ question: 'x' }, { finding: 'x' }, { finding: [OFFICE] }, { question: 12_345_678 }])(
    '%j is not',
    (value) => expect(wrong(link, value)).toEqual([[Object.keys(value)[0], 'Choose one of the list']]),
  );
});

describe('the filters of the register', () => {
  const filters = z.strictObject(capabilityFilters);
  test.each<[string, Record<string, string>]>([
    ['another kind', { kind: 'any' }],
    ['another stage', { stage: 'dream' }],
    ['another level', { level: 'galactic' }],
    ['words one too long', { q: 'x'.repeat(201) }],
    ['a threat area one too long', { area: 'x'.repeat(101) }],
    ['a place one too long', { after: 'x'.repeat(13) }],
    ['something else', { owner: OFFICE }],
  ])('refuse %s', (_what, value) => expect(filters.safeParse(value).success).toBe(false));

  test('take all at their longest', () => {
    const most = { q: 'x'.repeat(200), area: 'x'.repeat(100), after: 'x'.repeat(12) };
    const all = { ...most, kind: 'held', stage: 'idea', level: 'border' };
    expect(filters.parse(all)).toEqual(all);
    expect(filters.parse({})).toEqual({});
  });
});
