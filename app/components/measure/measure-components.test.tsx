import { describe, expect, test } from 'vitest';
import type { ThreatFigure } from '~/domain/measures/harm/harm-figure';
import type { MeasurePage } from '~/domain/measures/queries/measure-page.server';
import {
  changeOf,
  type CellFigure,
  type Compared,
  type ScorecardContent,
} from '~/domain/measures/scorecard/scorecard';
import { paths } from '~/paths';
import { draw, rowsIn, textOf, words } from '../../../tests/support/drawn';
import { drawFields, refused } from '../../../tests/support/drawn-form';
import { ComparedPeriods } from './compared-periods';
import { HarmFields } from './harm-fields';
import { HarmOfArea, HarmTable } from './harm-table';
import { MeasureChart } from './measure-chart';
import { MeasureFacts } from './measure-facts';
import { DefinitionFields, MeasureFields } from './measure-fields';
import { MeasureValues } from './measure-values';
import { OutcomeWarning, ScorecardTable } from './scorecard-table';

const HOSTILE = '"><script>alert(1)</script>';
const day = (text: string) => new Date(`${text}T00:00:00Z`);
type Value = MeasurePage['values'][number];
const value = (over: Partial<Value> = {}): Value => ({
  ...{
    reference: 'H7K4QXMF',
    version: 1,
    startsOn: day('2026-01-01'),
    value: 40,
    source: 'Return 7',
    note: '',
  },
  ...{ confidence: 'moderate', by: 'Olive', at: new Date('2026-04-02T23:30:00Z'), current: true },
  ...{ check: 'claimed', checks: [], mayValidate: false },
  ...over,
});

describe('the facts of a measure', () => {
  type Shown = Parameters<typeof MeasureFacts>[0]['measure'];
  const shown: Shown = {
    ...{
      priority: null,
      area: { slug: 'fraud', name: 'Fraud' },
      objective: null,
      class: 'output',
      part: 'effort',
    },
    ...{ unit: 'cases', wanted: 'lower', periodKind: 'quarter', baseline: null, baselineOn: null },
    ...{ effectMonths: null, owner: null, organisation: null, reviewOn: null, stateReason: '' },
  };
  const facts = (over: Partial<Shown> = {}) => {
    const $ = draw(<MeasureFacts measure={{ ...shown, ...over }} />);
    const of = (selector: string) =>
      $(selector)
        .toArray()
        .map((node) => words($(node).text()));
    return Object.fromEntries(of('dt').map((key, index) => [key, of('dd')[index]]));
  };

  test('what nobody said is unknown, never zero', () =>
    expect(facts()).toEqual({
      About: 'Fraud',
      Counts: 'Output: what is done',
      'Cell of the scorecard': 'Effort',
      Unit: 'cases, each quarter',
      Wanted: 'Lower is better',
      Baseline: 'Unknown',
      'An effect can be seen after': 'Not said',
      Owner: 'Nobody yet',
      'Look at it again on': 'Not set',
    }));

  test.each<[Partial<Shown>, string, string]>([
    [{ baseline: 0, baselineOn: day('2025-04-01') }, 'Baseline', '0 cases, Quarter 2 of 2025'],
    [{ baseline: 0 }, 'Baseline', 'Unknown'],
    [{ effectMonths: 0 }, 'An effect can be seen after', '0 months'],
    [{ effectMonths: 1 }, 'An effect can be seen after', '1 month'],
    [{ effectMonths: 18 }, 'An effect can be seen after', '18 months'],
    [{ owner: { reference: 'R', name: 'Olive' } }, 'Owner', 'Olive, no organisation'],
    [{ reviewOn: day('2027-06-01') }, 'Look at it again on', '1 June 2027'],
    [{ stateReason: HOSTILE }, 'Why it was retired', HOSTILE],
    [{ periodKind: 'year' }, 'Unit', 'cases, each year'],
  ])('%j', (over, key, text) => expect(facts(over)[key]).toBe(text));

  test('leads to the priority or objective, with the document that holds it', () => {
    const priority = { reference: 'H7K4QXMF', name: 'Fewer victims', prioritySet: { document: 'Strategy' } };
    const objective = { reference: 'H7K4QXMF', name: 'Protect', framework: { document: 'Framework' } };
    const link = (over: Partial<Shown>) => {
      const $ = draw(<MeasureFacts measure={{ ...shown, area: null, ...over }} />);
      return [$('a').attr('href'), $('a').text()];
    };
    expect(link({ priority })).toEqual([paths.priority('H7K4QXMF'), 'Fewer victims (Strategy)']);
    expect(link({ objective })).toEqual([paths.objective('H7K4QXMF'), 'Protect (Framework)']);
  });
});

describe('the figures of a measure', () => {
  const measure = (keep = false): Parameters<typeof MeasureValues>[0]['measure'] => ({
    ...{ reference: 'M', unit: 'cases', periodKind: 'quarter', versions: [], may: { keep, moves: [] } },
  });
  const show = (values: Value[], keep = false) =>
    draw(<MeasureValues measure={measure(keep)} values={values} />);

  test('none is said', () =>
    expect(textOf(<MeasureValues measure={measure()} values={[]} />)).toBe('No figure is recorded yet.'));

  test('one a row, with the UK day on which it was recorded', () =>
    expect(rowsIn(show([value({ note: 'Late' })]))).toEqual([
      ['Quarter 1 of 2026', '40 cases', 'Return 7 Late', 'Moderate', 'Claimed', '3 April 2026 by Olive'],
    ]));

  test('a corrected figure is struck out and offers nothing', () => {
    const $ = show([value({ current: false })], true);
    expect([$('s').text(), $('a').length]).toEqual(['40 cases', 0]);
    expect($('td').text()).toContain('corrected');
  });

  test('two definitions are two tables, the newest first', () => {
    const $ = show([value(), value({ reference: 'V2', version: 2 })]);
    const heads = $('h3').toArray();
    expect(heads.map((head) => $(head).text())).toEqual([
      'Figures by definition 2',
      'Figures by definition 1',
    ]);
    expect($('table')).toHaveLength(2);
    expect(show([value()])('h3').text()).toBe('Figures');
  });

  test.each<[string, Partial<Value>, boolean, string[]]>([
    ['claimed, to its keeper', {}, true, ['Link evidence: Quarter 1 of 2026, 40 cases']],
    ['claimed, to others', {}, false, []],
    ['evidenced, to its keeper', { check: 'evidenced' }, true, []],
    [
      'evidenced',
      { check: 'evidenced', mayValidate: true },
      false,
      ['Validate: Quarter 1 of 2026, 40 cases'],
    ],
    ['validated', { check: 'validated' }, true, []],
  ])('what is next for a figure that is %s', (_name, over, keep, links) => {
    const $ = show([value(over)], keep);
    expect(
      $('a')
        .toArray()
        .map((link) => words($(link).text())),
    ).toEqual(links);
  });

  test('evidence leads to what shows it, and what may not be known has no link', () => {
    const check = { step: 'evidenced', note: 'Shows it', by: 'Col' };
    const evidence = (kind: Value['checks'][number]['kind'], reference: string, title: string) => {
      const $ = show([value({ check: 'evidenced', checks: [{ ...check, kind, reference, title }] })]);
      return [$('td a').attr('href'), $('td a').attr('rel'), words($('td .block').text())];
    };
    const page = 'https://returns.example/7';
    expect(evidence('finding', 'H7K4QXMF', HOSTILE)).toEqual([
      ...[paths.finding('H7K4QXMF'), undefined, `${HOSTILE}: Shows it (Col)`],
    ]);
    expect(evidence('address', page, page)).toEqual([page, 'noreferrer', `${page}: Shows it (Col)`]);
    expect(evidence('hidden', '', 'Hidden')).toEqual([undefined, undefined, 'Hidden: Shows it (Col)']);
    expect(evidence('none', '', '')).toEqual([undefined, undefined, 'Shows it (Col)']);
  });

  test('are drawn from two on, a line for each definition, and told in words', () => {
    const chart = { name: 'Harm', unit: 'cases', wanted: 'lower', periodKind: 'quarter' } as const;
    const second = value({ reference: 'V2', startsOn: day('2026-04-01'), value: 30 });
    expect(draw(<MeasureChart measure={chart} values={[value()]} />)('svg')).toHaveLength(0);
    const $ = draw(<MeasureChart measure={chart} values={[second, value()]} />);
    expect($('figcaption').text()).toContain('better than 40 cases in Quarter 1 of 2026');
    expect($('desc').text()).toBe('Definition 1: Quarter 1 of 2026 40 cases, Quarter 2 of 2026 30 cases.');
    const apart = draw(<MeasureChart measure={chart} values={[{ ...second, version: 2 }, value()]} />);
    expect([apart('polyline').length, apart.text().includes('cannot be compared')]).toEqual([2, true]);
  });
});

describe('a scorecard', () => {
  const figure = (over: Partial<CellFigure> = {}): CellFigure => ({
    ...{
      part: 'effort',
      measure: 'H7K4QXMF',
      name: 'Arrests',
      class: 'output',
      wanted: 'higher',
      unit: 'cases',
    },
    ...{ version: 1, periodKind: 'quarter', startsOn: '2026-07-01', value: 5, confidence: 'low' },
    ...{ check: 'claimed', source: 'Return', reference: 'V' },
    ...over,
  });
  const card = (kind: ScorecardContent['kind'], ...figures: CellFigure[]): ScorecardContent => ({
    ...{ kind, document: '', period: '2026-Q3', rows: [{ key: 'fraud', name: 'Fraud', figures }] },
  });

  test('three cells a row; an empty one is unknown', () => {
    const $ = draw(<ScorecardTable card={card('areas', figure())} linked />);
    expect(
      $('thead th')
        .toArray()
        .map((head) => $(head).text()),
    ).toEqual([...['Threat area', 'Effort', 'Impact', 'Threat reduction']]);
    expect(rowsIn($)).toEqual([
      [
        'Fraud No outcome measure',
        '5 cases, Arrests ClaimedArrests, Quarter 3 of 2026. Output, low confidence. Return',
        'Unknown',
        'Unknown',
      ],
    ]);
  });

  test('leads to its figures only where they may be opened, and to priorities or areas', () => {
    const links = (kind: ScorecardContent['kind'], linked: boolean) => {
      const $ = draw(<ScorecardTable card={card(kind, figure())} linked={linked} />);
      return $('a')
        .toArray()
        .map((link) => $(link).attr('href'));
    };
    expect(links('areas', false)).toEqual([paths.threatArea('fraud')]);
    expect(links('priorities', true)).toEqual([paths.priority('fraud'), paths.measureValue('H7K4QXMF', 'V')]);
  });

  test('warns only where figures are shown and none is an outcome', () => {
    const warned = (...figures: CellFigure[]) => textOf(<OutcomeWarning card={card('areas', ...figures)} />);
    expect(warned()).toBe('');
    expect(warned(figure(), figure({ class: 'outcome' }))).toBe('');
    expect(warned(figure({ class: 'input' }))).toContain('It does not say whether anything changed.');
  });

  test('beside another period each measure has both figures and what became of it', () => {
    const of = (before?: CellFigure, now?: CellFigure): Compared => ({
      ...{ row: 'Fraud', part: 'effort', name: 'Arrests', measure: 'H7K4QXMF' },
      ...{ ...(before ? { before } : {}), ...(now ? { now } : {}), change: changeOf(before, now) },
    });
    const show = (compared: Compared[]) =>
      draw(<ComparedPeriods compared={compared} before="Quarter 2" now="Quarter 3" />);
    const rows = rowsIn(show([of(figure({ value: 4 }), figure()), of(figure()), of(undefined, figure())]));
    expect(rows.map((row) => row.slice(3))).toEqual([
      ['4 cases', '5 cases', '+1 case, better'],
      ['5 cases', 'Unknown', 'No longer counted'],
      ['Unknown', '5 cases', 'Not counted before'],
    ]);
    expect(show([])('table')).toHaveLength(0);
    expect(show([]).text()).toContain('Neither period has a figure.');
  });
});

describe('harm', () => {
  const figure = (over: Partial<ThreatFigure> = {}): ThreatFigure => ({
    ...{
      reference: 'H',
      threat: 'Fraud',
      kind: 'deaths',
      value: 1240,
      year: 2023,
      source: 'Table 7',
      address: '',
    },
    ...{ estimate: false, note: '', invented: false, released: true, ...over },
  });

  test('each kind in its own cell; what nobody recorded is unknown', () => {
    const figures = [figure(), figure({ reference: 'I', kind: 'economy', value: 2e6, estimate: true })];
    const $ = draw(<HarmTable name="Harm" rows={[{ threat: 'Fraud', slug: 'fraud', figures }]} />);
    expect(rowsIn($)).toEqual([
      ['Fraud', '1,240 in 2023. Table 7', 'Unknown', 'about £2m in 2023. Table 7', 'Unknown'],
    ]);
    expect($('th a').attr('href')).toBe(paths.threatArea('fraud'));
    const other = draw(<HarmTable name="Harm" rows={[{ threat: 'War', slug: null, figures: [] }]} />);
    expect(other('a')).toHaveLength(0);
  });

  test('of an area: nothing outside where nothing may be read, unknown inside', () => {
    expect(textOf(<HarmOfArea figures={[]} inside={false} />)).toBe('');
    expect(textOf(<HarmOfArea figures={[]} inside />)).toContain('is unknown here');
    const source = figure({ address: 'https://ons.example/7', source: HOSTILE, note: 'Q?', invented: true });
    const $ = draw(<HarmOfArea figures={[source]} inside={false} />);
    expect([$('li a').attr('href'), $('li a').text(), $('script').length]).toEqual([
      ...['https://ons.example/7', HOSTILE, 0],
    ]);
    expect(words($('li').text())).toContain('Q?Invented for the demonstration.');
  });

  test('a refused form says so beside its fields and keeps what was typed', () => {
    const $ = drawFields(
      (fields) => <HarmFields fields={fields} areas={[{ slug: 'fraud', name: 'Fraud' }]} />,
      {
        values: { value: HOSTILE, area: 'fraud' },
        reply: refused({ year: ['Enter the year'], kind: ['Choose what it counts'] }),
      },
    );
    expect($('input[name="value"]').attr('value')).toBe(HOSTILE);
    expect($('select[name="area"] option[selected]').text()).toBe('Fraud');
    expect($('input[name="kind"]')).toHaveLength(4);
    const messages = $('.govuk-error-message').toArray();
    expect(messages.map((one) => words($(one).text()).replace('Error: ', '')).sort()).toEqual([
      ...['Choose what it counts', 'Enter the year'],
    ]);
  });
});

test('the form of a measure names each field and offers nobody as its owner first', () => {
  const choices = { about: [{ value: 'area:fraud', text: HOSTILE }], organisations: [], owners: [] };
  const $ = drawFields((fields) => (
    <>
      <MeasureFields fields={fields} choices={choices} />
      <DefinitionFields fields={fields} />
    </>
  ));
  const options = (name: string) =>
    $(`select[name="${name}"] option`)
      .toArray()
      .map((one) => $(one).text());
  expect(options('about')).toEqual(['Choose one', HOSTILE]);
  expect(options('owner')).toEqual(['Nobody yet']);
  expect(options('periodKind')).toEqual(['Choose one', 'Each month', 'Each quarter', 'Each year']);
  for (const name of ['class', 'part']) expect($(`input[name="${name}"]`)).toHaveLength(3);
  for (const node of $('input[type="text"], textarea, select').toArray())
    expect($(`label[for="${$(node).attr('id') ?? ''}"]`)).toHaveLength(1);
});
