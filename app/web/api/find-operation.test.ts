import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { API_ROOT, findOperation } from './find-operation';
import type { Method, Operation } from './operation';
import { PROBLEMS, Problem } from './problem';

const there = (method: Method, path: string): Operation => ({
  ...{ id: `${method} ${path}`, method, path, tag: 'T', summary: 'S', scope: 'read:findings' },
  ...{ visitors: true, search: z.strictObject({}), body: null, answer: z.object({}), status: 200 },
  carryOut: () => Promise.resolve({ kind: 'absent' }),
});

const OPERATIONS = [
  there('GET', '/things'),
  there('POST', '/things'),
  there('GET', '/things/{reference}'),
  there('PUT', '/things/{reference}/draft'),
  there('POST', '/things/{reference}/submission'),
  there('PUT', '/things/{reference}/ratings/{priority}'),
];
const find = (path: string, method = 'GET') => findOperation(OPERATIONS, `${API_ROOT}${path}`, method);
const problemAt = (path: string, method = 'GET'): Problem => {
  try {
    find(path, method);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`${method} ${path} was found`);
};

test.each([
  ['GET', '/things', 'GET /things', {}],
  ['HEAD', '/things', 'GET /things', {}],
  ['POST', '/things', 'POST /things', {}],
  ['GET', '/things/H7K4-QXM2', 'GET /things/{reference}', { reference: 'H7K4-QXM2' }],
  ['PUT', '/things/a/draft', 'PUT /things/{reference}/draft', { reference: 'a' }],
  [
    'PUT',
    '/things/a/ratings/b',
    'PUT /things/{reference}/ratings/{priority}',
    { reference: 'a', priority: 'b' },
  ],
  ['GET', '/things/%2F', 'GET /things/{reference}', { reference: '/' }],
  ['GET', '/things/__proto__', 'GET /things/{reference}', { reference: '__proto__' }],
])('%s %s', (method, path, id, params) => {
  const found = find(path, method);
  expect(found.operation.id).toBe(id);
  expect(found.params).toEqual(params);
});

describe('a method that is not there', () => {
  test.each([
    ['DELETE', '/things', 'GET, HEAD, POST'],
    ['PATCH', '/things/a', 'GET, HEAD'],
    ['GET', '/things/a/draft', 'PUT'],
    ['HEAD', '/things/a/submission', 'POST'],
    ['get', '/things', 'GET, HEAD, POST'],
  ])('%s %s is told that %s are', (method, path, Allow) => {
    const problem = problemAt(path, method);
    expect(PROBLEMS[problem.kind].status).toBe(405);
    expect(problem.more.headers).toEqual({ Allow });
    expect(problem.message).toBe(`Here ${Allow} can be asked.`);
  });
});

describe('an address that is not there', () => {
  test.each([
    '',
    '/',
    '/thing',
    '/things/',
    '//things',
    '/things/a/',
    '/things//draft',
    '/things/a/ratings/',
    '/things/a/draft/more',
    '/THINGS',
    '/{reference}',
    '/things/%',
    '/things/%E0%A4%A',
    '/things/%zz/draft',
  ])('%s', (path) => {
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE'])
      expect(problemAt(path, method).kind).toBe('absent');
  });
});

test('whatever a reference holds, it comes as it was meant, and nothing else is thrown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.webPath(), (reference, path) => {
      expect(find(`/things/${encodeURIComponent(reference)}`).params).toEqual({ reference });
      expect(() => find(path)).toThrow(Problem);
    }),
    { numRuns: 60 },
  );
});
