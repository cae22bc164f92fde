import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw } from '../../../tests/support/drawn';
import { ShareBars, sharesInWords, type ShareRow } from './share-bars';

const rows: ShareRow[] = [
  { name: 'Pursue', share: 79, band: { low: 40, high: 60 } },
  { name: 'Prevent', share: 4, band: { low: 10, high: 10 } },
  { name: 'Unattributed', share: 17, open: true },
];
const show = (share: number) => `${share}%`;
const chart = (over: readonly ShareRow[] = rows, title = 'Pursue takes 79%') =>
  draw(<ShareBars title={title} rows={over} show={show} />);
const attributes = ($: ReturnType<typeof draw>, selector: string, name: string) =>
  $(selector)
    .toArray()
    .map((node) => $(node).attr(name));

describe('bars of shares', () => {
  test('say their finding, and every share and band to a screen reader', () => {
    const $ = chart();
    const [titleId, wordsId] = ($('svg').attr('aria-labelledby') ?? '').split(' ');
    expect($('svg').attr('role')).toBe('img');
    expect($('figcaption').text()).toBe('Pursue takes 79%');
    expect($('svg title').text()).toBe('Pursue takes 79%');
    expect($('svg title').attr('id')).toBe(titleId);
    expect($('svg desc').attr('id')).toBe(wordsId);
    expect($('svg desc').text()).toBe(
      'Pursue: 79%, band 40% to 60%. Prevent: 4%, band 10% to 10%. Unattributed: 17%.',
    );
  });

  test('each has its words over its bar', () => {
    const $ = chart();
    const words = $('svg text')
      .toArray()
      .map((node) => $(node).text());
    expect(words).toEqual(['Pursue: 79%', 'Prevent: 4%', 'Unattributed: 17%']);
    expect(attributes($, 'svg text', 'y')).toEqual(['13', '59', '105']);
    expect($('svg').attr('viewBox')).toBe('0 0 320 138');
  });

  test('a bar is as long as its share of the whole', () => {
    const $ = chart();
    expect(attributes($, '.share-bars__whole', 'width')).toEqual(['320', '320', '320']);
    expect(attributes($, '.share-bars__bar', 'width')).toEqual(['252.8', '12.8']);
  });

  test('what nobody attributed is drawn hollow', () => {
    const $ = chart();
    expect(attributes($, '.share-bars__open', 'width')).toEqual(['54.4']);
    expect($('.share-bars__open')).toHaveLength(1);
  });

  test('a band stands where it begins, and one without width is still seen', () => {
    const $ = chart();
    expect(attributes($, '.share-bars__band', 'x')).toEqual(['128', '32']);
    expect(attributes($, '.share-bars__band', 'width')).toEqual(['64', '1']);
  });

  test('a line under it says what outlines and dashes are, where there are any', () => {
    expect(chart()('figure > p').text()).toBe(
      'Outlined: the band in which the share should lie. Dashed: of none of these.',
    );
    expect(chart([{ name: 'Protect', share: 5 }])('figure > p')).toHaveLength(0);
  });

  test.each([null, undefined])('with the band %s none is drawn or said', (band) => {
    const $ = chart([{ name: 'Protect', share: 5, band }]);
    expect($('.share-bars__band')).toHaveLength(0);
    expect($('svg desc').text()).toBe('Protect: 5%.');
  });

  test.each([
    [0, '0'],
    [0.1, '0.32'],
    [50, '160'],
    [100, '320'],
  ])('%f per cent is %s wide', (share, width) =>
    expect(chart([{ name: 'One', share }])('.share-bars__bar').attr('width')).toBe(width),
  );

  test('of nothing there is a drawing without bars, and no words', () => {
    expect(chart([])('rect')).toHaveLength(0);
    expect(sharesInWords({ rows: [], show })).toBe('');
  });

  test('names are text', () => {
    const $ = chart([{ name: '<script>alert(1)</script>', share: 1 }], '<b>Title</b>');
    expect($('script, b, [style]')).toHaveLength(0);
    expect($('svg text').text()).toBe('<script>alert(1)</script>: 1%');
  });

  test('no share from 0 to 100 leaves the drawing', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (share) => {
        const width = Number(chart([{ name: 'One', share }])('.share-bars__bar').attr('width'));
        expect(width).toBeGreaterThanOrEqual(0);
        expect(width).toBeLessThanOrEqual(320);
      }),
      { numRuns: 40 },
    );
  });
});
