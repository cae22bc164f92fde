import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { refuse } from '~/domain/refusal';
import { fieldProblems } from './field-problems';
import { findOperation } from './find-operation';
import { negotiated } from './negotiation';
import { reading } from './operation';
import { outcomeProblem } from './outcome-problem';
import { PROBLEMS } from './problem';
import { API_LIMITS, countRequest, rateHeaders } from './rate-windows';

describe('which format is meant', () => {
  const offered = ['application/json', 'text/csv'];
  test.each([
    [null, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/*', 'text/csv'],
    ['TEXT/CSV', 'text/csv'],
    ['text/csv;q=0.4, application/json;q=0.3', 'text/csv'],
    ['text/csv, application/json', 'application/json'],
    ['application/json;q=0, */*', 'text/csv'],
    ['application/*;q=0.1, text/csv;q=0', 'application/json'],
    ['text/html', null],
    ['application/json;q=nonsense', null],
    ['application/json;q=7', null],
    [`${'x/y,'.repeat(400)}text/csv`, null],
  ])('%j', (accept, meant) => expect(negotiated(accept, offered)).toBe(meant));
});

describe('a window of requests', () => {
  test('counts down, refuses what is over, and opens again', () => {
    const { requests, seconds } = API_LIMITS.address;
    let last = countRequest('address', 'here', 0);
    expect(last).toMatchObject({ exceeded: false, remaining: requests - 1, secondsLeft: seconds });
    for (let count = 1; count < requests; count += 1) last = countRequest('address', 'here', 1000);
    expect(last).toMatchObject({ exceeded: false, remaining: 0, secondsLeft: seconds - 1 });
    const over = countRequest('address', 'here', 1000);
    expect(rateHeaders('address', over)).toEqual({
      ...{
        'RateLimit-Policy': `"address";q=${requests};w=${seconds}`,
        RateLimit: `"address";r=0;t=${seconds - 1}`,
      },
      'Retry-After': String(seconds - 1),
    });
    expect(countRequest('address', 'there', 1000).exceeded).toBe(false);
    expect(countRequest('token', 'here', 1000).exceeded).toBe(false);
    expect(countRequest('address', 'here', seconds * 1000).exceeded).toBe(false);
  });

  test('forgets the oldest before it fills the memory', () => {
    for (let who = 0; who < 20_100; who += 1) countRequest('address', `crowd-${who}`, 5_000_000);
    expect(countRequest('address', 'crowd-0', 5_000_001).remaining).toBe(API_LIMITS.address.requests - 1);
    expect(countRequest('address', 'crowd-20099', 5_000_001).remaining).toBe(API_LIMITS.address.requests - 2);
  });
});

describe('finding an operation', () => {
  const about = { tag: 'T', summary: 'S', scope: 'read:findings', answer: z.object({}) } as const;
  const none = () => Promise.resolve(null);
  const operations = ['/things', '/things/{reference}', '/things/{reference}/parts/{part}'].map((path) =>
    reading({ ...about, id: path, path, read: none }),
  );

  test.each([
    ['/api/v1/things', {}],
    ['/api/v1/things/a%20b', { reference: 'a b' }],
    ['/api/v1/things/a/parts/b', { reference: 'a', part: 'b' }],
  ])('%s', (path, params) => {
    expect(findOperation(operations, path, 'GET').params).toEqual(params);
    expect(findOperation(operations, path, 'HEAD').params).toEqual(params);
  });

  test.each(['/api/v1/things/', '/api/v1/thing', '/api/v1/things/a/parts', '/api/v1', '/api/v1/Things'])(
    '%s is no address',
    (path) => expect(() => findOperation(operations, path, 'GET')).toThrow('No address'),
  );
});

test('a problem points into what was sent', () => {
  const schema = z.strictObject({ 'a/b': z.array(z.strictObject({ 'c~d': z.string('Enter it') })) });
  const parsed = schema.safeParse({ 'a/b': [{ 'c~d': 1, extra: 1 }], 'body.reference': 1 });
  expect(fieldProblems(parsed.error?.issues ?? [])).toEqual([
    { pointer: '/a~1b/0/c~0d', detail: 'Enter it' },
    { pointer: '/a~1b/0/extra', detail: 'This field is not known here' },
    { pointer: '/reference', detail: 'This field is not known here' },
  ]);
});

test.each([
  [{ kind: 'hidden' }, 404],
  [{ kind: 'denied', why: 'Not you.' }, 403],
  [{ kind: 'refused', refusal: refuse('X', 'No.', { fields: { 'rows[0].name': 'Name it' } }) }, 422],
  [{ kind: 'refused', refusal: refuse('X', 'No.', { stale: true }) }, 409],
  [{ kind: 'refused', refusal: refuse('TooManyComments', 'Wait.') }, 429],
] as const)('%j has its status', (outcome, status) => {
  const problem = outcomeProblem(outcome);
  expect(PROBLEMS[problem.kind].status).toBe(status);
  if ('refusal' in outcome && outcome.refusal.fields)
    expect(problem.more.errors).toEqual([{ pointer: '/rows/0/name', detail: 'Name it' }]);
});
