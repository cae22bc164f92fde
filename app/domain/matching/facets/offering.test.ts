import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_FIELDS } from '../language/lexer';
import { LONGEST, readQuery } from '../language/query-language';
import { facetFields, FACETS, facetsOf, type ValueCount } from './facet';
import { conditionsOf, narrowed, offered } from './narrowed-query';

const piece = fc.constantFrom(
  ...[
    'ports',
    '"night shift"',
    '-quays',
    'AND',
    'OR',
    'threat:cyber',
    'year:2020..2024',
    'type:review,impact',
  ],
  ...['-state:open', '(', ')', 'thret:x'],
);
const typed = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(' '));
const value = fc.constantFrom('fraud', 'modern-slavery', 'follow the money', "king's cross", 'a, b');

test('whatever was typed, what is offered is read as that and one condition more, without complaint', () => {
  fc.assert(
    fc.property(typed, value, (text, one) => {
      const query = readQuery(text);
      const longer = narrowed(text, query, 'priority', one);
      expect(longer === null).toBe(query.tree === null);
      if (longer === null) return;
      const read = readQuery(longer);
      expect(read.problems).toEqual([]);
      const added = conditionsOf(read.tree).at(-1);
      expect([added?.field, added?.value]).toEqual(['priority', one]);
      expect(readQuery(added?.without ?? '').tree).toEqual(query.tree);
    }),
  );
});

test('each condition that is taken away leaves all the others', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const { tree } = readQuery(text);
      const conditions = conditionsOf(tree);
      for (const { field, value: gone, without } of conditions) {
        const left = readQuery(without);
        expect(left.problems).toEqual([]);
        const same = (of: typeof conditions) =>
          of.filter((one) => one.field === field && one.value === gone).length;
        if (left.tree?.kind === tree?.kind)
          expect(same(conditionsOf(left.tree)), without).toBe(same(conditions) - 1);
      }
    }),
  );
});

test('up to as many fields as can be read are offered, and as many characters', () => {
  const years = (count: number) => Array.from({ length: count }, () => 'year:2020').join(' ');
  const narrow = (text: string) => narrowed(text, readQuery(text), 'threat', 'fraud');
  expect(narrow(years(MOST_FIELDS - 1))).toBe(`${years(MOST_FIELDS - 1)} threat:fraud`);
  expect(narrow(years(MOST_FIELDS))).toBeNull();
  const room = LONGEST - ' threat:fraud'.length;
  expect(narrow('x'.repeat(room))).toHaveLength(LONGEST);
  expect(narrow('x'.repeat(room + 1))).toBeNull();
});

const counts = fc.array(
  fc.record({
    noun: fc.constantFrom('question', 'finding', 'expert'),
    field: fc.constantFrom('threat', 'priority', 'year', 'route'),
    value: fc.constantFrom('2019', '2020', '2024', 'alpha', 'beta'),
    number: fc.integer({ min: 1, max: 9 }),
    label: fc.constant(null),
  }),
  { maxLength: 20 },
);

test('facets hold each count once, in one order whatever order they were counted in', () => {
  fc.assert(
    fc.property(counts, (drawn: ValueCount[]) => {
      const facets = facetsOf(drawn);
      const sum = (numbers: readonly { number: number }[]) =>
        numbers.reduce((all, { number }) => all + number, 0);
      expect(sum(facets.flatMap(({ values }) => values))).toBe(sum(drawn));
      expect(facets.map(({ field }) => field)).toEqual(
        facetFields.filter((field) => drawn.some((one) => one.field === field)),
      );
      expect(facetsOf(drawn.toReversed())).toEqual(facets);
    }),
  );
});

test('nothing that is chosen, and nothing that all have, is offered again', () => {
  fc.assert(
    fc.property(counts, typed, fc.integer({ min: 1, max: 12 }), (drawn: ValueCount[], text, found) => {
      const { chosen, offers } = offered(text, readQuery(text), facetsOf(drawn), found);
      const names = new Set(chosen.map(({ field, value: one }) => `${field}:${one}`));
      for (const { field, title, values } of offers) {
        expect(title).toBe(FACETS[field]);
        expect(values.length).toBeGreaterThan(0);
        for (const one of values) {
          expect(names.has(`${field}:${one.value}`)).toBe(false);
          expect(one.number).toBeLessThan(found);
        }
      }
    }),
  );
});
