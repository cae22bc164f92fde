import { describe, expect, test } from 'vitest';
import { draw, rowsIn, words } from '../../../tests/support/drawn';
import { drawOnPage } from '../../../tests/support/drawn-form';
import type { Totals } from '~/domain/ledger/queries/money-page.server';
import { sharesOf, type Band, type Part } from '~/domain/ledger/shares';
import { ImportReport } from './import-report';
import { MoneyCover } from './money-cover';
import { MoneyFilters } from './money-filters';
import { Shares } from './shares';

const TOTALS: Totals = {
  ...{ all: 60_000, lines: 3, firm: 30_000, ringFenced: 10_000, secure: 20_000 },
  ...{ planned: 50_000, actual: 20_000, unpaid: 1, estimates: 0, estimated: 0, local: 0 },
  ...{ overseas: 20_000, home: 30_000, awards: 40_000, pledges: 5000, entered: 15_000, noArea: 0 },
  ...{ firstStated: new Date('2026-03-31'), lastStated: new Date('2026-03-31'), bases: ['Front line'] },
};
const TYPES = [
  {
    ...{ dimension: 'intervention' as const, key: 'disruption', name: 'Disruption' },
    ...{ amount: 60_000, lines: 3, overseas: 20_000 },
  },
];
const cover = (over: Partial<Totals> = {}, types = TYPES, filter: { base?: string } = {}) =>
  draw(<MoneyCover totals={{ ...TOTALS, ...over }} interventions={types} filter={filter} />);
const said = ($: ReturnType<typeof draw>, key: string) =>
  $('.govuk-summary-list__row')
    .toArray()
    .filter((row) => $(row).find('dt').text() === key)
    .map((row) => words($(row).find('dd').text()))
    .join('|');

describe('what a sum of money covers', () => {
  test.each([
    ['Base', 'Front line'],
    ['Date of the figures', 'of 31 March 2026'],
    ['Estimates', 'None: no line says that it is an estimate'],
    ['Where it stands', 'Awards £400, promised to questions £50, entered £150; each pound once'],
    ['Firm', '£300 of £600, 50% (one half)'],
    ['On a condition', '£300 of £600, 50% (one half)'],
    ['Ring-fenced for this crime', '£100 of £600, 16.7% (one sixth)'],
    ['Secure for several years', '£200 of £600, 33.3% (one third)'],
    ['From police and crime commissioners and forces', '£0 of £600, 0%'],
    [
      'Overseas',
      '£200 of £600, 33.3% (one third). By type of action 33.3%: both ways agree. Of £100 nobody said where it goes.',
    ],
    ['Planned and actual', 'Planned £500, actual £200; of 1 line the actual is unknown'],
  ])('%s: %s', (key, value) => expect(said(cover(), key)).toBe(value));

  test.each<[Partial<Totals>, string, string]>([
    [{ bases: [] }, 'Base', ''],
    [{ bases: ['A', 'B'] }, 'Base', 'A; B'],
    [{ firstStated: null, lastStated: null }, 'Date of the figures', ''],
    [{ firstStated: new Date('2025-01-01') }, 'Date of the figures', 'of 1 January 2025 to 31 March 2026'],
    [{ estimates: 1, estimated: 100 }, 'Estimates', '1 line of 3, £1, are estimates'],
    [
      { estimates: 1200, lines: 2000, estimated: 1e8 },
      'Estimates',
      '1,200 lines of 2,000, £1m, are estimates',
    ],
    [{ unpaid: 0 }, 'Planned and actual', 'Planned £500, actual £200; of 0 lines the actual is unknown'],
    [{ firm: 60_000 }, 'On a condition', '£0 of £600, 0%'],
    [{ all: 0, firm: 0 }, 'Firm', '£0 of £0, Nothing to share'],
  ])('with %j, %s: %j', (over, key, value) => expect(said(cover(over), key)).toBe(value));

  test('two ways that do not agree are said to, and not reconciled', () => {
    const types = TYPES.map((one) => ({ ...one, overseas: 10_000 }));
    expect(said(cover({}, types), 'Overseas')).toContain('By type of action 16.7%: the two do not agree.');
    expect(said(cover({}, []), 'Overseas')).toContain('By type of action Nothing to share');
  });

  test('each part leads to its own lines, within what was chosen', () => {
    const $ = cover({}, TYPES, { base: 'Front line' });
    const only = $('a')
      .toArray()
      .map((node) => new URL($(node).attr('href') ?? '', 'http://x').searchParams);
    expect(only.map((params) => params.get('only'))).toEqual([
      ...['firm', 'conditional', 'ringFenced', 'secure', 'local', 'overseas'],
    ]);
    expect(only.every((params) => params.get('base') === 'Front line')).toBe(true);
  });

  test('a base is text', () => expect(cover({ bases: ['<b>x</b>'] })('b')).toHaveLength(0));
});

describe('who gets which share', () => {
  const parts: Part[] = [
    { key: 'pursue', name: 'Pursue', amount: 7_900_000, lines: 2 },
    { key: 'protect', name: 'Protect', amount: 0, lines: 0 },
    { key: null, name: 'Unattributed', amount: 2_100_000, lines: 3 },
  ];
  const bands: Band[] = [
    {
      ...{ key: 'protect', name: 'Protect', low: 5, high: 10, holdsFrom: new Date('2026-04-01') },
      ...{ owner: 'Home Office', reason: 'Balance' },
    },
  ];
  const shown = (over: Part[] = parts, drawn?: boolean) =>
    draw(
      <Shares
        what="strand"
        heading="By strand"
        shares={sharesOf(over)}
        bands={bands}
        filter={{ base: 'Front line' }}
        {...(drawn === undefined ? {} : { drawn })}
      />,
    );

  test('the table has every part, what is unattributed last', () => {
    expect(rowsIn(shown())).toEqual([
      ['Pursue', '£79k', '79%', 'None set', '2 lines of Pursue'],
      ['Protect', '£0', '0%', '5% to 10% (Home Office)', '0'],
      ['Unattributed', '£21k', '21%', 'None set', '3 lines of Unattributed'],
    ]);
  });

  test('each figure leads to its lines; of none there is no link', () => {
    const links = shown()('td a')
      .toArray()
      .map((node) => new URL(node.attribs['href'] ?? '', 'http://x').searchParams);
    expect(links.map((params) => params.get('strand'))).toEqual(['pursue', 'none']);
    expect(links.map((params) => params.get('base'))).toEqual(['Front line', 'Front line']);
  });

  test('the section is named by its heading, the table by what it holds', () => {
    const $ = shown();
    expect($('section').attr('aria-labelledby')).toBe($('h2').attr('id'));
    expect($('h2').text()).toBe('By strand');
    expect($('[role=region]').attr('aria-label')).toBe('Money by strand');
  });

  test('the drawing says the finding and the bands', () => {
    const $ = shown();
    expect($('figcaption').text()).toBe('Pursue takes 79%; 21% is unattributed');
    expect($('svg desc').text()).toBe('Pursue: 79%. Protect: 0%, band 5% to 10%. Unattributed: 21%.');
    expect($('.share-bars__open')).toHaveLength(1);
  });

  test('without money, and where parts overlap, nothing is drawn', () => {
    expect(shown(parts.map((one) => ({ ...one, amount: 0 })))('svg')).toHaveLength(0);
    expect(shown(parts, false)('svg')).toHaveLength(0);
    expect(shown(parts, false)('tbody tr')).toHaveLength(3);
    expect(shown([])('tbody tr, svg')).toHaveLength(0);
  });
});

describe('which money', () => {
  const filters = (filter: { from?: string; to?: string; base?: string }, bases: string[]) =>
    drawOnPage(<MoneyFilters action="/money" filter={filter} bases={bases} />);

  test('is asked for in the address, by fields with labels', () => {
    const $ = filters({}, []);
    expect([$('form').attr('action'), $('form').attr('method')]).toEqual(['/money', 'get']);
    for (const name of ['base', 'from', 'to'])
      expect($(`label[for="${$(`[name="${name}"]`).attr('id') ?? ''}"]`).text(), name).not.toBe('');
  });

  test('what is chosen stays chosen', () => {
    const $ = filters({ from: '2026-04-01', to: '2027-03-31', base: 'B' }, ['A', 'B']);
    expect($('[name=from]').attr('value')).toBe('2026-04-01');
    expect($('[name=to]').attr('value')).toBe('2027-03-31');
    expect($('option[selected]').attr('value')).toBe('B');
  });

  test('every base is offered after all money', () => {
    const $ = filters({}, ['A', '<b>B</b>']);
    const options = $('option')
      .toArray()
      .map((node) => $(node).text());
    expect(options).toEqual(['All money', 'A', '<b>B</b>']);
  });
});

describe('the report on a file', () => {
  const right = { place: 2, wrong: '', purpose: 'Units', planned: 100_000, actual: null };
  const wrong = { place: 3, wrong: 'funder: Choose', purpose: '', planned: null, actual: null };
  const report = (judged: (typeof right)[], entered = 0) =>
    drawOnPage(<ImportReport judged={judged} entered={entered} text="a,b" />);
  const many = Array.from({ length: 1200 }, (_, at) => ({ ...right, place: at + 2 }));

  test.each([
    ['1 line can be entered', [right], 0],
    ['1,200 lines can be entered', many, 0],
    ['1 line entered', [right], 1],
    ['1,200 lines entered', many, 1200],
  ])('%s', (heading, judged, entered) => expect(report(judged, entered)('h1').text()).toBe(heading));

  test('what is wrong stands beside its line, and nothing can be entered', () => {
    const $ = drawOnPage(
      <ImportReport judged={[right, { ...wrong, actual: null }]} entered={0} text="a,b" />,
    );
    expect($('h1').text()).toBe('1 line of 2 cannot be entered');
    expect($('form, button')).toHaveLength(0);
    expect(rowsIn($)).toEqual([
      ['2', 'Units', '£1,000', '', 'Would be entered'],
      ['3', '', '', '', 'funder: Choose'],
    ]);
    expect($('p').first().text()).toContain('Nothing is entered until every line is right.');
  });

  test('what is right is sent again as it was read, by a button that names how many', () => {
    const $ = report([right]);
    expect($('input[name=text]').attr('value')).toBe('a,b');
    expect(words($('button').text())).toBe('Enter 1 line');
    expect([$('button').attr('name'), $('button').attr('value')]).toEqual(['enter', 'yes']);
  });

  test('once entered there is nothing left to press', () => {
    const $ = report([right], 1);
    expect($('button')).toHaveLength(0);
    expect(rowsIn($)[0]?.at(-1)).toBe('Entered');
    expect($('a').last().attr('href')).toBe('/money');
  });
});
