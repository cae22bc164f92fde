import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NotificationBanner } from './notification-banner';
import { ScrollingTable } from './scrolling-table';
import { SummaryList } from './summary-list';
import { TaskStatus } from './task-status';

test('a wide table scrolls in a named region that the keyboard reaches', () => {
  const html = renderToStaticMarkup(<ScrollingTable name="Bids" head={['Who']} rows={[['Leeds']]} />);
  expect(html).toMatch(/^<div class="scrolling-table" role="region" aria-label="Bids" tabindex="0">/);
  expect(html).toContain('<th scope="col" class="govuk-table__header">Who</th>');
  expect(html).toContain('<td class="govuk-table__cell">Leeds</td>');
});

test('a column without a name has no header', () => {
  const html = renderToStaticMarkup(
    <ScrollingTable name="Bids" head={['Who', '']} rows={[['Leeds', 'Open']]} />,
  );
  expect(html).toContain('Who</th><td class="govuk-table__header"></td></tr>');
});

test('a change link says what it changes', () => {
  const rows = [
    { key: 'Title', value: 'Ports', actions: [{ href: '/edit', text: 'Change', about: 'title' }] },
  ];
  const html = renderToStaticMarkup(<SummaryList rows={rows} />);
  expect(html).toContain('Change<span class="govuk-visually-hidden"> title</span>');
});

test('a banner makes a plain text its heading and leaves elements alone', () => {
  expect(renderToStaticMarkup(<NotificationBanner success>Saved</NotificationBanner>)).toContain(
    '<p class="govuk-notification-banner__heading">Saved</p>',
  );
  expect(
    renderToStaticMarkup(
      <NotificationBanner>
        <ul />
      </NotificationBanner>,
    ),
  ).toContain('__content"><ul></ul>');
});

test.each([
  ['done', 'Completed'],
  ['started', 'In progress'],
  ['to do', 'Not yet started'],
  ['not yet', 'Cannot start yet'],
  ['wrong', 'There is a problem'],
] as const)('a task that is %s says "%s"', (state, words) => {
  expect(renderToStaticMarkup(<TaskStatus state={state} />)).toContain(words);
});
