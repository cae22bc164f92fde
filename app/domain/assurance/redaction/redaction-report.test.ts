import { describe, expect, test } from 'vitest';
import { load } from 'cheerio';
import { words } from '../../../../tests/support/drawn';
import { redactionReport, type ReportedRedaction } from './redaction-report';

const reported = (over: Partial<ReportedRedaction> = {}): ReportedRedaction => ({
  ...{ reference: 'R', setName: 'award', recordKey: 'a', field: 'noticeAt', passage: null },
  ...{ exemption: 's.43(2)', exemptionTitle: 'Commercial interests', absolute: false },
  ...{ everywhere: null, publicInterest: 'Rivals would learn it.', setTitle: 'Awards' },
  ...over,
});
const same = (text: string) => text;
function reportOf(redactions: ReportedRedaction[], clean = same) {
  const [json, html] = redactionReport(redactions, clean);
  if (!json || !html) throw new Error('two files');
  const $ = load(html.text);
  return {
    paths: [json.path, html.path],
    data: JSON.parse(json.text) as Record<string, unknown>[],
    raw: json.text + html.text,
    $,
    items: $('li')
      .toArray()
      .map((item) => words($(item).text())),
  };
}

describe('what a redacted pack says of what was withheld', () => {
  test('is a page and the same as data', () => {
    const { paths, data, $ } = reportOf([reported()]);
    expect(paths).toEqual(['redactions.json', 'redactions.html']);
    expect([$('h1').text(), $('title').text()]).toEqual(['What was withheld', 'What was withheld']);
    expect($('a[href="index.html"]').text()).toBe('Contents');
    expect(data).toEqual([
      {
        ...{ in: 'Awards', what: 'the field “Notice at”', exemption: 's.43(2)' },
        ...{ title: 'Commercial interests', kind: 'qualified' },
        ...{ publicInterest: 'Rivals would learn it.', everywhere: false },
      },
    ]);
  });

  test.each<[string, Partial<ReportedRedaction>]>([
    ['the whole file', { recordKey: null, field: null }],
    ['a whole record', { field: null }],
    ['the field “Notice at”', {}],
    ['the field “Lead”', { field: 'bids/0/lead_id' }],
    ['the field “Full economic cost”', { field: 'cost/fullEconomicCost' }],
    ['a passage', { passage: 'zebra' }],
  ])('calls it %s', (what, over) => {
    expect(reportOf([reported(over)]).items).toEqual([
      `Awards: ${what}. s.43(2) (Commercial interests, qualified). Public interest: Rivals would learn it.`,
    ]);
  });

  test('says where it was withheld everywhere; left in place or undecided it says nothing of it', () => {
    const withheld = (everywhere: boolean | null) => reportOf([reported({ everywhere })]);
    expect(withheld(true).items[0]).toContain('the field “Notice at”, wherever else it stands. ');
    expect(withheld(true).data[0]).toMatchObject({ everywhere: true });
    for (const left of [false, null]) {
      expect(withheld(left).items[0]).not.toContain('wherever');
      expect(withheld(left).data[0]).toMatchObject({ everywhere: false });
    }
  });

  test('an absolute exemption needs no weighing, and none is shown', () => {
    const { items, data } = reportOf([reported({ absolute: true, publicInterest: '', exemption: 's.21' })]);
    expect(items).toEqual(['Awards: the field “Notice at”. s.21 (Commercial interests, absolute).']);
    expect(data[0]).toMatchObject({ kind: 'absolute', publicInterest: '' });
  });

  test('never holds the passage itself, and cleans what was said about it', () => {
    const clean = (text: string) => text.replaceAll(/zorgon/gi, '█');
    const { raw, items } = reportOf(
      [reported({ passage: 'Zorgon & Sons', field: 'zorgon', publicInterest: 'ZORGON would lose by it.' })],
      clean,
    );
    expect(raw).not.toMatch(/zorgon/i);
    expect(items[0]).toContain('Public interest: █ would lose by it.');
    expect(reportOf([reported({ field: 'zorgon' })], clean).items[0]).toContain('the field “█”');
  });

  test('keeps the order, and says nothing where nothing was withheld', () => {
    const three = ['C', 'A', 'B'].map((setTitle) => reported({ setTitle }));
    expect(reportOf(three).data.map((one) => one['in'])).toEqual(['C', 'A', 'B']);
    const none = reportOf([]);
    expect([none.data, none.items]).toEqual([[], []]);
  });

  test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt;b&gt;', "it's"])(
    '%j is shown as the words that it is, wherever it stands',
    (hostile) => {
      const { $, items } = reportOf([
        reported({
          ...{ setTitle: hostile, exemption: hostile, exemptionTitle: hostile },
          ...{ publicInterest: hostile, field: null },
        }),
      ]);
      expect($('script, img, li b')).toHaveLength(0);
      expect(items).toEqual([
        `${hostile}: a whole record. ${hostile} (${hostile}, qualified). Public interest: ${hostile}`,
      ]);
    },
  );
});
