import { describe, expect, test } from 'vitest';
import { draw, textOf } from '../../../tests/support/drawn';
import { BarSpread, spreadInWords } from './bar-spread';
import { CountMark } from './count-mark';
import { CountMarkKey } from './count-mark-key';

describe('a mark of a count', () => {
  test.each([
    [0, '0 open questions'],
    [1, '1 open question'],
    [1000, '1000 open questions'],
  ])('%i reads %s', (count, words) =>
    expect(textOf(<CountMark kind="question" count={count} />)).toBe(words),
  );

  test('its own label takes the place of the usual one', () => {
    const $ = draw(<CountMark kind="commission" count={2} label="in <em>Fraud</em>" />);
    expect($('span.govuk-visually-hidden').text()).toBe(' in <em>Fraud</em>');
    expect($('em')).toHaveLength(0);
  });

  test.each([undefined, ''])('with the address %j it is no link', (href) => {
    const $ = draw(<CountMark kind="finding-high" count={3} href={href ?? ''} />);
    expect($('a')).toHaveLength(0);
    expect($('span.count-mark--finding-high')).toHaveLength(1);
  });

  test('the key shows the same shape', () => {
    const $ = draw(<CountMarkKey kind="not-appraised" count={12} text="not yet appraised" />);
    expect($('.count-mark--not-appraised').attr('aria-hidden')).toBe('true');
    expect($('.count-mark-key').text()).toBe('12 not yet appraised');
  });
});

describe('a spread of answers', () => {
  const answers = ['low', 'high'];
  const spread = (rows: { name: string; counts: number[] }[]) =>
    draw(<BarSpread title="A spread" answers={answers} rows={rows} />);

  test.each<[number[], string]>([
    [[], 'Policy, 0: none.'],
    [[0, 0], 'Policy, 0: none.'],
    [[1, 0], 'Policy, 1: 1 low.'],
    [[0, 7], 'Policy, 7: 7 high.'],
    [[2, 3], 'Policy, 5: 2 low, 3 high.'],
  ])('of %j reads "%s"', (counts, words) =>
    expect(spreadInWords({ answers, rows: [{ name: 'Policy', counts }] })).toBe(words),
  );

  test('a group of nobody is still named, with nought', () => {
    expect(spread([{ name: 'Policy', counts: [0, 0] }])('.bar-spread__name').text()).toBe('Policy (0)');
  });

  test('one answer among very many is still seen', () => {
    const $ = spread([{ name: 'Policy', counts: [1, 1000] }]);
    const heights = $('.bar-spread__bar')
      .toArray()
      .map((node) => Number($(node).attr('height')));
    expect(heights).toEqual([3, 40]);
  });

  test('groups are measured by one yardstick', () => {
    const $ = spread([
      { name: 'Policy', counts: [5, 0] },
      { name: 'Researchers', counts: [10, 0] },
    ]);
    const heights = $('.bar-spread__bar')
      .toArray()
      .map((node) => Number($(node).attr('height')));
    expect(heights).toEqual([20, 1, 40, 1]);
    expect($('svg').attr('viewBox')).toBe('0 0 320 174');
  });

  test('the answers stand once, under all', () => {
    const $ = spread([
      { name: 'Policy', counts: [1, 1] },
      { name: 'Researchers', counts: [1, 1] },
    ]);
    const words = $('svg > text')
      .toArray()
      .map((node) => $(node).text());
    expect(words).toEqual(answers);
  });

  test('without groups it has no bars and no words', () => {
    expect(spread([])('rect')).toHaveLength(0);
    expect(spreadInWords({ answers, rows: [] })).toBe('');
  });
});
