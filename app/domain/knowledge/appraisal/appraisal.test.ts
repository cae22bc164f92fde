import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../../tests/support/factories/actors';
import { isAllowed } from '../../policy';
import { isRefusal } from '../../refusal';
import { studyTypes } from '../finding';
import { appraisalStage } from './appraisal';
import * as policy from './appraisal-policy';
import { answerField, judgementInput, readJudgement } from './judgement-form';
import { differences, itemsOf, schemeFor, SCHEMES, unanswered, type SchemeName } from './scheme';

const whole = (scheme: SchemeName) =>
  Object.fromEntries(itemsOf(scheme).map(({ key, choices }) => [key, choices[0]?.value ?? '']));

describe('the schemes', () => {
  test('the kind of study decides, and what is not stated decides nothing', () => {
    const chosen = Object.fromEntries(studyTypes.map((type) => [type, schemeFor(type)]));
    expect(chosen).toMatchObject({ impact: 'maryland', review: 'emmie', notStated: null });
    const rest = studyTypes.filter((type) => !['impact', 'review', 'notStated'].includes(type));
    expect(rest.map(schemeFor)).toEqual(rest.map(() => 'qualitative'));
  });

  test.each(Object.keys(SCHEMES) as SchemeName[])(
    '%s asks each thing once, with answers that differ',
    (scheme) => {
      const items = itemsOf(scheme);
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      for (const { choices } of items)
        expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
      expect(unanswered(scheme, whole(scheme))).toEqual([]);
    },
  );

  test('EMMIE keeps what a review says apart from how well it found out, in five dimensions', () => {
    expect(SCHEMES.emmie.parts.map(({ items }) => items.length)).toEqual([2, 2, 2, 2, 2]);
    const qualities = itemsOf('emmie').filter(({ key }) => key.endsWith('-quality'));
    expect(qualities.map(({ choices }) => choices.length)).toEqual([5, 5, 5, 5, 5]);
  });

  test('two people differ where they chose differently, and nowhere else', () => {
    expect(differences('maryland', { level: '3', effect: 'works' }, { level: '4', effect: 'works' })).toEqual(
      ['level'],
    );
    expect(differences('emmie', whole('emmie'), whole('emmie'))).toEqual([]);
  });
});

describe('reading a judgement', () => {
  const sent = (over: Record<string, unknown>) =>
    readJudgement('maryland', judgementInput.parse({ reference: '2222-2222', ...over }));

  test('a whole one holds the answers of its scheme and nothing else', () => {
    const fields = { 'answer-level': '3', 'answer-effect': 'works', 'answer-other': 'x', other: 'y' };
    expect(sent({ ...fields, confidence: 'moderate', rationale: ' Two towns. ' })).toEqual({
      ...{ answers: { level: '3', effect: 'works' }, confidence: 'moderate', rationale: 'Two towns.' },
    });
  });

  test('whatever is missing is said beside its field, all at once', () => {
    const refused = sent({ 'answer-level': '9', 'answer-effect': ['works'] });
    expect(isRefusal(refused) && Object.keys(refused.fields ?? {})).toEqual([
      answerField('level'),
      answerField('effect'),
      'confidence',
      'rationale',
    ]);
  });
});

describe('who may do what', () => {
  const at = new Date('2026-11-22T10:00:00Z');
  const [first, second, other] = ['first', 'second', 'other'].map((id) => someone({ id, expert: true }));
  const coordinator = someone({ id: 'coordinator', roles: ['coordinator'] });
  const auditor = someone({ roles: ['auditor'] });
  const finding = {
    ...{ submittedById: 'sharer', state: 'published' as const, everPublished: true, everSubmitted: true },
    ...{ released: true, open: null },
  };
  const judging = (submitted: (Date | null)[]): policy.AppraisalStanding => ({
    ...{ finding, interest: null, proposedById: null },
    stage: appraisalStage(
      submitted.length === 0
        ? null
        : { proposedAt: null, agreedAt: null, judgements: submitted.map((submittedAt) => ({ submittedAt })) },
    ),
    judgements: submitted.map((submittedAt, index) => ({
      personId: ['first', 'second'][index] ?? '',
      submittedAt,
    })),
  });
  const proposed = { ...judging([at, at]), stage: 'proposed' as const, proposedById: 'first' };
  const everybody = { visitor: nobody, first, second, other, coordinator, auditor };
  const allowed = (may: typeof policy.mayJudge, appraisal: policy.AppraisalStanding) =>
    Object.entries(everybody)
      .filter(([, actor]) => actor && isAllowed(may(actor, appraisal)))
      .map(([name]) => name);

  test.each<[string, typeof policy.mayJudge, policy.AppraisalStanding, string[]]>([
    [
      'sees how far it has come',
      policy.maySeeAppraisal,
      judging([]),
      ['first', 'second', 'other', 'coordinator', 'auditor'],
    ],
    [
      'offers while a place is free',
      policy.mayOfferToAppraise,
      judging([null]),
      ['second', 'other', 'coordinator'],
    ],
    ['offers when both are taken', policy.mayOfferToAppraise, judging([null, null]), []],
    ['judges', policy.mayJudge, judging([at, null]), ['first', 'second']],
    ['judges once both are in', policy.mayJudge, judging([at, at]), []],
    ['reads a judgement before both are in', policy.mayCompare, judging([at, null]), []],
    ['compares', policy.mayCompare, judging([at, at]), ['first', 'second', 'coordinator', 'auditor']],
    ['proposes', policy.mayPropose, judging([at, at]), ['first', 'second']],
    ['confirms', policy.mayConfirm, proposed, ['second']],
    ['confirms what nobody proposed', policy.mayConfirm, judging([at, at]), []],
    ['settles', policy.maySettle, judging([at, at]), ['coordinator']],
    ['settles what is agreed', policy.maySettle, { ...proposed, stage: 'agreed' }, []],
    ['proposes against what is agreed', policy.mayPropose, { ...proposed, stage: 'agreed' }, []],
    ['settles before both are in', policy.maySettle, judging([at, null]), []],
    ['ends it', policy.mayCloseAppraisal, judging([null]), ['coordinator']],
    ['ends what is agreed', policy.mayCloseAppraisal, { ...proposed, stage: 'agreed' }, []],
  ])('who %s', (_what, may, appraisal, who) => expect(allowed(may, appraisal)).toEqual(who));

  test('whoever wrote it or asked for it judges nothing, and settles nothing', () => {
    for (const interest of ['author', 'asked'] as const) {
      expect(allowed(policy.mayOfferToAppraise, { ...judging([]), interest })).toEqual([]);
      expect(allowed(policy.maySettle, { ...judging([at, at]), interest })).toEqual([]);
    }
  });

  test('nobody starts on what no longer stands, or was never published', () => {
    const retracted = { ...judging([]), finding: { ...finding, state: 'retracted' as const } };
    expect(allowed(policy.mayOfferToAppraise, retracted)).toEqual([]);
    const waiting = { ...finding, state: 'submitted' as const, everPublished: false, released: false };
    expect(allowed(policy.maySeeAppraisal, { ...judging([]), finding: waiting })).toEqual([]);
  });
});
