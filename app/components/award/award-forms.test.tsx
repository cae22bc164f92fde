import type { SubmissionResult } from '@conform-to/react';
import { describe, expect, test } from 'vitest';
import { words } from '../../../tests/support/drawn';
import { drawFields, drawOnPage, refused } from '../../../tests/support/drawn-form';
import { CHANGE_KIND_CODES, type ChangeKind } from '~/domain/awards/changes/change-request';
import { HOLD_REASONS } from '~/domain/awards/publication/publication-clock';
import { REVIEW_DECISIONS } from '~/domain/awards/review/review-round';
import type { OfferedStep } from '~/domain/awards/steps/step';
import { ChangeFields } from './steps/change-fields';
import { ClosingForm } from './closing-form';
import { FunderFields } from './funder-fields';
import { HoldForm } from './delivery/hold-form';
import { ReportForm } from './steps/report-form';
import { ReviewForm } from './delivery/review-form';
import { StepForm } from './steps/step-form';

type Drawn = ReturnType<typeof drawOnPage>;
const HOSTILE = '"><script>alert(1)</script>';

/** Names of the fields that a person or the form fills, without the key of the page. */
const namesIn = ($: Drawn) =>
  $('input[name], textarea[name], select[name]')
    .toArray()
    .map((node) => $(node).attr('name') ?? '')
    .filter((name, place, all) => name !== '_key' && all.indexOf(name) === place);
const labelsIn = ($: Drawn) =>
  $('label')
    .toArray()
    .map((node) => words($(node).text()));
const summaryOf = ($: Drawn) =>
  $('.govuk-error-summary__list a')
    .toArray()
    .map((node) => [words($(node).text()), $(`[id="${($(node).attr('href') ?? '').slice(1)}"]`).length]);

describe('the steps that somebody can take', () => {
  const offered = (key: string, over: Partial<OfferedStep> = {}): OfferedStep => ({
    ...{ key, label: `Do ${key}`, words: null, day: null },
    ...over,
  });
  const form = (
    steps: OfferedStep[],
    reply?: { result: SubmissionResult },
    hidden?: Record<string, string>,
  ) => drawOnPage(<StepForm steps={steps} reply={reply} {...(hidden ? { hidden } : {})} />);

  test('none: nothing is shown, unless something was refused, which is still said', () => {
    expect(form([])('form')).toHaveLength(0);
    const $ = form([], refused({ '': ['This has moved on since you looked at it.'] }));
    expect(words($('.govuk-error-summary').text())).toContain('This has moved on since you looked at it.');
    expect($('button[type=submit]:not([hidden])')).toHaveLength(0);
  });

  test('one: a button of its name, without a choice', () => {
    const $ = form([offered('send')], undefined, { letter: HOSTILE });
    expect($('input[type=radio]')).toHaveLength(0);
    expect($('input[name=step]').attr('value')).toBe('send');
    expect($('input[name=letter]').attr('value')).toBe(HOSTILE);
    expect(words($('button').text())).toBe('Do send');
    expect(namesIn($)).toEqual(['letter', 'step']);
    expect($('script')).toHaveLength(0);
  });

  test('one with words: they are asked for by its own name', () => {
    const $ = form([offered('meet', { words: 'How it was met' })]);
    expect(labelsIn($)).toEqual(['How it was met']);
    expect($('.govuk-hint')).toHaveLength(0);
    expect(namesIn($)).toEqual(['step', 'words']);
  });

  test('several: a choice, and the hint says for which of them the words are', () => {
    const steps = [
      offered('sign'),
      offered('reject', { words: 'What has to change' }),
      offered('pay', { day: 'The day' }),
    ];
    const $ = form(steps);
    expect(labelsIn($).slice(0, 4)).toEqual(['Do sign', 'Do reject', 'Do pay', 'In words']);
    expect(words($('.govuk-hint').first().text())).toBe('Do reject: what has to change.');
    expect(namesIn($)).toEqual(['step', 'words', 'on.day', 'on.month', 'on.year']);
    expect(words($('button').text())).toBe('Continue');
    expect($('input[name=step]:checked')).toHaveLength(0);
  });

  test('refused: each message leads to its field', () => {
    const steps = [offered('pay', { day: 'The day', words: 'A note' }), offered('query')];
    const $ = form(steps, refused({ step: ['Choose what you do'], words: ['Enter'], on: ['Enter the day'] }));
    expect(summaryOf($)).toEqual([
      ['Choose what you do', 1],
      ['Enter', 1],
      ['Enter the day', 1],
    ]);
  });
});

describe('what a change asks for', () => {
  const milestone = { title: 'Protocol', open: true, paid: false };
  const view = {
    milestones: [
      { ...milestone, position: 1, open: false, paid: true },
      { ...milestone, position: 2, title: 'Interim', open: false },
      { ...milestone, position: 3, title: HOSTILE },
    ],
    people: [
      { reference: 'LEAD2345', name: 'Ada King', role: 'lead' },
      { reference: 'EDIT2345', name: 'Ben Low', role: 'editor' },
    ],
  };
  const rows = (key: string, positions: number[]) =>
    positions.map((position) => ({ position: String(position), [key]: '' }));
  const fields = (kind: ChangeKind, values: object = {}) =>
    drawFields((all) => <ChangeFields kind={kind} fields={all} view={view} />, { values: { ...values } });
  const options = ($: Drawn, name: string) =>
    $(`select[name="${name}"] option`)
      .toArray()
      .map((node) => $(node).attr('value'));

  test('of dates: the contract’s last day and every milestone that still owes work', () => {
    const $ = fields('dates', { rows: [{ position: '3', dueOn: { day: '4', month: '5', year: '2027' } }] });
    expect(namesIn($)).toEqual([
      ...['endsOn.day', 'endsOn.month', 'endsOn.year', 'rows[0].position'],
      ...['rows[0].dueOn.day', 'rows[0].dueOn.month', 'rows[0].dueOn.year'],
    ]);
    expect($('input[name="rows[0].position"]').attr('value')).toBe('3');
    expect($('input[name="rows[0].dueOn.day"]').attr('value')).toBe('4');
    expect($('script')).toHaveLength(0);
  });

  test('of the budget: every milestone that is not paid, accepted or not', () => {
    const $ = fields('budget', { rows: rows('amount', [2, 3]) });
    expect(labelsIn($)).toEqual(['2. Interim', `3. ${HOSTILE}`]);
    expect([0, 1].map((i) => $(`input[name="rows[${i}].position"]`).attr('value'))).toEqual(['2', '3']);
  });

  test('of people: the lead is never among those who leave', () => {
    const $ = fields('people');
    expect(options($, 'leaves')).toEqual(['', 'EDIT2345']);
    expect(options($, 'role')).toEqual(['editor', 'partner']);
    expect(namesIn($)).toEqual(['leaves', 'joins', 'role']);
  });

  test('of scope: only a milestone that owes work gets another name', () => {
    expect(options(fields('scope'), 'position')).toEqual(['', '3']);
    expect(namesIn(fields('scope'))).toEqual(['text', 'position', 'title']);
  });

  test('an early end says what it means before it is asked', () => {
    const $ = fields('termination');
    expect(words($('p').text())).toContain('What was not accepted by then is cancelled');
    expect(namesIn($)).toEqual(['lastDay.day', 'lastDay.month', 'lastDay.year']);
  });

  test.each(CHANGE_KIND_CODES)('%s: every field is labelled', (kind) => {
    const $ = fields(kind, { rows: kind === 'budget' ? rows('amount', [2, 3]) : [] });
    const nameless = $('input:not([type=hidden]), textarea, select')
      .toArray()
      .filter((node) => $(`label[for="${$(node).attr('id')}"]`).length !== 1);
    expect(nameless.map((node) => $(node).attr('name'))).toEqual([]);
  });
});

describe('closing', () => {
  const items = [
    { key: 'a', what: 'Final report' },
    { key: 'b', what: HOSTILE },
  ];

  test('asks a reason for each open thing by its key, and what was learnt', () => {
    const $ = drawOnPage(<ClosingForm items={items} reply={undefined} backHref="/back" />);
    expect(namesIn($)).toEqual([
      ...['open[0].key', 'open[0].reason', 'open[1].key', 'open[1].reason'],
      ...['worked', 'didNot', 'nextTime'],
    ]);
    expect(['a', 'b']).toEqual([0, 1].map((i) => $(`input[name="open[${i}].key"]`).attr('value')));
    expect(labelsIn($)[1]).toBe(`Why is it closed with this open? ${HOSTILE}`);
    expect($('script')).toHaveLength(0);
    expect($('a').attr('href')).toBe('/back');
  });

  test('with nothing open it asks what was learnt alone', () => {
    const $ = drawOnPage(<ClosingForm items={[]} reply={undefined} backHref="/back" />);
    expect(namesIn($)).toEqual(['worked', 'didNot', 'nextTime']);
  });
});

describe('a funder', () => {
  const tranches = [{ plannedAmount: '' }, { plannedAmount: '40,000' }];
  const shown = (values: object) =>
    drawFields(
      (all) => <FunderFields fields={all} organisations={[{ slug: 'home', name: 'Home Office' }]} />,
      { values: { ...values } },
    );

  test('starts from the values given; there are as many tranches as rows', () => {
    const $ = shown({
      tranches,
      certainty: 'conditional',
      condition: HOSTILE,
      ringFenced: 'on',
      organisation: 'home',
    });
    expect($('input[name=certainty]:checked').attr('value')).toBe('conditional');
    expect($('input[name=ringFenced]').attr('checked')).toBeDefined();
    expect($('select[name=organisation] option[selected]').attr('value')).toBe('home');
    expect($('input[name=condition]').attr('value')).toBe(HOSTILE);
    expect(
      $('fieldset legend')
        .toArray()
        .map((node) => words($(node).text())),
    ).toEqual(expect.arrayContaining(['Tranche 1', 'Tranche 2']));
    expect($('input[name="tranches[1].plannedAmount"]').attr('value')).toBe('40,000');
    expect($('input[name="tranches[2].plannedAmount"]')).toHaveLength(0);
    expect($('script')).toHaveLength(0);
  });

  test('is neither ring-fenced nor chosen until somebody says so', () => {
    const $ = shown({ tranches });
    expect($('input[name=ringFenced]').attr('checked')).toBeUndefined();
    expect($('select[name=organisation]').val()).toBe('');
  });
});

describe('a hold and a review', () => {
  test('a hold has every reason there is, none of them chosen for the reader', () => {
    const $ = drawOnPage(<HoldForm reply={undefined} />);
    const reasons = $('input[name=reason]').toArray();
    expect(reasons.map((node) => $(node).attr('value'))).toEqual(Object.keys(HOLD_REASONS));
    expect($('input[name=reason]:checked')).toHaveLength(0);
    const again = drawOnPage(<HoldForm reply={refused({ endsOn: ['Enter a day after today'] })} />);
    expect(summaryOf(again)).toEqual([['Enter a day after today', 1]]);
  });

  test('a named reviewer advises as well; another peer writes alone', () => {
    const form = (inRound: boolean) =>
      drawOnPage(<ReviewForm reply={undefined} inRound={inRound} backHref="/back" />);
    expect(namesIn(form(true))).toEqual(['note', 'decision']);
    expect(form(true)('input[name=decision]')).toHaveLength(Object.keys(REVIEW_DECISIONS).length);
    expect(namesIn(form(false))).toEqual(['note']);
  });
});

describe('a monitoring report', () => {
  const options = [1, 2, 3, 4, 5].map((score) => ({ score, label: `Level ${score}` }));
  const item = { text: 'Progress', hint: 'Against the plan.', options };
  const items = [
    { ...item, code: 'progress', score: 4, comment: HOSTILE },
    { ...item, code: 'risk', text: 'Risks', score: null, comment: '' },
  ];
  const form = (reply?: { result: SubmissionResult }) =>
    drawOnPage(<ReportForm items={items} reply={reply} backHref="/back" />);

  test('starts from what was saved; a question without a score has none chosen', () => {
    const $ = form();
    expect($('input[name="answers[0].score"]:checked').attr('value')).toBe('4');
    expect($('input[name="answers[1].score"]:checked')).toHaveLength(0);
    expect($('textarea[name="answers[0].comment"]').text().trim()).toBe(HOSTILE);
    expect([0, 1].map((i) => $(`input[name="answers[${i}].code"]`).attr('value'))).toEqual([
      'progress',
      'risk',
    ]);
    expect($('script')).toHaveLength(0);
  });

  test('is submitted or saved by two buttons of one form', () => {
    const buttons = form()('button[name=intent]').toArray();
    expect(buttons.map((node) => form()(node).attr('value'))).toEqual(['submit', 'save']);
  });

  test('what is missing is said beside its own question', () => {
    const $ = form(refused({ 'answers[1].score': ['Score “Risks”'], 'answers[1].comment': ['Say why'] }));
    expect(summaryOf($)).toEqual([
      ['Score “Risks”', 1],
      ['Say why', 1],
    ]);
    const group = $('textarea[name="answers[1].comment"]').closest('.govuk-form-group--error');
    expect(words(group.find('.govuk-error-message').text())).toContain('Say why');
    expect($('textarea[name="answers[0].comment"]').closest('.govuk-form-group--error')).toHaveLength(0);
  });
});
