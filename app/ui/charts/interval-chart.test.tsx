import { describe, expect, test } from 'vitest';
import { draw } from '../../../tests/support/drawn';
import { IntervalChart, intervalsInWords, type IntervalRow } from './interval-chart';

const rows: IntervalRow[] = [
  { name: 'Expert A', lowest: 10, best: 40, highest: 90 },
  { name: 'Expert B', lowest: 0, best: 50, highest: 100 },
  { name: 'Together', lowest: 5, best: 45, highest: 95, joint: true },
];
const show = (value: number) => `${value}%`;
const chart = (over: IntervalRow[] = rows, title = 'Together: best 45%') =>
  draw(<IntervalChart title={title} rows={over} show={show} />);

describe('a chart of intervals', () => {
  test('says its finding over the drawing, and to a screen reader with every figure', () => {
    const $ = chart();
    const [titleId, wordsId] = ($('svg').attr('aria-labelledby') ?? '').split(' ');
    expect($('figcaption').text()).toBe('Together: best 45%');
    expect($('svg').attr('role')).toBe('img');
    expect($('svg title').attr('id')).toBe(titleId);
    expect($('svg title').text()).toBe('Together: best 45%');
    expect($('svg desc').attr('id')).toBe(wordsId);
    expect($('svg desc').text()).toBe(
      'Expert A: 40%, from 10% to 90%. Expert B: 50%, from 0% to 100%. Together: 45%, from 5% to 95%.',
    );
  });

  test('of nothing has no words', () => {
    expect(intervalsInWords({ rows: [], show })).toBe('');
  });

  test('two on one page name themselves apart', () => {
    const $ = draw(
      <>
        <IntervalChart title="One" rows={rows} show={show} />
        <IntervalChart title="Two" rows={rows} show={show} />
      </>,
    );
    expect($('svg title').first().attr('id')).not.toBe($('svg title').last().attr('id'));
  });

  test('the axis runs from the lowest to the highest of all, with the middle between', () => {
    const $ = chart();
    const labels = $('svg > text');
    expect(labels.map((_, node) => $(node).text()).get()).toEqual(['0%', '50%', '100%']);
    expect(labels.first().attr('x')).toBe('6');
    expect(labels.last().attr('x')).toBe('314');
  });

  test('lines and marks stand where the figures are', () => {
    const $ = chart();
    const lines = $('.interval-chart__line');
    expect([lines.eq(0).attr('x1'), lines.eq(0).attr('x2')]).toEqual(['36.8', '283.2']);
    expect([lines.eq(1).attr('x1'), lines.eq(1).attr('x2')]).toEqual(['6', '314']);
    expect($('circle').eq(0).attr('cx')).toBe('129.2');
    expect($('circle').eq(1).attr('cx')).toBe('160');
  });

  test('the joint one alone is drawn as a square', () => {
    const $ = chart();
    expect($('circle').length).toBe(2);
    expect($('rect').length).toBe(1);
    expect($('.interval-chart__joint text').text()).toBe('Together');
    expect($('rect').attr('x')).toBe('139.6');
  });

  test('each has a line of its own, and the drawing room for all', () => {
    const $ = chart();
    expect($('svg').attr('viewBox')).toBe('0 0 320 134');
    expect(
      $('.interval-chart__line')
        .map((_, node) => node.attribs['y1'])
        .get(),
    ).toEqual(['24', '60', '96']);
  });

  test('where all agree to the digit nothing is drawn nowhere', () => {
    const html = chart([{ name: 'Expert A', lowest: 7, best: 7, highest: 7 }]).html();
    expect(html).not.toContain('NaN');
    expect(html).not.toContain('Infinity');
  });

  test('negative figures keep their order from left to right', () => {
    const $ = chart([{ name: 'Expert A', lowest: -20, best: -10, highest: 0 }]);
    expect($('.interval-chart__line').attr('x1')).toBe('6');
    expect($('circle').attr('cx')).toBe('160');
  });

  test('names are text, and nothing is styled in place', () => {
    const $ = chart([{ name: '<script>alert(1)</script>', lowest: 0, best: 1, highest: 2 }], '<b>Title</b>');
    expect($('script, b').length).toBe(0);
    expect($('.interval-chart__name').text()).toBe('<script>alert(1)</script>');
    expect($('[style]').length).toBe(0);
  });
});
