import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { CONFLICT_STATES } from '~/domain/evaluation/interests/conflicts/conflict';
import { paths } from '~/paths';
import { draw, textOf, words } from '../../../../tests/support/drawn';
import { drawOnPage, refused } from '../../../../tests/support/drawn-form';
import { ConflictFilters } from './conflict-filters';
import { against, Evidence, StateTag, STATES, type ShownConflict } from './conflict-words';
import { OtherConflicts, type OtherConflict } from './other-conflicts';
import { SuspectedForm } from './suspected-form';

const conflict = (over: Partial<ShownConflict> = {}): ShownConflict => ({
  reference: 'AAAA2222',
  person: { reference: 'PPPP2222', name: 'Eve <Evaluator>' },
  kind: 'coAuthor',
  state: 'suspected',
  bidder: { name: 'Wrexby, Ada Bidder' },
  evidence: [{ words: 'wrote “Ports & people” (2024) with Ada Bidder', isNew: false }],
  isPinned: false,
  ...over,
});
const other = (over: Partial<OtherConflict> = {}): OtherConflict => ({
  ...conflict(),
  ...{ stage: null, decided: null, decides: true },
  ...over,
});
const linksOf = (element: ReactElement) => {
  const $ = draw(element);
  return $('a')
    .toArray()
    .map((node) => [$(node).attr('href'), words($(node).text())]);
};

describe('the words for a conflict', () => {
  test('name every state, each in a colour of its own', () => {
    expect(Object.keys(STATES).sort()).toEqual([...CONFLICT_STATES].sort());
    const shown = CONFLICT_STATES.map((state) => textOf(<StateTag state={state} />));
    expect(shown).toEqual(['Suspected', 'Declared', 'Confirmed', 'Dismissed']);
    expect(new Set(Object.values(STATES).map(({ colour }) => colour)).size).toBe(4);
  });

  test('say against whom, or the whole competition', () => {
    expect(against(conflict())).toBe('Co-author: the bid of Wrexby, Ada Bidder');
    expect(against(conflict({ bidder: null, kind: 'family' }))).toBe('Family: the whole competition');
  });

  test('tell each thing found after the person, and what is new since a dismissal', () => {
    const evidence = [
      { words: 'stands in this bid', isNew: true },
      { words: 'belongs to Wrexby', isNew: false },
    ];
    const $ = draw(<Evidence conflict={conflict({ evidence })} />);
    const items = $('li')
      .toArray()
      .map((node) => words($(node).text()));
    expect(items).toEqual([
      'Eve <Evaluator> stands in this bid (found since it was dismissed)',
      'Eve <Evaluator> belongs to Wrexby',
    ]);
    expect($('evaluator')).toHaveLength(0);
  });

  test.each([
    [true, 'Set by a coordinator'],
    [false, 'Stated in a declaration'],
  ])('without evidence, set by a coordinator: %s, say “%s”', (isPinned, said) => {
    expect(textOf(<Evidence conflict={conflict({ evidence: [], isPinned })} />)).toBe(said);
  });
});

describe('suspicions', () => {
  const some = [
    conflict({ reference: 'AAAA2222' }),
    conflict({ reference: 'BBBB2222', kind: 'employer', bidder: { name: 'Rival' } }),
    conflict({ reference: 'CCCC2222', person: { reference: 'QQQQ2222', name: 'Mo' } }),
  ];

  test('stand by person, each to be chosen, and to be decided on a page of its own', () => {
    const $ = drawOnPage(<SuspectedForm conflicts={some} reply={undefined} />);
    const groups = $('fieldset legend')
      .toArray()
      .map((node) => words($(node).text()));
    expect(groups).toEqual(['Eve <Evaluator>', 'Mo']);
    const boxes = $('input[type=checkbox]')
      .toArray()
      .map((node) => [$(node).attr('name'), $(node).attr('value')]);
    expect(boxes).toEqual(some.map(({ reference }) => ['conflicts', reference]));
    expect($('input[type=checkbox][checked]')).toHaveLength(0);
    const links = $('a')
      .toArray()
      .map((node) => [$(node).attr('href'), words($(node).text())]);
    expect(links[1]).toEqual([
      paths.conflict('BBBB2222'),
      'Decide on Eve <Evaluator>, Employer: the bid of Rival',
    ]);
    expect(new Set(links.map(([href]) => href)).size).toBe(3);
  });

  test('have ids once each, however many people there are', () => {
    const many = Array.from({ length: 12 }, (_, nth) =>
      conflict({ reference: `AAAA22${nth + 10}`, person: { reference: `P${nth}`, name: `Person ${nth}` } }),
    );
    const $ = drawOnPage(<SuspectedForm conflicts={many} reply={undefined} />);
    const ids = $('[id]')
      .toArray()
      .map((node) => $(node).attr('id'));
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  test('say beside the first person that nothing was chosen, once', () => {
    const reply = refused({ conflicts: ['Choose what you dismiss'], reason: ['Give the reason'] });
    const $ = drawOnPage(<SuspectedForm conflicts={some} reply={reply} />);
    const groups = $('.govuk-form-group--error')
      .toArray()
      .map((node) => words($(node).find('.govuk-error-message').text()));
    expect(groups).toEqual(['Error: Choose what you dismiss', 'Error: Give the reason']);
    for (const link of $('.govuk-error-summary__list a').toArray())
      expect($(`[id="${($(link).attr('href') ?? '').slice(1)}"]`)).toHaveLength(1);
  });
});

describe('the other conflicts', () => {
  const shown = (...conflicts: OtherConflict[]) => (
    <OtherConflicts question="QQQQ2222" conflicts={conflicts} />
  );

  test.each<[string, Partial<OtherConflict>, [string, string][]]>([
    ['whoever does not decide', { state: 'confirmed', decides: false }, []],
    ['a confirmed one', { state: 'confirmed' }, [[paths.conflict('AAAA2222'), 'Lift']]],
    ['a dismissed one', { state: 'dismissed' }, [[paths.conflict('AAAA2222'), 'Decide']]],
    [
      'a declared one',
      { state: 'declared', stage: 'opening' },
      [[paths.declarations('QQQQ2222'), 'See the declaration']],
    ],
    ['a declared one whose declaration is closed to the reader', { state: 'declared' }, []],
  ])('lead on for %s', (_, over, expected) => {
    const links = linksOf(shown(other(over)));
    expect(
      links.map(([href, text]) => [href, String(text).split(' the conflict')[0]?.split(' of ')[0]]),
    ).toEqual(expected.map(([href, text]) => [href, expect.stringContaining(text) as string]));
  });

  test('keep the reason with who decided and when, line by line', () => {
    const decided = { by: 'Olga Owner', at: '2026-11-22T09:30:00.000Z', reason: 'Line one\n<b>two</b>' };
    const $ = draw(shown(other({ state: 'dismissed', decided })));
    expect($('.whitespace-pre-line').text()).toBe('Line one\n<b>two</b>');
    expect(words($('body').text())).toContain('Olga Owner, 22 November 2026');
    expect(textOf(shown(other()))).not.toContain('Decision');
  });

  test('are none where there are none', () => {
    expect(textOf(shown())).toBe('');
  });
});

test('the filters say how many there are of each state, and keep what was chosen', () => {
  const view = {
    reference: 'QQQQ2222',
    filters: { state: 'dismissed' as const, person: 'PPPP2222' },
    states: [{ state: 'suspected' as const, count: 3 }],
    people: [conflict().person],
  };
  const $ = draw(<ConflictFilters view={view} />);
  const options = $('select[name=state] option')
    .toArray()
    .map((node) => words($(node).text()));
  expect(options).toEqual(['All', 'Suspected (3)', 'Declared (0)', 'Confirmed (0)', 'Dismissed (0)']);
  expect($('select[name=state] option[selected]').attr('value')).toBe('dismissed');
  expect($('select[name=person] option[selected]').attr('value')).toBe('PPPP2222');
  expect($('form').attr('action')).toBe(paths.conflicts('QQQQ2222'));
});
