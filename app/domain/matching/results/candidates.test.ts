import { describe, expect, test } from 'vitest';
import { AS_OF, nobody, someone } from '../../../../tests/support/factories/actors';
import { Prisma } from '~/platform/generated/prisma/client';
import { NOUNS, type Noun } from '../language/fields';
import { readQuery } from '../language/query-language';
import { wantedOf } from '../language/query-sql.server';
import {
  expertSource,
  findingSource,
  organisationSource,
  questionSource,
} from '../queries/search-sources.server';
import { candidateIds, candidatesOf, MOST_CANDIDATES, type Order, type Search } from './candidates.server';

const words = (sql: string) => sql.replaceAll(/\s+/g, ' ').trim();
const ids = ['one', 'two', 'three'];
const order = (over: Partial<Order> = {}): Order => ({ ids, whole: true, goesOn: false, ...over });
const sought = Prisma.sql`to_tsquery(${'ports'})`;

const search = (over: Partial<Search> = {}): Search => ({
  noun: 'finding',
  source: {
    id: Prisma.sql`f.id`,
    columns: Prisma.sql`f.title`,
    place: Prisma.sql`f.place`,
    from: Prisma.sql`finding f WHERE ${'readable'} = 'readable'`,
    document: Prisma.sql`f.words`,
    texts: { onRow: (query) => query, within: (query) => query },
  },
  wanted: { condition: Prisma.sql`f.year = ${2020}`, sought, marked: null },
  ...over,
});
const only = { wanted: { condition: Prisma.sql`f.year = ${2020}`, sought: null, marked: null } };

describe('candidates', () => {
  test('of fields alone are the latest, a thousand at most', () => {
    for (const given of [undefined, order()]) {
      const { sql, values } = candidatesOf(search({ ...only, order: given }));
      expect(words(sql)).toMatch(/0 AS rank FROM finding f .* ORDER BY f\.place, f\.id LIMIT \?$/);
      expect(values.at(-1)).toBe(MOST_CANDIDATES);
    }
  });

  test('of words that nothing ranked are those of the best cover', () => {
    const { sql, values } = candidatesOf(search());
    expect(sql).toContain('ts_rank_cd');
    expect(sql).not.toContain('UNION');
    expect(values.at(-1)).toBe(MOST_CANDIDATES);
  });

  test('of an order that holds all are that order and nothing else', () => {
    const { sql, values } = candidatesOf(search({ order: order() }));
    expect(sql).not.toMatch(/UNION|ts_rank_cd/);
    expect(words(sql)).toContain('array_position');
    expect(values.filter((value) => Array.isArray(value))).toEqual([ids, ids]);
  });

  test('of an order that holds some are these first, and none of them twice', () => {
    const { sql, values } = candidatesOf(search({ order: order({ whole: false }) }));
    expect(words(sql)).toMatch(/UNION ALL \(.* AND NOT f\.id = ANY\(\?::uuid\[\]\) LIMIT \?\)$/);
    expect(values.filter((value) => Array.isArray(value))).toEqual([ids, ids, ids]);
    // Below whatever stands in the order.
    expect(Math.max(...values.filter((value) => typeof value === 'number'))).toBe(1e9);
  });

  test('are counted by their ids, and nothing that is shown of them is put together', () => {
    const all = [
      search(only),
      search(),
      search({ order: order() }),
      search({ order: order({ whole: false }) }),
    ];
    for (const one of all) {
      const [counted, shown] = [candidateIds(one), candidatesOf(one)].map(({ sql }) => words(sql));
      expect(counted).not.toMatch(/f\.title|rank/);
      expect(counted).toBe(shown?.replaceAll(/SELECT .*? FROM/g, 'SELECT f.id AS id FROM'));
    }
  });

  test('always are what was asked for, of what may be read', () => {
    const all = [
      search(only),
      search(),
      search({ order: order() }),
      search({ order: order({ whole: false }) }),
    ];
    for (const one of all) {
      const { sql, values } = candidatesOf(one);
      const parts = sql.split('UNION ALL').length;
      expect(sql.split('f.year = ').length - 1).toBe(parts);
      expect(values.filter((value) => value === 2020)).toHaveLength(parts);
      expect(values.filter((value) => value === 'readable')).toHaveLength(parts);
    }
  });
});

describe('where rows are', () => {
  const sources = (actor = someone()) => ({
    question: questionSource(actor, AS_OF),
    finding: findingSource(actor),
    expert: expertSource(),
    organisation: organisationSource(),
  });

  test('each noun gives the same columns, in one order, so that they can stand in one answer', () => {
    const named = (noun: Noun) =>
      ['reference', 'title', 'fact', 'state', 'outcome', 'text'].map((column) =>
        words(sources()[noun].columns.sql).search(new RegExp(`(?:\\.| AS )${column}\\b`)),
      );
    for (const noun of NOUNS) {
      expect(Math.min(...named(noun)), noun).toBeGreaterThanOrEqual(0);
      expect(sources()[noun].from.sql, noun).toMatch(/WHERE/);
    }
  });

  test('those of a visitor are narrowed otherwise than those of a member', () => {
    const from = (actor: Parameters<typeof findingSource>[0]) => [
      questionSource(actor, AS_OF).from,
      findingSource(actor).from,
    ];
    for (const [place, visitor] of from(nobody).entries()) {
      const member = from(someone())[place];
      expect(`${visitor.sql} ${JSON.stringify(visitor.values)}`).not.toBe(
        `${member?.sql} ${JSON.stringify(member?.values)}`,
      );
      expect(visitor.sql).toContain('released_at IS NOT NULL');
    }
  });

  test('hold the words of the ranked document where one is, on the row and within a condition', () => {
    const { tree } = readQuery('ports');
    if (!tree) throw new Error('nothing was asked');
    for (const noun of ['question', 'finding'] as const) {
      const source = sources()[noun];
      const wanted = wantedOf(noun, tree, { actor: someone(), now: AS_OF }, source.texts);
      expect(wanted?.condition.sql, noun).toContain('ranked.words @@');
      expect(source.texts.within(sought).sql).toContain('FROM ranked_document');
      expect(source.readable.open.length).toBeGreaterThan(0);
    }
  });
});
