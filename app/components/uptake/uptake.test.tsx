import { describe, expect, test } from 'vitest';
import { draw, rowsIn, words } from '../../../tests/support/drawn';
import { drawFields, refused } from '../../../tests/support/drawn-form';
import type { FindingUptakeView } from '~/domain/ratings/queries/finding-uptake.server';
import type { UptakeLine, UptakeReport } from '~/domain/ratings/queries/uptake-report.server';
import type { UptakeKind } from '~/domain/ratings/uptake/uptake';
import { paths } from '~/paths';
import { FindingUptake } from './finding-uptake';
import { StepFields } from './step-fields';
import { UptakeFindings } from './uptake-findings';
import { showShare } from './uptake-share';

const FINDING = 'H7K4QXM2';
type Step = FindingUptakeView['steps'][number];

const recommendation: Step = {
  ...{ reference: 'AAAA2222', follows: null, kind: 'recommendation', text: 'Vet night staff', depth: 0 },
  ...{ happenedOn: '2026-03-01', organisation: 'Border Agency', owner: 'Head of port security' },
  ...{ taken: null, evidence: '', impactRecord: null, mayWithdraw: false },
};
const decision: Step = {
  ...recommendation,
  ...{ reference: 'BBBB2222', follows: 'AAAA2222', kind: 'decision', text: 'Yes at twelve ports', depth: 1 },
  ...{ happenedOn: '2026-04-02', taken: 'partly' },
};
const outcome: Step = {
  ...recommendation,
  ...{ reference: 'CCCC2222', kind: 'outcome', text: 'Fewer thefts', evidence: 'Audit of May', depth: 3 },
};

describe('what became of a finding', () => {
  const NONE = { record: false, start: false };
  const shown = (steps: Step[], may: FindingUptakeView['may'] = NONE) =>
    draw(<FindingUptake finding={FINDING} uptake={{ steps, may }} />);
  const RECORD = { record: true, start: false };

  test('takes no room where nothing is recorded and the reader may not begin', () => {
    expect(shown([])('body').text()).toBe('');
    expect(shown([], RECORD)('body').text()).toBe('');
  });

  test('explains the chain to whoever may begin it', () => {
    const $ = shown([], { record: true, start: true });
    expect($('body').text()).toContain('Nothing is recommended because of it yet.');
    expect($('a').first().attr('href')).toBe(paths.recordUptake(FINDING));
    expect($('a').first().text()).toBe('Record a recommendation');
  });

  test('a step says what, when, and which post of which organisation owns it', () => {
    const $ = shown([recommendation]);
    expect(words($('h3').text())).toBe('Recommendation, 1 March 2026');
    expect($('li').text()).toContain('Vet night staff');
    expect($('li .govuk-hint').text()).toBe('Owned by Head of port security, Border Agency');
    expect($('li').text()).not.toContain('What shows it');
  });

  test.each([
    ['accepted', 'Decision: accepted, 2 April 2026'],
    ['partly', 'Decision: accepted in part, 2 April 2026'],
    ['rejected', 'Decision: rejected, 2 April 2026'],
  ] as const)('a decision that was %s reads “%s”', (taken, heading) => {
    expect(words(shown([{ ...decision, taken }])('h3').text())).toBe(heading);
  });

  test('steps stand further in, the further they are from the recommendation', () => {
    const $ = shown([recommendation, decision, outcome]);
    expect($('li').eq(0).attr('class')).not.toContain('ml-');
    expect($('li').eq(1).attr('class')).toContain('ml-4');
    expect($('li').eq(2).attr('class')).toContain('ml-12');
  });

  test('an outcome says what shows it and leads to the record behind it', () => {
    const $ = shown([{ ...outcome, impactRecord: 'DDDD2222' }]);
    expect($('li').text()).toContain('What shows it: Audit of May');
    expect($('li a').attr('href')).toBe(paths.impactRecord('DDDD2222'));
    expect($('li a').text()).toBe('Impact record behind it');
  });

  test('who may record is offered the next step of each, named for who hears the link alone', () => {
    const $ = shown([recommendation, decision], RECORD);
    expect($('li a').eq(0).text()).toBe('Record a decision that follows: Vet night staff');
    expect($('li a').eq(0).attr('href')).toBe(paths.recordUptake(FINDING, 'AAAA2222'));
    expect($('li a').eq(1).text()).toBe('Record an action that follows: Yes at twelve ports');
  });

  test('nothing follows an outcome, or what was rejected', () => {
    expect(shown([outcome], RECORD)('li a').length).toBe(0);
    expect(shown([{ ...decision, taken: 'rejected' }], RECORD)('li a').length).toBe(0);
  });

  test('only steps that may be withdrawn offer it', () => {
    const $ = shown([recommendation, { ...decision, mayWithdraw: true }]);
    expect($('li a').length).toBe(1);
    expect($('li a').attr('href')).toBe(paths.withdrawUptake('BBBB2222'));
    expect(words($('li a').text())).toBe('Withdraw the decision: Yes at twelve ports');
  });

  test('a reader who may do nothing reads the steps and finds the report', () => {
    const $ = shown([recommendation, decision]);
    expect($('a').length).toBe(1);
    expect($('a').attr('href')).toBe('/uptake');
  });

  test('what was typed is text', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const $ = shown([{ ...outcome, text: hostile, owner: hostile, evidence: hostile, mayWithdraw: true }]);
    expect($('img').length).toBe(0);
    expect($('li').text()).toContain(`Owned by ${hostile}, Border Agency`);
    expect($('li').text()).toContain(`What shows it: ${hostile}`);
  });
});

describe('the findings behind one number', () => {
  const line: UptakeLine = {
    ...{ reference: FINDING, title: 'Night <i>work</i>', cursor: 'c1' },
    ...{ recommendation: '2026-03-01', decision: '2026-04-02', action: null, outcome: null },
  };
  const report = (over: Partial<UptakeReport> = {}): UptakeReport => ({
    ...{ step: 'decision', all: 40, steps: [], findings: [line], next: null },
    ...over,
  });
  const shown = (over: Partial<UptakeReport> = {}) => draw(<UptakeFindings report={report(over)} />);

  test('show the first day of each step, and none where there was none', () => {
    const $ = shown();
    expect(rowsIn($)).toEqual([['Night <i>work</i>', '1 March 2026', '2 April 2026', 'None', 'None']]);
    expect($('thead').text()).toBe('FindingRecommendationDecisionActionOutcome');
    expect($('td a').attr('href')).toBe(`${paths.finding(FINDING)}#uptake`);
  });

  test.each([
    ['recommendation', 'Recommended'],
    ['decision', 'Decided'],
    ['action', 'Acted on'],
    ['outcome', 'With an outcome'],
    ['none', 'Nothing recorded'],
  ] as const)('those of %s stand under “%s”', (step, title) => {
    const $ = shown({ step });
    expect($('h2').text()).toBe(title);
    expect($('[role=region]').attr('aria-label')).toBe(title);
  });

  test('none says who records steps, and where', () => {
    const $ = shown({ findings: [] });
    expect($('table').length).toBe(0);
    expect($('body').text()).toContain('No finding');
    expect($('body').text()).toContain('by the teams that use it and by coordinators');
  });

  test('the next page keeps the step and goes straight to the list', () => {
    expect(shown({ next: 'c1' })('.govuk-pagination a').attr('href')).toBe(
      '/uptake?step=decision&after=c1#findings',
    );
    expect(shown()('.govuk-pagination').length).toBe(0);
  });
});

describe('the fields of a step', () => {
  const organisations = [{ reference: 'EEEE2222', name: 'Border & Ports' }];
  const impacts = [{ reference: 'DDDD2222', decision: 'x'.repeat(140) }];
  const shown = (step: UptakeKind, over: { impacts?: typeof impacts } = {}) =>
    drawFields((fields) => <StepFields {...{ fields, step, organisations, impacts, ...over }} />);
  test('ask in the words of the step', () => {
    expect(shown('recommendation')('label').first().text()).toBe(
      'What is recommended because of the finding',
    );
    expect(shown('action')('label').first().text()).toBe('What was done');
    expect(shown('action')('legend').first().text()).toBe('When it was begun');
  });

  test('a decision says which way it went, and only a decision does', () => {
    const $ = shown('decision');
    expect($('legend').first().text()).toBe('What was decided');
    expect(
      $('.govuk-radios label')
        .map((_, node) => $(node).text())
        .get(),
    ).toEqual(['Accepted', 'Accepted in part', 'Rejected']);
    expect(shown('action')('.govuk-radios').length).toBe(0);
  });

  test('an outcome says what shows it, and only an outcome does', () => {
    expect(shown('outcome')('textarea[name=evidence]').length).toBe(1);
    expect(shown('decision')('textarea[name=evidence]').length).toBe(0);
  });

  test('an impact record can stand behind an outcome, long ones cut, none by choice', () => {
    const $ = shown('outcome');
    expect($('select[name=impactRecord] option').first().text()).toBe('None');
    expect($('select[name=impactRecord] option').last().text()).toBe('x'.repeat(100));
    expect($('select[name=impactRecord] option').last().attr('value')).toBe('DDDD2222');
    expect(shown('outcome', { impacts: [] })('select[name=impactRecord]').length).toBe(0);
    expect(shown('action')('select[name=impactRecord]').length).toBe(0);
  });

  test('the organisation has to be chosen', () => {
    const $ = shown('action');
    expect($('select[name=organisation] option').first().attr('value')).toBe('');
    expect($('select[name=organisation] option').last().text()).toBe('Border & Ports');
  });

  test('a refusal keeps what was typed and leads to the first box of the day', () => {
    const $ = drawFields((fields) => <StepFields {...{ fields, step: 'action', organisations, impacts }} />, {
      values: { text: 'Began in May' },
      reply: refused({ happenedOn: ['Enter the day'] }),
    });
    expect($('.govuk-error-summary a').attr('href')).toBe('#form-happenedOn');
    expect($('input#form-happenedOn').attr('name')).toBe('happenedOn.day');
    expect($('textarea[name=text]').text()).toBe('Began in May');
  });
});

describe('a share', () => {
  test.each([
    [3, 120, '3 of 120 (2.5%)'],
    [60, 120, '60 of 120 (50%)'],
    [0, 120, '0 of 120 (0%)'],
    [1, 1200, '1 of 1,200 (0.1%)'],
    [1500, 5000, '1,500 of 5,000 (30%)'],
    [0, 0, '0 of 0'],
  ])('%i of %i reads “%s”', (count, of, text) => expect(showShare(count, of)).toBe(text));
});
