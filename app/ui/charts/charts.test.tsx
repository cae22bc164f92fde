import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { BarSpread, spreadInWords } from './bar-spread';
import { CountMark, type CountKind } from './count-mark';
import { CountMarkKey } from './count-mark-key';

const text = (html: string) => html.replace(/<[^>]+>/g, '');

describe('a mark', () => {
  test.each<[CountKind, number, string]>([
    ['question', 1, '1 open question'],
    ['question', 2, '2 open questions'],
    ['commission', 1, '1 live commission'],
    ['finding-low', 3, '3 findings, low confidence'],
    ['finding-moderate', 3, '3 findings, moderate confidence'],
    ['finding-high', 1, '1 finding, high confidence'],
    ['not-appraised', 1, '1 finding not yet appraised'],
  ])('%s × %i reads "%s"', (kind, count, words) => {
    expect(text(renderToStaticMarkup(<CountMark kind={kind} count={count} />))).toBe(words);
  });

  test('with an address it is a link', () => {
    const html = renderToStaticMarkup(<CountMark kind="question" count={2} href="/questions?area=drugs" />);
    expect(html).toMatch(/^<a class="count-mark count-mark--question" href="\/questions\?area=drugs">/);
  });

  test('its key is not read twice', () => {
    const html = renderToStaticMarkup(<CountMarkKey kind="question" count={2} text="open questions" />);
    expect(html).toContain('aria-hidden="true">2</span> open questions');
  });
});

describe('a spread of answers', () => {
  const answers = ['low', 'some', 'high'];
  const rows = [
    { name: 'Policy', counts: [1, 0, 5] },
    { name: 'Researchers', counts: [0, 0, 0] },
  ];
  const html = renderToStaticMarkup(<BarSpread title="Policy rates it high" answers={answers} rows={rows} />);
  const heights = [...html.matchAll(/height="([\d.]+)"/g)].map(([, height]) => Number(height));

  test('reads aloud with every figure', () => {
    expect(spreadInWords({ answers, rows })).toBe('Policy, 6: 1 low, 5 high. Researchers, 0: none.');
  });

  test('names its finding and its figures to a screen reader', () => {
    const [, ids = ''] = html.match(/aria-labelledby="([^"]+)"/) ?? [];
    const [titleId, wordsId] = ids.split(' ');
    expect(html).toContain(`<title id="${titleId}">Policy rates it high</title>`);
    expect(html).toContain(`<desc id="${wordsId}">Policy, 6: 1 low, 5 high. Researchers, 0: none.</desc>`);
  });

  test('draws the most frequent answer tallest and an absent one as a line', () => {
    expect(heights).toEqual([8, 1, 40, 1, 1, 1]);
  });
});
