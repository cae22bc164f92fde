import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldProblems } from './field-problems';
import { MOST_A_PAGE, paging } from './operation';
import { parsedSearch } from './parsed-search';
import { PROBLEMS, Problem } from './problem';

const schema = z.strictObject({
  q: z.string().max(10).optional(),
  threat: z.array(z.string()).max(2).optional(),
  state: z.enum(['open', 'closed']).optional(),
  ...paging(z.string().max(4).optional()),
});
const read = (search: string) => parsedSearch(new URL(`http://localhost/api/v1/things${search}`), schema);
const wrongIn = (search: string): string[] => {
  try {
    read(search);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(PROBLEMS[error.kind].status).toBe(400);
    return (error.more.errors ?? []).map(({ pointer }) => pointer);
  }
  return [];
};

describe('a query string', () => {
  test.each([
    ['', { limit: 25 }],
    ['?', { limit: 25 }],
    ['?q=&threat=&limit=', { limit: 25 }],
    ['?q=a+b%26', { q: 'a b&', limit: 25 }],
    ['?threat=fraud', { threat: ['fraud'], limit: 25 }],
    ['?threat=fraud&threat=&threat=drugs', { threat: ['fraud', 'drugs'], limit: 25 }],
    ['?limit=1&cursor=abcd&state=open', { limit: 1, cursor: 'abcd', state: 'open' }],
    [`?limit=${MOST_A_PAGE}`, { limit: MOST_A_PAGE }],
  ])('%j is read', (search, values) => expect(read(search)).toEqual(values));

  test.each([
    ['?colour=red', ['?/colour']],
    ['?Q=a', ['?/Q']],
    ['?a/b=1&c~d=2', ['?/a~1b', '?/c~0d']],
    ['?__proto__=1', ['?/__proto__']],
    ['?q=12345678901', ['?/q']],
    ['?q=a&q=b', ['?/q']],
    ['?state=Open', ['?/state']],
    ['?threat=a&threat=b&threat=c', ['?/threat']],
    ['?limit=0', ['?/limit']],
    [`?limit=${MOST_A_PAGE + 1}`, ['?/limit']],
    ['?limit=2.5', ['?/limit']],
    ['?limit=ten', ['?/limit']],
    ['?limit=1&limit=2', ['?/limit']],
    ['?limit=-1&cursor=abcde&x', ['?/cursor', '?/limit']],
    ['?limit=-1&cursor=abcde&x=1', ['?/cursor', '?/limit', '?/x']],
  ])('%j is refused', (search, pointers) => expect(wrongIn(search).toSorted()).toEqual(pointers));

  test('holds what was sent, or says where it is wrong', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), fc.integer({ min: -5, max: 110 }), (more, limit) => {
        const wrong = wrongIn(`?limit=${limit}&${more}`);
        const allowed = limit >= 1 && limit <= MOST_A_PAGE;
        const known = [...new URLSearchParams(more)].every(
          ([name, value]) => value === '' || name === 'index',
        );
        if (known) expect(wrong).toEqual(allowed ? [] : ['?/limit']);
        if (!allowed) expect(wrong).toContain('?/limit');
      }),
      { numRuns: 40 },
    );
  });
});

/** What a pointer names in what was sent, as RFC 6901 reads it. */
const named = (pointer: string, sent: unknown): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((inner, part) => (inner as Record<string, unknown>)[part], sent);

test('every pointer leads to what is wrong, whatever the fields are called', () => {
  const name = fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a', ' '), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(name, name, (outer, inner) => {
      const sent = { [outer]: [{ [inner]: 'wrong here' }] };
      const within = z.strictObject({ [outer]: z.array(z.strictObject({ [inner]: z.number() })) });
      const [problem] = fieldProblems(within.safeParse(sent).error?.issues ?? []);
      expect(named(problem?.pointer ?? '', sent)).toBe('wrong here');
      const [unknown] = fieldProblems(z.strictObject({}).safeParse(sent).error?.issues ?? []);
      expect(named(unknown?.pointer ?? '', sent)).toEqual(sent[outer]);
    }),
    { numRuns: 50 },
  );
});
