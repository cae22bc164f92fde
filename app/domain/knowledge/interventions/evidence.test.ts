import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../../tests/support/factories/actors';
import { answerLabel, itemsOf, SCHEMES, type SchemeName } from '../appraisal/scheme';
import type { Confidence } from '../finding';
import type { FindingStanding } from '../finding-policy';
import { DIRECTION_WORDS, directionOf, DIRECTIONS, type EffectDirection } from './direction';
import { mayRecordDirection } from './direction-policy';
import { gradeOf, sidesOf } from './evidence';
import type { Contradiction, EvidenceRow } from './evidence-on.server';
import { isCredible, RULE, VERDICT_WORDS, verdictOf, type Evidence } from './verdict';

const row = (
  reference: string,
  direction: EffectDirection,
  over: Partial<EvidenceRow> = {},
): EvidenceRow => ({
  ...{ subjectId: 'cctv', reference, title: reference, year: 2020, authors: [], studyType: 'impact' },
  ...{ invented: false, direction, note: '', recordedBy: 'C', recordedAt: new Date('2026-11-01') },
  ...{ appraisal: null, plans: [] },
  ...over,
});
const agreed = (confidence: Confidence): Pick<EvidenceRow, 'appraisal'> => ({
  appraisal: { scheme: 'maryland', answers: { level: '3' }, confidence },
});
const contradiction = (subjectId: string): Contradiction => ({
  ...{ subjectId, from: 'a', to: 'b', fromTitle: 'A', toTitle: 'B', fromYear: 2019, toYear: null, note: '' },
});
const references = (rows: { reference: string }[]) => rows.map(({ reference }) => reference);

describe('the sides of a page', () => {
  const rows = [
    row('helps', 'helps', agreed('high')),
    row('harms', 'harms', agreed('low')),
    row('none', 'noClearEffect'),
    row('mixed', 'mixed', agreed('low')),
    row('silent', 'doesNotSay'),
    row('protocol', 'helps', { ...agreed('high'), plans: [{ reference: 'helps', title: 'H' }] }),
    row('elsewhere', 'harms', { ...agreed('high'), subjectId: 'lighting' }),
  ];
  const sides = sidesOf('cctv', rows, []);

  test('each finding of the subject stands on one side, in the order given', () => {
    expect(references(sides.supporting)).toEqual(['helps']);
    expect(references(sides.against)).toEqual(['harms', 'none']);
    expect(references(sides.otherwise)).toEqual(['mixed', 'silent']);
    expect(references(sides.protocols)).toEqual(['protocol']);
  });

  test('a finding about something else is neither shown nor judged', () => {
    const all = [...sides.supporting, ...sides.against, ...sides.otherwise, ...sides.protocols];
    expect(references(all)).not.toContain('elsewhere');
    expect(sides.judged.verdict).toBe('helps');
    expect(sidesOf('lighting', rows, []).judged.verdict).toBe('harms');
  });

  test('a contradiction counts where it is filed, and only there', () => {
    const all = [contradiction('cctv'), contradiction('cctv'), contradiction('other')];
    const here = sidesOf('cctv', rows, all);
    expect([here.judged.verdict, here.contradictions.length]).toEqual(['mixed', 2]);
    const there = sidesOf('lighting', rows, all);
    expect([there.judged.verdict, there.contradictions.length]).toEqual(['harms', 0]);
  });

  test('a protocol alone is shown and leaves the subject unevidenced', () => {
    const only = sidesOf('cctv', [row('plan', 'helps', { plans: [{ reference: 'x', title: 'X' }] })], []);
    expect(only.judged.verdict).toBe('nothing');
    expect(references(only.protocols)).toEqual(['plan']);
    expect(only.supporting).toEqual([]);
  });

  test.each<[Confidence | null, string]>([
    [null, 'notKnown'],
    ['low', 'notKnown'],
    ['moderate', 'harms'],
    ['high', 'harms'],
  ])('confidence %s makes a harm %s', (confidence, verdict) => {
    const one = row('one', 'harms', confidence ? agreed(confidence) : {});
    expect(sidesOf('cctv', [one], []).judged.verdict).toBe(verdict);
  });
});

describe('why, in a sentence', () => {
  const of = (direction: EffectDirection, times = 1): Evidence[] =>
    Array.from({ length: times }, () => ({
      ...{ reference: 'x', direction, confidence: 'high' as const, isProtocol: false },
    }));
  test.each<[string, Evidence[], string]>([
    ['one that helps', of('helps'), '1 credible finding, and none against. That is thin'],
    ['three that help', of('helps', 3), '3 credible findings, and none against.'],
    [
      'both ways',
      [...of('helps', 2), ...of('harms'), ...of('noClearEffect')],
      '2 that it helps, 2 that it does not',
    ],
    ['one mixed in itself', of('mixed'), '1 credible finding itself found it to work for some'],
    ['harm and none', [...of('harms', 2), ...of('noClearEffect')], 'of no clear effect and 2 of harm'],
    ['one that is silent', of('doesNotSay'), '1 credible finding says nothing of its effect'],
    ['two that are silent', of('doesNotSay', 2), '2 credible findings say nothing of its effect'],
    ['none', [], 'No finding is recorded'],
  ])('of %s', (_what, evidence, words) => expect(verdictOf(evidence, 0).because).toContain(words));

  test('a contradiction is the reason before every other', () => {
    expect(verdictOf(of('mixed', 3), 1).because).toContain('contradict each other');
  });

  test('a protocol is never credible, however well it was appraised', () => {
    const [one] = of('helps');
    expect(one && [isCredible(one), isCredible({ ...one, isProtocol: true })]).toEqual([true, false]);
  });

  test('every verdict has words of its own, and the rule names each that is not plain', () => {
    expect(new Set(Object.values(VERDICT_WORDS)).size).toBe(Object.keys(VERDICT_WORDS).length);
    const rule = RULE.join(' ');
    for (const word of ['Mixed', 'Helps', 'no clear effect', 'harms', 'Not known', 'Unevidenced'])
      expect(rule).toContain(word);
  });
});

describe('the grade of a design', () => {
  const grade = (scheme: SchemeName, answers: Record<string, string>) =>
    gradeOf({ scheme, answers, confidence: 'high' });
  const firstOf = (scheme: SchemeName, key: string) => {
    const item = itemsOf(scheme).find((one) => one.key === key);
    return item && { value: item.choices[0]?.value ?? '', label: item.choices[0]?.label, item };
  };

  test.each<[SchemeName, string]>([
    ['maryland', 'level'],
    ['emmie', 'effect-quality'],
  ])('of %s is its answer to %s', (scheme, key) => {
    const first = firstOf(scheme, key);
    expect(first?.label).toBeTruthy();
    expect(grade(scheme, { [key]: first?.value ?? '' })).toBe(first?.label);
    expect(grade(scheme, {})).toBe(first && answerLabel(first.item, undefined));
  });

  test('a checklist has none', () => expect(grade('qualitative', { level: '5' })).toBeNull());

  test('each agreed effect of each scheme is a direction to start from', () => {
    const values = (Object.keys(SCHEMES) as SchemeName[]).flatMap((scheme) =>
      itemsOf(scheme)
        .filter(({ key }) => key === 'effect')
        .flatMap(({ choices }) => choices.map(({ value }) => value)),
    );
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((effect) => directionOf({ effect }) === null)).toEqual([]);
    expect([directionOf(null), directionOf(undefined), directionOf({})]).toEqual([null, null, null]);
  });

  test('every direction says what it means', () =>
    expect(DIRECTIONS.filter((one) => DIRECTION_WORDS[one].hint === '')).toEqual([]));
});

describe('who records which way a finding points', () => {
  const published: FindingStanding = {
    ...{ submittedById: 'sharer', state: 'published', everPublished: true, everSubmitted: true },
    ...{ released: false, open: null },
  };
  const cast = [
    nobody,
    someone({ id: 'sharer', expert: true }),
    someone({ id: 'member' }),
    someone({ id: 'auditor', roles: ['auditor'] }),
    someone({ id: 'coordinator', roles: ['coordinator'] }),
    someone({ id: 'late', roles: ['coordinator'], secondFactorPassed: false }),
  ];
  test.each<[string, Partial<FindingStanding>, string[]]>([
    ['inside', {}, ['hide', 'deny', 'deny', 'deny', 'allow', 'hide']],
    ['released', { released: true }, ['deny', 'deny', 'deny', 'deny', 'allow', 'deny']],
    [
      'sent for review',
      { everPublished: false, state: 'submitted' },
      ['hide', 'deny', 'hide', 'hide', 'deny', 'hide'],
    ],
    [
      'a draft',
      { everPublished: false, everSubmitted: false, state: 'draft' },
      ['hide', 'deny', 'hide', 'hide', 'hide', 'hide'],
    ],
  ])('%s', (_what, over, kinds) =>
    expect(cast.map((actor) => mayRecordDirection(actor, { ...published, ...over }).kind)).toEqual(kinds),
  );
});
