import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import type { Facet } from '~/domain/matching/facets/facet';
import { offered } from '~/domain/matching/facets/narrowed-query';
import { FIELDS, FORMULAS, type Noun } from '~/domain/matching/language/fields';
import { readQuery } from '~/domain/matching/language/query-language';
import { NO_HITS, type Hit, type HitGroup } from '~/domain/matching/results/hit';
import { paths } from '~/paths';
import { draw, rowsIn, textOf, words } from '../../../../tests/support/drawn';
import { Hits } from '../hits';
import { HowToSearch, NothingFound } from '../how-to-search';
import { Problems } from '../problems';
import { Found } from './found';
import { DidYouMean } from './meant';
import { Chosen, Narrow, ToNarrow } from './narrow';

const linksOf = (element: ReactElement): [string, string][] => {
  const $ = draw(element);
  return $('a')
    .toArray()
    .map((node) => [words($(node).text()), $(node).attr('href') ?? '']);
};
const HOSTILE = '<script>alert(1)</script>';

const facet = (field: Facet['field'], ...values: [value: string, number: number][]): Facet => ({
  ...{ field, title: `By ${field}` },
  values: values.map(([value, number]) => ({ value, label: value.toUpperCase(), number })),
});
const FACETS = [
  facet('threat', ['fraud', 1200], ['cyber', 3]),
  facet('strand', ['prevent', 2]),
  facet('type', ['review', 2]),
  facet('year', ['2024', 1]),
];
const facetsFor = (q: string, found = 2000) => offered(q, readQuery(q), FACETS, found);

describe('narrowing', () => {
  test('lists each field with its values, numbers and the search they lead to', () => {
    const $ = draw(<Narrow facets={facetsFor('ports')} countedFirst={null} />);
    expect(words($('li').first().text())).toBe('FRAUD (1,200)');
    expect(linksOf(<Narrow facets={facetsFor('ports')} countedFirst={null} />)).toContainEqual([
      'CYBER',
      paths.search('ports threat:cyber'),
    ]);
    expect($('summary').length).toBe(4);
    expect($('ul').first().attr('aria-label')).toBe('By threat');
    expect($('aside').attr('aria-label')).toBe('Narrow the search');
  });

  test('stands open for the first three fields alone', () => {
    const $ = draw(<Narrow facets={facetsFor('ports')} countedFirst={null} />);
    const open = $('details')
      .toArray()
      .map((node) => $(node).attr('open') !== undefined);
    expect(open).toEqual([true, true, true, false]);
  });

  test.each([
    [null, 'The numbers count all that was found.'],
    [200, 'The numbers count the first 200 of each kind.'],
    [1000, 'The numbers count the first 1,000 of each kind.'],
  ])('says what its numbers count: %s', (countedFirst, says) => {
    expect(textOf(<Narrow facets={facetsFor('ports')} countedFirst={countedFirst} />)).toContain(says);
  });

  test('is left out, with the way to it, where nothing is offered', () => {
    const facets = facetsFor('ports', 1);
    expect(textOf(<Narrow facets={facets} countedFirst={null} />)).toBe('');
    expect(textOf(<ToNarrow offers={facets.offers} />)).toBe('');
    expect(textOf(<Chosen chosen={facets.chosen} />)).toBe('');
  });

  test('has a way to it that leads to its place', () => {
    const { offers } = facetsFor('ports');
    const [[text, href] = []] = linksOf(<ToNarrow offers={offers} />);
    expect(text).toBe('Narrow the search');
    expect(draw(<Narrow facets={facetsFor('ports')} countedFirst={null} />)(href ?? '').length).toBe(1);
  });
});

describe('chosen conditions', () => {
  test.each([
    ['threat:fraud', [['Threat area: FRAUD', '']]],
    [
      'ports threat:fraud,cyber',
      [
        ['Threat area: FRAUD', 'ports threat:cyber'],
        ['Threat area: CYBER', 'ports threat:fraud'],
      ],
    ],
    ['ports year:2019..2021', [['Year: 2019..2021', 'ports']]],
    [
      'budget:>5 threat:unheard',
      [
        ['budget: >5', 'threat:unheard'],
        ['Threat area: unheard', 'budget:>5'],
      ],
    ],
  ] as [string, string[][]][])('of %s lead to the search without each', (q, chips) => {
    expect(linksOf(<Chosen chosen={facetsFor(q).chosen} />)).toEqual(
      chips.map(([says = '', without = '']) => [`Remove this condition: ${says} ×`, paths.search(without)]),
    );
  });

  test('hide the sign from those who hear the page', () => {
    const $ = draw(<Chosen chosen={facetsFor('threat:fraud').chosen} />);
    $('[aria-hidden]').remove();
    expect(words($('a').text())).toBe('Remove this condition: Threat area: FRAUD');
  });
});

describe('what was meant', () => {
  const suggestions = {
    words: [{ typed: 'prots', instead: 'ports', q: 'ports threat:frod' }],
    terms: [
      {
        ...{ field: 'threat', value: 'frod' },
        nearest: [
          { instead: 'fraud', q: 'prots threat:fraud' },
          { instead: 'food', q: 'prots threat:food' },
        ],
      },
      { field: 'level', value: HOSTILE, nearest: [] },
    ],
  };

  test('is offered for a word and a term, each with its search', () => {
    expect(linksOf(<DidYouMean suggestions={suggestions} />)).toEqual([
      ['ports', paths.search('ports threat:frod')],
      ['threat:fraud', paths.search('prots threat:fraud')],
      ['threat:food', paths.search('prots threat:food')],
    ]);
    const says = textOf(<DidYouMean suggestions={suggestions} />);
    expect(says).toContain('Nothing that you may see holds “prots”. Did you mean ports?');
    expect(says).toContain('“threat:” knows no “frod”. The nearest: threat:fraud, threat:food');
  });

  test('is not made up where nothing is near, and what was typed stays text', () => {
    const $ = draw(<DidYouMean suggestions={suggestions} />);
    expect(words($('p').last().text())).toBe(`“level:” knows no “${HOSTILE}”.`);
    expect($('script').length).toBe(0);
    expect(textOf(<DidYouMean suggestions={{ words: [], terms: [] }} />)).toBe('');
  });
});

describe('problems', () => {
  test('say where they are, counted from 1, and lead to what was meant', () => {
    const { problems } = readQuery('ports thret:fraud');
    const list = <Problems problems={problems} />;
    expect(textOf(list)).toContain('The nearest is “threat:” (character 7). Search for ports threat:fraud');
    expect(linksOf(list)).toEqual([['Search for ports threat:fraud', paths.search('ports threat:fraud')]]);
  });

  test('of which nothing was meant lead nowhere, and of none nothing is said', () => {
    expect(linksOf(<Problems problems={readQuery('a (b').problems} />)).toEqual([]);
    expect(textOf(<Problems problems={[]} />)).toBe('');
  });
});

const hit = (name: string, over: Partial<Hit> = {}): Hit => ({
  ...{ reference: `${name}2222222`.slice(0, 8), title: name, name: [{ text: name, hit: false }] },
  ...{ fact: '2024', snippet: [{ text: `About ${name}`, hit: false }] },
  ...over,
});
const group = (over: Partial<HitGroup> = {}): HitGroup => ({
  ...{ hits: [hit('A'), hit('B')], more: false, total: 2, orMore: false },
  ...over,
});
const hits = (over: Partial<HitGroup> = {}, alone?: Noun) => (
  <Hits title="Findings" group={group(over)} address={paths.finding} all="/all" alone={alone} />
);

describe('hits', () => {
  test('lead to what was found, with a fact and a passage', () => {
    const $ = draw(hits());
    expect(linksOf(hits())).toEqual([
      ['A', paths.finding('A2222222')],
      ['B', paths.finding('B2222222')],
    ]);
    expect(words($('li').first().text())).toBe('A2024About A');
    expect(words($('h2').text())).toBe('Findings 2 found');
  });

  test('mark what was looked for, and nothing else, as text', () => {
    const name = [
      { text: 'Who sells ', hit: false },
      { text: HOSTILE, hit: true },
      { text: ' & <b>', hit: false },
    ];
    const $ = draw(hits({ hits: [hit('A', { name, fact: '' })] }));
    expect($('mark').text()).toBe(HOSTILE);
    expect($('a').text()).toBe(`Who sells ${HOSTILE} & <b>`);
    expect([$('script').length, $('b').length, $('.govuk-hint').length]).toEqual([0, 0, 0]);
  });

  test.each([
    [{ total: 2 }, undefined, '2 found', null],
    [{ total: 1002, more: true }, undefined, '1,002 found', 'See 1,000 more findings'],
    [
      { total: 1000, more: true, orMore: true },
      undefined,
      '1,000 or more found',
      'See at least 998 more findings',
    ],
    [
      { total: 2, more: true, orMore: true },
      undefined,
      '2 or more found',
      'See whether there are more findings',
    ],
    [{ total: 30, more: true }, 'finding', '30 found', null],
  ] as const)('say how many there are: %j, of %s', (over, alone, number, more) => {
    const $ = draw(hits(over, alone));
    expect($('h2 span').text()).toBe(number);
    const [text, href] = linksOf(hits(over, alone))[2] ?? [];
    expect(text ?? null).toBe(more);
    if (more) expect(href).toBe('/all');
    expect($('body').text().includes('The first 2 are shown.')).toBe(alone !== undefined);
  });

  test('of a kind of which nothing was found leave it out', () => {
    expect(textOf(hits({ hits: [], total: 0 }))).toBe('');
  });
});

describe('what was found', () => {
  const full = group({ total: 5, more: true });
  const view = { plain: true, questions: full, findings: full, experts: full, organisations: full };
  const found = (
    q: string,
    over: Partial<typeof view> | { experts: null; organisations: null } = {},
    of?: Noun,
  ) => linksOf(<Found q={q} of={of} view={{ ...view, ...over }} />).filter(([text]) => text.length > 1);

  test.each([
    ['ports', true, [paths.questionsAbout({ q: 'ports' }), paths.findingsAbout({ q: 'ports' })]],
    ['a OR b', false, [paths.search('a OR b', 'question'), paths.search('a OR b', 'finding')]],
    [
      'x'.repeat(201),
      true,
      [paths.search('x'.repeat(201), 'question'), paths.search('x'.repeat(201), 'finding')],
    ],
  ])('leads to the lists where they can be asked (%#)', (q, plain, lists) => {
    expect(found(q, { plain }).map(([, href]) => href)).toEqual([
      ...lists,
      paths.search(q, 'expert'),
      paths.search(q, 'organisation'),
    ]);
  });

  test('is of questions and findings alone for those outside the network', () => {
    expect(found('ports', { experts: null, organisations: null }).map(([text]) => text)).toEqual([
      'See 3 more questions',
      'See 3 more findings',
    ]);
  });

  test('of one kind leads back to everything', () => {
    const some = { questions: NO_HITS, experts: NO_HITS, organisations: NO_HITS };
    expect(found('ports', some, 'finding')).toEqual([['Everything that was found', paths.search('ports')]]);
  });
});

describe('help', () => {
  test('explains each field and formula with an example that can be tried', () => {
    const rows = rowsIn(draw(<HowToSearch />));
    expect(rows).toHaveLength(FIELDS.length + Object.keys(FORMULAS).length);
    expect(rows).toContainEqual(['kind:police-force', 'The kind of organisation', 'Organisations']);
    expect(rows).toContainEqual(['threat:fraud,cyber', 'The threat area', 'Questions, Findings, Experts']);
    for (const [text, href] of linksOf(<HowToSearch />))
      if (href.startsWith('/search')) {
        expect(href).toBe(paths.search(text));
        expect(readQuery(text).problems, text).toEqual([]);
      }
  });

  test('where nothing was found repeats what was typed as text, and leads on', () => {
    const nothing = <NothingFound q={HOSTILE} />;
    expect(textOf(nothing)).toContain(`Nothing that you may see matches “${HOSTILE}”`);
    expect(draw(nothing)('script').length).toBe(0);
    expect(linksOf(nothing).map(([, href]) => href)).toEqual([paths.map(), paths.terms()]);
  });
});
