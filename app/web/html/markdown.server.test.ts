import { expect, test } from 'vitest';
import { renderMarkdown } from './markdown.server';

test.each([
  ['', ''],
  ['One *two* **three**', '<p class="govuk-body">One <em>two</em> <strong>three</strong></p>\n'],
  ['# Big', '<h3 class="govuk-heading-s">Big</h3>\n'],
  ['- a\n- b', '<ul class="govuk-list govuk-list--bullet">\n<li>a</li>\n<li>b</li>\n</ul>\n'],
  [
    '[x](https://example.org)',
    '<p class="govuk-body"><a href="https://example.org" class="govuk-link" rel="nofollow noreferrer">x</a></p>\n',
  ],
  ['5 < 6 & 7', '<p class="govuk-body">5 &lt; 6 &amp; 7</p>\n'],
])('%j', (text, html) => expect(renderMarkdown(text)).toBe(html));

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '![x](https://example.org/pixel.png)',
  '<a href="javascript:alert(1)">x</a>',
  '[x](https://example.org" onclick="alert(1))',
  '`<svg/onload=alert(1)>`',
])('%s cannot do harm', (text) => {
  const html = renderMarkdown(text);
  expect(html).not.toMatch(/<(script|img|svg|iframe)|<[^>]*((href|src)="(javascript|data):| on\w+=)/i);
});
