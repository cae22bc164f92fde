import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Facts } from './facts';
import { Page } from './page';
import { PageBody } from './page-body';
import { SidePanel } from './side-panel';
import { SiteFooter } from './site-footer';

describe('a page', () => {
  const html = renderToStaticMarkup(
    <Page header={<header>Head</header>} footer={<SiteFooter links={[{ text: 'Help', href: '/help' }]} />}>
      <PageBody>Words</PageBody>
    </Page>,
  );

  test('starts with a link that skips to its one main part', () => {
    expect(html.indexOf('href="#content"')).toBeLessThan(html.indexOf('Head'));
    expect(html.match(/id="content"/g)).toHaveLength(1);
  });

  test('shows no banner of its phase unless it has one', () => {
    expect(html).not.toContain('About this service');
    expect(renderToStaticMarkup(<Page banner="Demonstration">Words</Page>)).toContain('About this service');
  });

  test('ends with its support links', () => {
    expect(html).toContain('<a class="govuk-link" href="/help">Help</a>');
  });
});

describe('the body of a page', () => {
  test('keeps a good line length, with room for a panel beside it', () => {
    const html = renderToStaticMarkup(
      <PageBody aside={<SidePanel title="12 days left">Bid</SidePanel>}>Words</PageBody>,
    );
    expect(html).toContain('govuk-grid-column-two-thirds">Words');
    expect(html).toContain('govuk-grid-column-one-third"><aside class="side-panel"');
  });

  test('takes the whole width when it is wide', () => {
    expect(renderToStaticMarkup(<PageBody wide>Words</PageBody>)).not.toContain('govuk-grid-column');
  });
});

test('facts that are not known are left out', () => {
  const html = renderToStaticMarkup(<Facts items={[{ name: 'Budget', value: '£120,000' }, false, null]} />);
  expect(html.match(/<dt>/g)).toHaveLength(1);
});
