import { describe, expect, test } from 'vitest';
import { normalised } from './dom';
import { withMarkup } from './markup';

describe('two pieces of HTML are the same', () => {
  test.each([
    ['attributes in another order', '<a href="/" id="x">y</a>', '<a id="x" href="/">y</a>'],
    ['class names in another order', '<p class="b a">x</p>', '<p class="a  b">x</p>'],
    ['white space laid out otherwise', '<p>\n  Some\n  text\n</p>', '<p>Some text</p>'],
    ['a boolean attribute spelt out', '<input disabled>', '<input disabled="">'],
    ['an entity for its character', '<p>it&#39;s</p>', "<p>it's</p>"],
  ])('with %s', (_, one, other) => {
    expect(normalised(one)).toBe(normalised(other));
  });
});

describe('two pieces of HTML differ', () => {
  test.each([
    ['another element', '<p>x</p>', '<div>x</div>'],
    ['a missing class', '<p class="a b">x</p>', '<p class="a">x</p>'],
    ['a missing attribute', '<input required>', '<input>'],
    ['another value', '<a href="/a">x</a>', '<a href="/b">x</a>'],
    ['other words', '<p>x</p>', '<p>y</p>'],
    ['other order of children', '<b></b><i></i>', '<i></i><b></b>'],
    ['another nesting', '<b><i></i></b>', '<b></b><i></i>'],
  ])('with %s', (_, one, other) => {
    expect(normalised(one)).not.toBe(normalised(other));
  });
});

test('the HTML of a fixture stands where its place was kept', () => {
  expect(
    withMarkup('<p><fixture-html data-html="&lt;em&gt;a &amp;amp; b&lt;/em&gt;"></fixture-html></p>'),
  ).toBe('<p><em>a &amp; b</em></p>');
});
