import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { ErrorSummary } from './error-summary';

afterEach(() => void vi.unstubAllGlobals());

test('each message leads to its control', () => {
  const html = renderToStaticMarkup(<ErrorSummary errors={[{ field: 'title', message: 'Enter a title' }]} />);
  expect(html).toContain('<a href="#title">Enter a title</a>');
  expect(html).toContain('There is a problem');
});

test('a message about no field is plain text', () => {
  const html = renderToStaticMarkup(<ErrorSummary errors={[{ message: 'The deadline has passed' }]} />);
  expect(html).toContain('<li>The deadline has passed</li>');
});

test('in a browser, a message about a field that the page does not show is plain text', () => {
  vi.stubGlobal('document', { getElementById: (id: string) => (id === 'title' ? {} : null) });
  const errors = [
    { field: 'title', message: 'Enter a title' },
    { field: 'capacity', message: 'Choose a capacity' },
  ];
  const html = renderToStaticMarkup(<ErrorSummary errors={errors} />);
  expect(html).toContain('<a href="#title">Enter a title</a>');
  expect(html).toContain('<li>Choose a capacity</li>');
});

test('it takes the focus without a script, unless told not to', () => {
  expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toMatch(/tabindex="-1" autofocus=""/i);
  expect(renderToStaticMarkup(<ErrorSummary errors={[]} takesFocus={false} />)).not.toMatch(/autofocus/i);
});
