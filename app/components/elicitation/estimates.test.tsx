import { describe, expect, test } from 'vitest';
import { draw, rowsIn, words } from '../../../tests/support/drawn';
import { drawFields, drawOnPage, refused } from '../../../tests/support/drawn-form';
import type { Quantity } from '~/domain/elicitation/elicitation';
import type { Estimate } from '~/domain/elicitation/estimate-form';
import type { ElicitationView } from '~/domain/elicitation/queries/elicitation-page.server';
import type { ExpertAnswers, QuantityResult } from '~/domain/elicitation/result';
import { Discussion } from './discussion';
import { EstimateFields } from './estimate-fields';
import { QuantityFields } from './quantity-fields';
import { QuantityShown } from './quantity-result';

const quantity: Quantity = {
  ...{
    position: 1,
    kind: 'quantity',
    asks: 'Parcels opened in May?',
    unit: 'parcels',
    lower: 0,
    upper: 9000,
  },
};
const estimate = (lowest: number, best: number, highest: number, over: Partial<Estimate> = {}): Estimate => ({
  ...{ position: 1, lowest, best, highest, confidence: 80, reasons: 'Port records' },
  ...over,
});
const answer = (letter: string, first: Estimate, second: Estimate | null = null): ExpertAnswers => {
  const { lowest, best, highest } = second ?? first;
  return {
    ...{ letter, isOwn: false, first, second, counts: { lowest, best, highest } },
    moved: second ? second.best - first.best : null,
  };
};
const answers = [
  answer('A', estimate(100, 200, 300), estimate(150, 260, 350, { reasons: 'What B saw' })),
  answer('B', estimate(200, 300, 400), estimate(200, 300, 400)),
  answer('C', estimate(300, 400, 500)),
];
const result: QuantityResult = {
  ...{ quantity, answers },
  first: { lowest: 200, best: 300, highest: 400 },
  final: { lowest: 650 / 3, best: 320, highest: 1250 / 3 },
};

describe('what everybody estimated', () => {
  const shown = (over: Partial<QuantityResult> = {}, closed = true) =>
    draw(<QuantityShown result={{ ...result, ...over }} closed={closed} />);

  test('the chart’s title states the joint figure, and its words say what the table says', () => {
    const $ = shown();
    const title = 'Together: best 320 parcels, 80% interval 216.7 to 416.7 parcels, 3 experts';
    expect($('figcaption').text()).toBe(title);
    expect($('svg title').text()).toBe(title);
    expect($('svg desc').text()).toBe(
      'Expert A: 260, from 150 to 350. Expert B: 300, from 200 to 400. Expert C: 400, from 300 to 500. Together: 320, from 216.7 to 416.7.',
    );
  });

  test('the table holds every estimate as it was given', () => {
    expect(rowsIn(shown())).toEqual([
      [
        'Expert A',
        '100 to 300, best 200, 80% sure',
        '150 to 350, best 260, 80% sure',
        '+60',
        '150 to 350, best 260',
      ],
      [
        'Expert B',
        '200 to 400, best 300, 80% sure',
        '200 to 400, best 300, 80% sure',
        '0',
        '200 to 400, best 300',
      ],
      ['Expert C', '300 to 500, best 400, 80% sure', 'None', '', '300 to 500, best 400'],
    ]);
    expect(shown()('caption').text()).toBe('Every estimate, in parcels, as it was given');
  });

  test('between the rounds it says that it is of first estimates, and nothing of second ones', () => {
    const $ = shown(
      { answers: answers.map(({ letter, first }) => answer(letter, first ?? estimate(0, 0, 0))) },
      false,
    );
    expect($('figcaption').text()).toBe(
      'First estimates together: best 300 parcels, 80% interval 200 to 400 parcels, 3 experts',
    );
    expect($('thead').text()).not.toContain('Second estimate');
    expect(rowsIn($)[0]).toEqual(['Expert A', '100 to 300, best 200, 80% sure', '100 to 300, best 200']);
    expect($('body').text()).not.toContain('moved');
    expect($('body').text()).not.toContain('How it was computed');
  });

  test('where too few count there is no joint figure, drawn or computed', () => {
    const $ = shown({ final: null });
    expect($('figcaption').text()).toBe('Fewer than 3 estimates count, so there is no joint figure');
    expect($('svg desc').text()).not.toContain('Together');
    expect($('body').text()).not.toContain('How it was computed');
  });

  test('a probability carries its sign', () => {
    const $ = shown({ quantity: { ...quantity, kind: 'probability', unit: '%', upper: 100 } });
    expect($('figcaption').text()).toContain('best 320%, 80% interval 216.7 to 416.7%');
    expect($('svg desc').text()).toContain('Expert A: 260%, from 150% to 350%.');
  });

  test('one knows one’s own row', () => {
    const own = answer('B', estimate(1, 2, 3));
    const $ = shown({ answers: [{ ...own, isOwn: true }, answer('C', estimate(1, 2, 3))] });
    expect(rowsIn($).map(([who]) => who)).toEqual(['Expert B (you)', 'Expert C']);
  });

  test('the sum behind each figure can be checked by hand', () => {
    const $ = shown();
    expect($('details li').length).toBe(3);
    expect($('details li').first().text()).toBe('Lowest: (150 + 200 + 300) ÷ 3 = 216.7');
    expect($('details li').eq(1).text()).toBe('Best: (260 + 300 + 400) ÷ 3 = 320');
    expect($('details li').last().text()).toBe('Highest: (350 + 400 + 500) ÷ 3 = 416.7');
  });

  test('how far they moved is a mean over all who answered again', () => {
    expect(shown()('body').text()).toContain(
      '1 of 2 moved their best guess after the discussion, by 30 parcels on average over all 2.',
    );
  });

  test('nobody who moved, and nobody who answered again, are two things', () => {
    const stayed = answer('A', estimate(1, 2, 3), estimate(1, 2, 3));
    expect(shown({ answers: [stayed] })('body').text()).toContain('Nobody moved their best guess');
    const none = answer('A', estimate(1, 2, 3));
    expect(shown({ answers: [none] })('body').text()).toContain('Nobody gave a second estimate.');
  });

  test('reasons are the last ones, with the first where they changed, as text', () => {
    const first = estimate(1, 2, 3, { reasons: '<b>Guess</b>' });
    const second = estimate(1, 2, 3, { reasons: 'Records' });
    const $ = shown({ answers: [answer('A', first, second), answer('B', first)] });
    expect($('section[aria-label="Expert A"]').text()).toBe('Expert ARecordsAt first:<b>Guess</b>');
    expect($('section[aria-label="Expert B"]').text()).toBe('Expert B<b>Guess</b>');
    expect($('b').length).toBe(0);
  });
});

describe('the talk between the rounds', () => {
  const may = { readFirst: true, comment: true, run: false } as ElicitationView['may'];
  const said = { by: 'Expert B', isOwn: false, text: 'Why <so> low?', saidAt: new Date('2026-12-02T09:00Z') };
  const shown = (over: Partial<ElicitationView>, reply?: ReturnType<typeof refused>) =>
    drawOnPage(
      <Discussion
        view={{ may, discussion: [said], stage: 'second', ...over } as ElicitationView}
        reply={reply}
      />,
    );

  test('is by letter, with the instant', () => {
    const $ = shown({});
    expect(words($('h3').text())).toBe('Expert B, 2 December 2026 at 9am');
    expect($('article p').text()).toBe('Why <so> low?');
    expect(shown({ discussion: [{ ...said, isOwn: true }] })('h3').text()).toContain('Expert B (you),');
  });

  test('asks experts not to give themselves away; the facilitator writes as such', () => {
    expect(shown({})('.govuk-hint').text()).toContain('Others see your letter, not your name.');
    expect(shown({ may: { ...may, run: true } })('.govuk-hint').text()).toBe('You write as facilitator.');
  });

  test('says how to begin while nobody has', () => {
    expect(shown({ discussion: [] })('body').text()).toContain('Nobody has said anything yet.');
  });

  test('is not there for who may not read first estimates, whatever was said', () => {
    expect(shown({ may: { ...may, readFirst: false } })('body').text()).toBe('');
    expect(shown({ may: { ...may, comment: false }, discussion: [] })('body').text()).toBe('');
  });

  test('once closed can be read and not added to', () => {
    const $ = shown({ stage: 'closed', may: { ...may, comment: false } });
    expect($('form').length).toBe(0);
    expect($('body').text()).toContain('The discussion is closed.');
    expect(shown({})('body').text()).not.toContain('is closed');
  });

  test('a refusal stands beside the box', () => {
    const $ = shown({}, refused({ text: ['Write something'] }));
    expect($('.govuk-error-message').text()).toContain('Write something');
    expect($('.govuk-error-summary a').attr('href')).toBe('#comment-text');
  });
});

describe('the fields of an estimate', () => {
  const shown = (over: Partial<Quantity> = {}) =>
    drawFields((fields) => <EstimateFields fields={fields} quantity={{ ...quantity, ...over }} />, {
      values: { 'e1-3-best': '250' },
    });

  test('ask lowest and highest before the best guess', () => {
    const names = shown()('input[type=text], textarea').map((_, node) => node.attribs['name']);
    expect(names.get()).toEqual([
      'e1-1-lowest',
      'e1-2-highest',
      'e1-3-best',
      'e1-4-confidence',
      'e1-5-reasons',
    ]);
  });

  test('name the bounds and the unit', () => {
    const $ = shown();
    expect($('legend').text()).toBe('Parcels opened in May?');
    expect($('fieldset > .govuk-hint').text()).toBe('From 0 parcels to 9,000 parcels.');
    expect($('.govuk-input__suffix').first().text()).toBe('parcels');
    expect($('.govuk-input__suffix').last().text()).toBe('%');
  });

  test('hold what was given before', () => {
    expect(shown()('#form-e1-3-best').attr('value')).toBe('250');
    expect(shown()('#form-e1-1-lowest').attr('value')).toBeUndefined();
  });

  test('of a second quantity are its own', () => {
    expect(shown({ position: 2 })('input[type=text]').first().attr('name')).toBe('e2-1-lowest');
  });
});

describe('the fields of what is to be estimated', () => {
  const shown = (position: number) =>
    drawFields((fields) => <QuantityFields fields={fields} position={position} />);

  test('the first has to be filled in, the others need not', () => {
    expect(shown(1)('legend').first().text()).toBe('Estimate 1');
    expect(shown(2)('legend').first().text()).toBe('Estimate 2, if you need it');
    expect(shown(2)('label').first().text()).toBe('What the experts estimate (2)');
  });

  test('offer a number or a probability, with neither chosen', () => {
    const $ = shown(1);
    expect(
      $('input[type=radio]')
        .map((_, node) => node.attribs['value'])
        .get(),
    ).toEqual(['quantity', 'probability']);
    expect($('input[checked]').length).toBe(0);
  });
});
