import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SiteHeader } from './site-header';

test('a visitor sees the name and nothing of a session', () => {
  const html = renderToStaticMarkup(<SiteHeader />);
  expect(html).toContain('<span class="site-header__name">Soundings</span>');
  expect(html).not.toContain('<nav');
  expect(html).not.toContain('Inbox');
});

test('the section that holds the page is lit', () => {
  const links = [
    { text: 'Questions', href: '/questions', active: true },
    { text: 'Map', href: '/map' },
  ];
  const html = renderToStaticMarkup(<SiteHeader links={links} />);
  expect(html).toContain('href="/questions" aria-current="true"');
  expect(html).toContain('href="/map">Map');
});

test.each([
  [7, 'beside the name', true],
  [8, 'in a row of their own, after the name', false],
])('%i sections stand %s', (count, _place, before) => {
  const links = Array.from({ length: count }, (_, index) => ({
    text: `Section ${index}`,
    href: `/${index}`,
  }));
  const html = renderToStaticMarkup(<SiteHeader links={links} person={{ name: 'Ada', href: '/account' }} />);
  expect(html.indexOf('<nav') < html.indexOf('Ada')).toBe(before);
  expect(html.includes('site-header--two-rows')).toBe(!before);
});

test.each([
  [0, 'Inbox</a>'],
  [3, '3<span class="govuk-visually-hidden"> unread</span>'],
  [120, '99+<span class="govuk-visually-hidden"> unread</span>'],
])('%i unread notices are shown as fits', (unread, expected) => {
  expect(renderToStaticMarkup(<SiteHeader inbox={{ href: '/inbox', unread }} />)).toContain(expected);
});

test('who is signed in leads to their account', () => {
  const html = renderToStaticMarkup(<SiteHeader person={{ name: 'Dr Amara Okafor', href: '/account' }} />);
  expect(html).toContain('href="/account">Dr Amara Okafor</a>');
});
