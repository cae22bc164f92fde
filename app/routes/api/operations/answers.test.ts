import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isFile, MOST_A_PAGE, pageOf, projected, reading } from '~/web/api/operation';
import { Problem } from '~/web/api/problem';
import { nobody, someone } from '../../../../tests/support/factories/actors';
import { OPERATIONS } from './all';
import { expert, expertInList, organisation } from './people-answer';
import { finding, findingInList } from './finding-answer';
import { asDay, instant } from './shared-parts';

const INSTANT = '2026-11-22T09:00:00.000Z';
const isOfZod = (answer: unknown): answer is z.ZodType => answer instanceof z.ZodType;

describe('what leaves', () => {
  const profile = {
    ...{ reference: 'H7K4QXM2', page: '/experts/H7K4-QXM2', name: 'Ann', title: '', orcid: null },
    ...{ invented: true, summary: '', interests: '', availability: 'available', availableFrom: null },
    ...{ capacityDays: null, languages: [], regions: [], willingFor: [], webAddress: null },
    ...{ confirmedAt: new Date(INSTANT), terms: [], derived: [], affiliations: [], works: [] },
  };

  test('of a profile is no clearance, no address and no identifier, whatever the page reads', () => {
    const view = { ...profile, clearance: { level: 'SC' }, clearanceLevel: 'SC', email: 'a@b.c', id: 'x' };
    expect(projected(expert, view)).toEqual({ ...profile, confirmedAt: INSTANT });
    const within = {
      ...profile,
      works: [{ title: 'A', year: 1, venue: '', doi: null, finding: null, id: 'x' }],
    };
    expect(JSON.stringify(projected(expert, within))).not.toContain('"id"');
  });

  test('is refused rather than answered when it is not what was promised', () => {
    for (const wrong of [{ availability: 'asleep' }, { confirmedAt: 'today' }, { capacityDays: 2.5 }])
      expect(() => projected(expert, { ...profile, ...wrong })).toThrow(z.ZodError);
    const { name: _, ...nameless } = profile;
    expect(() => projected(expert, nameless)).toThrow(z.ZodError);
  });

  test('of a list is its items and where it goes on, never the rest', () => {
    const page = pageOf(z.object({ reference: z.string() }));
    const view = { items: [{ reference: 'a', secret: 1 }], next: null, total: 7, scope: {} };
    expect(projected(page, view)).toEqual({ items: [{ reference: 'a' }], next: null });
    expect(() => projected(page, { items: [] })).toThrow(z.ZodError);
  });

  test('is never more than the schema names, at any depth', () => {
    const schema = z.object({ a: z.object({ b: z.array(z.object({ c: z.string() })) }) });
    const more = fc.dictionary(fc.stringMatching(/^[d-z]{1,4}$/), fc.jsonValue());
    fc.assert(
      fc.property(more, more, more, fc.string(), (one, two, three, c) => {
        const view = { ...one, a: { ...two, b: [{ ...three, c }] } };
        expect(projected(schema, view)).toEqual({ a: { b: [{ c }] } });
      }),
      { numRuns: 40 },
    );
  });
});

/** Names that stand for what only the database, or nobody, should know. */
const PRIVATE = /^(id|\w+Id|\w*hash|(password|email|phone|clearance|secret|token)\w*)$/;
const ALLOWED = new Set(['rorId']);

function namesIn(schema: unknown): string[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
  if (schema instanceof z.ZodArray) return namesIn(schema.element);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return namesIn(schema.unwrap());
  return [];
}

describe.each(OPERATIONS.map((one) => [one.id, one] as const))('%s', (id, operation) => {
  test('answers with no name of what is private', () => {
    if (!isOfZod(operation.answer)) {
      expect(isFile(operation.answer) && operation.answer.every((type) => type.includes('/'))).toBe(true);
      return;
    }
    const names = namesIn(operation.answer);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => PRIVATE.test(name) && !ALLOWED.has(name))).toEqual([]);
  });

  test('is called, placed and described as the others are', () => {
    expect(id).toMatch(/^(list|get|search|cite|start|save|submit|rate|comment|propose)[A-Z]\w+$/);
    expect(operation.path).toMatch(/^(\/([a-z]+(-[a-z]+)*|\{[a-z]+\}))+$/);
    expect(operation.summary).toMatch(/^[A-Z][^.]*[^.]$/);
    if (id.startsWith('list') && isOfZod(operation.answer))
      expect(namesIn(operation.answer)).toContain('items');
    if ('limit' in operation.search.shape)
      expect(operation.search.safeParse({ limit: MOST_A_PAGE + 1 }).success).toBe(false);
  });
});

test('the search for names of what is private finds them', () => {
  const schema = z.object({ a: z.array(z.object({ personId: z.string() })).nullable(), hash: z.string() });
  expect(namesIn(schema).filter((name) => PRIVATE.test(name))).toEqual(['personId', 'hash']);
  expect(namesIn(finding)).toEqual(expect.arrayContaining(['orcid', 'spread', 'mergedInto']));
});

test('what stands in a list is called the same on its own', () => {
  const own = (schema: z.ZodObject) => new Set(Object.keys(schema.shape));
  for (const name of ['reference', 'name', 'title', 'summary', 'availability', 'invented', 'page'])
    expect([own(expertInList).has(name), own(expert).has(name)], name).toEqual([true, true]);
  for (const name of ['reference', 'confidence', 'bibliographic', 'invented', 'page'])
    expect([own(findingInList).has(name), own(finding).has(name)], name).toEqual([true, true]);
  expect(own(organisation)).toContain('mergedInto');
});

describe('the network', () => {
  const network = OPERATIONS.filter(({ tag }) => tag === 'Experts' || tag === 'Organisations').filter(
    ({ id }) => !id.startsWith('search'),
  );

  test.each(network.map((one) => [one.id, one] as const))(
    '%s is denied before anything is read',
    async (_id, one) => {
      const asked = { params: { reference: 'x' }, url: new URL('http://localhost/'), accept: null, body: {} };
      for (const actor of [nobody, someone({ verified: false }), someone({ secondFactorPassed: false })]) {
        const denied = await one
          .carryOut({ ...asked, actor, key: undefined })
          .catch((error: unknown) => error);
        expect(denied instanceof Problem && denied.kind).toBe('denied');
      }
    },
  );

  test('is all of it walked', () => expect(network).toHaveLength(4));
});

describe('a reading', () => {
  const about = { id: 'getOne', path: '/one', tag: 'T', summary: 'One', scope: 'read:strategy' } as const;
  const asked = (search = '') => ({
    ...{ actor: nobody, params: {}, accept: null, body: {}, key: undefined },
    url: new URL(`http://localhost/api/v1/one${search}`),
  });
  const one = reading({
    ...about,
    answer: z.object({ found: z.string() }),
    search: { q: z.string().optional() },
    read: ({ search: { q } }) => Promise.resolve(q === undefined ? null : { found: q, more: 'x' }),
  });

  test('shows what was read, or that there is nothing', async () => {
    expect(await one.carryOut(asked('?q=a'))).toEqual({ kind: 'shown', body: { found: 'a' } });
    expect(await one.carryOut(asked())).toEqual({ kind: 'absent' });
    await expect(one.carryOut(asked('?p=a'))).rejects.toThrow(Problem);
  });

  test('is there for visitors unless it is for members', () => {
    expect([one.visitors, one.method, one.body, one.status]).toEqual([true, 'GET', null, 200]);
    const closed = reading({
      ...about,
      members: true,
      answer: z.object({}),
      read: () => Promise.resolve(null),
    });
    expect(closed.visitors).toBe(false);
  });
});

describe('days and instants', () => {
  test.each([
    [null, null],
    ['2026-11-22', '2026-11-22'],
    ['2026-11-22T23:59:59.999Z', '2026-11-22'],
    [new Date('2026-11-22T00:00:00Z'), '2026-11-22'],
    ['2026-11-22T00:30:00+01:00', '2026-11-21'],
  ])('%j is the day %j', (given, day) => expect(asDay(given)).toBe(day));

  test('an instant is of a date and a time with its offset', () => {
    for (const good of [INSTANT, '2026-11-22T09:00:00+01:00'])
      expect(instant.safeParse(good).success).toBe(true);
    for (const bad of ['2026-11-22', '2026-11-22T09:00:00', '22 November 2026', ''])
      expect(instant.safeParse(bad).success).toBe(false);
  });
});
