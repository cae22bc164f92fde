import { describe, expect, test } from 'vitest';
import { draw, textOf } from '../../../../tests/support/drawn';
import { newTokenSecret } from '~/domain/people/tokens/token-secret.server';
import { TokenMade } from './token-made';

const { token } = newTokenSecret();
const made = (over: Partial<Parameters<typeof TokenMade>[0]> = {}) => (
  <TokenMade token={token} name="Weekly report" expiresAt="2027-02-20T09:00:00Z" {...over} />
);

describe('a token that was made', () => {
  test('stands on the page once, whole, as text alone', () => {
    const $ = draw(made());
    expect($('code').text()).toBe(token);
    expect($.html().split(token)).toHaveLength(2);
    expect($('input, a[href*="soundings_"], [title], [data-token]').length).toBe(0);
  });

  test.each([
    ['2027-02-20T09:00:00Z', '20 February 2027'],
    [new Date('2027-06-30T23:30:00Z'), '1 July 2027'],
  ])('says until which UK day: %s', (expiresAt, day) =>
    expect(textOf(made({ expiresAt }))).toContain(`For “Weekly report”, until ${day}:`),
  );

  test('says what it is, that it is shown once, and leads back', () => {
    const $ = draw(made());
    expect($('h1').text().trim()).toBe('Keep your token');
    expect($('.govuk-warning-text').text()).toContain('It is shown this once.');
    expect($('a.govuk-button').attr('href')).toBe('/account/tokens');
  });

  test('of any name is text', () => {
    const name = '<script>alert(1)</script>';
    const $ = draw(made({ name }));
    expect($('script').length).toBe(0);
    expect($('main, body').text()).toContain(name);
  });
});
