import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Pagination } from './pagination';

test('a list of one page has no pagination', () => {
  expect(renderToStaticMarkup(<Pagination />)).toBe('');
});

test('the last page leads back only', () => {
  const html = renderToStaticMarkup(<Pagination previous={{ href: '?before=9' }} />);
  expect(html).toContain('href="?before=9" rel="prev"');
  expect(html).not.toContain('rel="next"');
});
