import { describe, expect, test } from 'vitest';
import { draw } from '../../../tests/support/drawn';
import { SeriesChart, seriesInWords, type SeriesChartProps } from './series-chart';

const show = (value: number) => `${value} cases`;
const one = {
  name: 'Series 1',
  points: [
    { name: 'January', at: 0, value: 40 },
    { name: 'February', at: 10, value: 20 },
  ],
};
const two = { name: 'Series 2', points: [{ name: 'March', at: 20, value: 80 }] };
const chart = (series: SeriesChartProps['series'], title = 'Twice as many') =>
  draw(<SeriesChart title={title} series={series} show={show} />);
const circles = ($: ReturnType<typeof draw>) =>
  $('circle')
    .toArray()
    .map((node) => [Number($(node).attr('cx')), Number($(node).attr('cy'))]);
const NOTE = 'A line ends where the definition changed: the lines cannot be compared.';

describe('a chart of series', () => {
  test('says its finding, and every figure of every series to a screen reader', () => {
    const $ = chart([one, two]);
    const [titleId, wordsId] = ($('svg').attr('aria-labelledby') ?? '').split(' ');
    expect($('figcaption').text()).toBe('Twice as many');
    expect($('svg title').attr('id')).toBe(titleId);
    expect($('svg desc').attr('id')).toBe(wordsId);
    expect($('svg desc').text()).toBe(
      'Series 1: January 40 cases, February 20 cases. Series 2: March 80 cases.',
    );
  });

  test('two series are never joined, and the page says why', () => {
    const $ = chart([one, two]);
    expect($('polyline')).toHaveLength(2);
    expect($('g.series-chart__one polyline').attr('points')?.split(' ')).toHaveLength(2);
    expect($('g.series-chart__other polyline').attr('points')?.split(' ')).toHaveLength(1);
    expect($('p').text()).toBe(NOTE);
  });

  test('one series alone has nothing to be compared with', () => {
    expect(chart([one])('p')).toHaveLength(0);
  });

  test('a third looks like the first again', () => {
    const third = { name: 'Series 3', points: [{ name: 'April', at: 30, value: 1 }] };
    const $ = chart([one, two, third]);
    expect($('.series-chart__one')).toHaveLength(2);
    expect($('.series-chart__other')).toHaveLength(1);
  });

  test('later is further right, more is higher, and nought lies on the axis', () => {
    const $ = chart([one, two]);
    const [first, second, third] = circles($);
    expect([first?.[0], second?.[0], third?.[0]]).toEqual([13, 160, 307]);
    expect([first?.[1], second?.[1], third?.[1]]).toEqual([93, 128.5, 22]);
    expect($('.series-chart__axis').attr('y1')).toBe('164');
  });

  test('the largest figure and the ends of time are written', () => {
    const $ = chart([one, two]);
    const words = $('svg > text')
      .toArray()
      .map((node) => $(node).text());
    expect(words).toEqual(['80 cases', 'January', 'March']);
  });

  test('figures below nought hang from an axis that is not at the foot', () => {
    const $ = chart([
      {
        name: 'Change',
        points: [
          { name: 'A', at: 0, value: -10 },
          { name: 'B', at: 1, value: 10 },
        ],
      },
    ]);
    expect($('.series-chart__axis').attr('y1')).toBe('93');
    expect(circles($).map(([, y]) => y)).toEqual([164, 22]);
  });

  test('a single figure stands in the middle and is named once', () => {
    const $ = chart([two]);
    expect(circles($)).toEqual([[160, 22]]);
    expect($('svg > text')).toHaveLength(2);
    expect($('svg > text').last().text()).toBe('March');
  });

  test('all nought is drawn on the axis, without impossible numbers', () => {
    const $ = chart([
      {
        name: 'None',
        points: [
          { name: 'A', at: 0, value: 0 },
          { name: 'B', at: 1, value: 0 },
        ],
      },
    ]);
    expect(circles($).map(([, y]) => y)).toEqual([164, 164]);
    expect($.html()).not.toMatch(/NaN|Infinity/);
  });

  test.each([[[]], [[{ name: 'Empty', points: [] }]]])('of nothing nothing is drawn (%#)', (series) =>
    expect(chart(series)('figure')).toHaveLength(0),
  );

  test('an empty series beside a full one has a name and no figures', () => {
    expect(seriesInWords({ series: [{ name: 'Empty', points: [] }, two], show })).toBe(
      'Empty: . Series 2: March 80 cases.',
    );
  });

  test('names are text, and two drawings on one page name themselves apart', () => {
    const $ = draw(
      <>
        <SeriesChart title="<b>One</b>" series={[one]} show={show} />
        <SeriesChart title="Two" series={[one]} show={show} />
      </>,
    );
    expect($('b, [style]')).toHaveLength(0);
    expect($('svg title').first().attr('id')).not.toBe($('svg title').last().attr('id'));
  });
});
