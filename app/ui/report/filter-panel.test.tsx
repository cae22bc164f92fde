import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FilterPanel } from './filter-panel';

test('filters go into the address of the list', () => {
  const html = renderToStaticMarkup(<FilterPanel action="/questions">Fields</FilterPanel>);
  expect(html).toContain('method="get" action="/questions"');
  expect(html).not.toContain('Clear filters');
});

test('each chosen filter can be taken away by itself, or all at once', () => {
  const html = renderToStaticMarkup(
    <FilterPanel
      action="/questions"
      clearHref="/questions"
      chosen={[{ text: 'Cyber crime', removeHref: '?state=open' }]}
    >
      Fields
    </FilterPanel>,
  );
  expect(html).toContain(
    'href="?state=open"><span class="govuk-visually-hidden">Remove this filter: </span>Cyber crime',
  );
  expect(html).toContain('href="/questions">Clear filters');
});
