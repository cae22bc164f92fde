import { describe, expect, test } from 'vitest';

import type { Fields, Pack } from './pack';
import { labelOf } from './field-label';
import { contentsPage, escapeHtml, namesIn, stagePage } from './pack-html';

const ADA = '01890000-0000-7000-8000-00000000000a';
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE question; --",
  '2026-11-21T10:00 we meet',
  '2026-99-99T99:99:99Z',
  '../../etc/passwd',
  '\u202egnp.exe',
  '&lt;already&gt;',
];
const packOf = (...records: Fields[]): Pack => ({
  question: 'AAAA2222',
  leftOut: [{ what: 'Annexes <b>', why: 'They are for their named readers.' }],
  chain: [],
  sets: [
    {
      name: 'person',
      title: 'People',
      stage: 'people',
      records: [{ key: ADA, fields: { id: ADA, name: 'Ada <Love>' } }],
    },
    {
      name: 'award',
      title: 'Awards',
      stage: 'decision',
      records: records.map((fields, place) => ({ key: String(place), fields })),
    },
  ],
});
const shown = (fields: Fields) => {
  const pack = packOf(fields);
  return stagePage('decision', pack.sets.slice(1), namesIn(pack));
};

describe('a page of a pack', () => {
  test('names people instead of identifiers, money in pounds, times as they were in the United Kingdom', () => {
    const page = shown({
      decided_by_id: ADA,
      amount: 3_912_300,
      decided_at: '2026-07-01T23:30:00.123+00:00',
      open: true,
    });
    expect(page).toContain('<dt>Decided by</dt><dd>Ada &lt;Love&gt;</dd>');
    expect(page).toContain('<dd>£39,123</dd>');
    expect(shown({ value: { dayRate: 55_050 } })).toContain('<dd>£550.50</dd>');
    expect(page).toContain('2 July 2026 at 12:30am');
    expect(page).toContain('<dt>Open</dt><dd>Yes</dd>');
  });

  test('an amount beside its currency is in pounds already', () => {
    expect(shown({ value: { amount: 39_123, currency: 'GBP' } })).toContain('<dd>39123</dd>');
  });

  test('lists and records within records are shown, what is empty is not', () => {
    const page = shown({
      tie_break: ['quality', 'price'],
      nested: { inner: 'deep' },
      none: null,
      blank: '',
      no: [],
    });
    expect(page).toContain('<ul><li>quality</li><li>price</li></ul>');
    expect(page).toContain('<dt>Inner</dt><dd>deep</dd>');
    for (const name of ['None', 'Blank', 'No']) expect(page).not.toContain(`<dt>${name}</dt>`);
  });

  test.each(HOSTILE)('%j is shown as the words that it is', (text) => {
    const page = shown({ text });
    expect(page).toContain(`<dd>${escapeHtml(text)}</dd>`);
    expect(page).not.toMatch(/<(script|img|iframe)/i);
  });

  test('the contents lead to every file, say what was left out, and carry no script', () => {
    const heading = {
      title: '</title><script>',
      madeAt: '2026-01-01T09:00:00Z',
      madeBy: 'Ada',
      redacted: false,
    };
    const page = contentsPage(packOf({ amount: 1 }), heading);
    expect(page).toContain('href="06-decision/award.json"');
    expect(page).toContain('href="06-decision/index.html#award"');
    expect(page).toContain('Annexes &lt;b&gt;. They are for their named readers.');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('redactions.html');
    expect(contentsPage(packOf(), { ...heading, redacted: true })).toContain('redactions.html');
  });

  test.each([
    ['decided_at', 'Decided at'],
    ['dayRate', 'Day rate'],
    ['lead_id', 'Lead'],
    ['about_ids', 'About'],
    ['id', 'Id'],
    ['fullEconomicCost', 'Full economic cost'],
    ['', ''],
  ])('the field %s is called “%s”', (name, label) => expect(labelOf(name)).toBe(label));
});
