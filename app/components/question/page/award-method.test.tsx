import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { draw, rowsIn, textOf, words } from '../../../../tests/support/drawn';
import { drawFields } from '../../../../tests/support/drawn-form';
import {
  AWARD_FORMULAS,
  FORMULA_NAMES,
  USUAL_METHOD,
  type AwardMethod,
} from '~/domain/questions/method/award-method';
import { detailFields, DETAIL_LABELS } from '~/domain/questions/method/criterion-fields';
import { METHOD_LABELS, methodFields } from '~/domain/questions/method/method-fields';
import { CriterionDetails } from '../forms/criterion-details';
import { MethodForm } from '../forms/method-form';
import { AwardMethodView } from './award-method-view';
import { CriteriaTable } from './criteria-table';

const view = (
  over: Partial<AwardMethod> = {},
  more: { qualityWeight?: number; priceScored?: boolean } = {},
) => <AwardMethodView method={{ ...USUAL_METHOD, ...over }} qualityWeight={70} priceScored {...more} />;
const keysOf = (element: Parameters<typeof draw>[0]) => {
  const $ = draw(element);
  return $('dt')
    .toArray()
    .map((node) => words($(node).text()));
};

describe('how bids are put in order', () => {
  test('shows what a question has, and no row for what it has not', () => {
    expect(keysOf(view())).toEqual(['The order of bids', 'Between level bids']);
    const whole: Partial<AwardMethod> = {
      ...{ qualityThreshold: 60, lowPricePercent: 40, replyWorkingDays: 2, replyWords: 300 },
      ...{ interviewMode: 'criteria', interviewPlaces: 3 },
    };
    expect(keysOf(view(whole))).toEqual([
      'The order of bids',
      'Quality needed',
      'Between level bids',
      'Abnormally low prices',
      'Interviews',
      'Right of reply',
    ]);
    expect(textOf(view(whole))).toContain('At least 60 out of 100');
  });

  test('where price is not scored there is neither formula nor example', () => {
    const free = view({}, { priceScored: false, qualityWeight: 100 });
    expect(keysOf(free)).toEqual(['Between level bids']);
    expect(draw(free)('details')).toHaveLength(0);
  });

  test('a tie-break that is none is never shown', () => {
    const element = (
      <AwardMethodView method={{ ...USUAL_METHOD, tieBreak: ['lot'] }} qualityWeight={70} priceScored />
    );
    expect(textOf(element)).not.toContain('lot');
  });
});

describe('the worked example', () => {
  const order = (over: Partial<AwardMethod>, qualityWeight = 70) =>
    rowsIn(draw(view(over, { qualityWeight }))).map(([rank, bid, , , by]) => [rank, bid, by]);

  test('by the weights of the question: prices of 120, 124 and 142 thousand for qualities of 62, 74 and 88', () => {
    // 70% of 88 and 30% of 100 × 120 ÷ 142 is 61.6 + 25.35.
    expect(order({})).toEqual([
      ['1', 'Bid C', expect.stringMatching(/^Price score 84\.5.*, total 86\.95$/)],
      ['2', 'Bid B', expect.stringContaining('total 80.83')],
      ['3', 'Bid A', 'Price score 100, total 73.4'],
    ]);
    expect(order({}, 0).map(([, bid]) => bid)).toEqual(['Bid A', 'Bid B', 'Bid C']);
  });

  test('by the lowest price, of those with the quality needed', () => {
    expect(order({ awardFormula: 'lowestPrice', qualityThreshold: 70 })).toEqual([
      ['1', 'Bid B', 'Price'],
      ['2', 'Bid C', 'Price'],
      ['None', 'Bid A', 'Out: below the quality needed'],
    ]);
    expect(order({ awardFormula: 'lowestPrice', qualityThreshold: 62 })[0]?.[1]).toBe('Bid A');
  });

  test('by the highest quality within the budget, which is said', () => {
    expect(order({ awardFormula: 'highestQuality', qualityThreshold: 60 })).toEqual([
      ['1', 'Bid B', 'Quality'],
      ['2', 'Bid A', 'Quality'],
      ['None', 'Bid C', 'Out: above the budget'],
    ]);
    expect(textOf(view({ awardFormula: 'highestQuality' }))).toContain('with a budget of £130,000');
    expect(textOf(view())).not.toContain('with a budget');
  });

  test('by the price for each point: £120,000 ÷ 62 is £1,935', () => {
    expect(order({ awardFormula: 'pricePerPoint' })).toEqual([
      ['1', 'Bid C', '£1,614 for each point'],
      ['2', 'Bid B', '£1,676 for each point'],
      ['3', 'Bid A', '£1,935 for each point'],
    ]);
  });
});

describe('criteria with more to say', () => {
  const criterion = { id: 'a', name: 'Method', guidance: '', weight: 100, minimum: null };
  const table = (over: object) => (
    <CriteriaTable
      criteria={[{ ...criterion, ...over }]}
      qualityWeight={70}
      method={USUAL_METHOD}
      priceScored
    />
  );

  test('say what each score means here, in standard words where nothing was said', () => {
    const $ = draw(table({ bands: ['', '', '', '', '', 'Best <ever>'] }));
    const bands = $('li')
      .toArray()
      .map((node) => words($(node).text()));
    expect(bands).toHaveLength(6);
    expect(bands).toContain('5: Best <ever>');
    expect(bands.every((band) => /^[0-5]: \S/.test(band))).toBe(true);
    expect(draw(table({ bands: [] }))('li')).toHaveLength(0);
    expect(draw(table({}))('li')).toHaveLength(0);
  });

  test('say that they are scored at interview', () => {
    expect(textOf(table({ stage: 'interview' }))).toContain('100, scored at interview');
    expect(textOf(table({ stage: 'written' }))).not.toContain('scored at interview');
  });
});

describe('choosing the method', () => {
  const form = (values: Record<string, string> = {}, priceScored = true) =>
    drawFields((fields) => <MethodForm fields={fields} priceScored={priceScored} />, { values });
  const namesIn = ($: ReturnType<typeof draw>) => [
    ...new Set(
      $('[name]')
        .toArray()
        .map((node) => $(node).attr('name') ?? '')
        .filter((name) => name in methodFields),
    ),
  ];

  test('asks for all of it, and for nothing about prices where they are not scored', () => {
    expect(namesIn(form()).sort()).toEqual(Object.keys(methodFields).sort());
    const free = namesIn(form({}, false));
    const priced = ['awardFormula', 'lowPricePercent', 'lowCostPercent'];
    expect(free.sort()).toEqual(
      Object.keys(methodFields)
        .filter((name) => !priced.includes(name))
        .sort(),
    );
  });

  test('the weighted formula stands chosen until another one is', () => {
    const chosen = ($: ReturnType<typeof draw>) => $('[name="awardFormula"][checked]').attr('value');
    expect(chosen(form())).toBe('weighted');
    expect(chosen(form({ awardFormula: 'pricePerPoint' }))).toBe('pricePerPoint');
    expect(form()('[name="awardFormula"]')).toHaveLength(AWARD_FORMULAS.length);
    for (const formula of AWARD_FORMULAS) expect(form()('body').text()).toContain(FORMULA_NAMES[formula]);
  });

  test('every field carries its own label, and keeps what was typed, however wrong', () => {
    const $ = form({ replyWords: 'many', interviewMode: 'criteria', tieBreak2: 'price' });
    expect($('[name="replyWords"]').attr('value')).toBe('many');
    expect($('[name="interviewMode"] option[selected]').attr('value')).toBe('criteria');
    expect($('[name="tieBreak2"] option[selected]').attr('value')).toBe('price');
    const labels = $('label, legend')
      .toArray()
      .map((node) => words($(node).text()));
    for (const label of Object.values(METHOD_LABELS)) expect(labels).toContain(label);
  });
});

test('the details of a criterion ask for each part by its own label, standard words beside it', () => {
  const $ = drawFields((fields) => <CriterionDetails fields={fields} row="2" />, {
    values: { band2of5: 'Best', stage2: 'interview', words2: '500' },
  });
  for (const name of Object.keys(z.object(detailFields('2')).shape))
    expect([name, $(`[name="${name}"]`).length]).toEqual([name, 1]);
  expect($('[name="band2of5"]').attr('value')).toBe('Best');
  expect($('[name="stage2"] option[selected]').attr('value')).toBe('interview');
  expect($('[name="words2"]').attr('value')).toBe('500');
  const labels = $('label')
    .toArray()
    .map((node) => words($(node).text()));
  expect(labels).toContain(DETAIL_LABELS.band('2', 5));
  expect(new Set(labels).size).toBe(labels.length);
});
