import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemDetails } from './problem';
import { fileResponse, jsonResponse, problemResponse } from './respond.server';

const ADDRESS = 'http://localhost/api/v1/findings';
interface Asking {
  method?: string;
  known?: string;
  search?: string;
  status?: number;
}

function answer(body: unknown, { method = 'GET', known, search = '', status }: Asking = {}): Response {
  const url = new URL(`${ADDRESS}${search}`);
  const request = new Request(url, {
    method,
    headers: known === undefined ? {} : { 'If-None-Match': known },
  });
  return jsonResponse(body, { request, url, headers: new Headers({ Vary: 'Accept' }), status });
}

const tagOf = (body: unknown): string => answer(body).headers.get('ETag') ?? '';

describe('an answer in JSON', () => {
  test('is kept by whoever asked alone, and asked again before it is shown again', async () => {
    const response = answer({ reference: 'AAAAAAAA' });
    expect(await response.json()).toEqual({ reference: 'AAAAAAAA' });
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'private, no-cache',
      'content-type': 'application/json; charset=utf-8',
      etag: expect.stringMatching(/^W\/"[\w-]{27}"$/) as string,
      vary: 'Accept',
    });
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('to %s is kept by nobody', async (method) => {
    const response = answer({ reference: 'AAAAAAAA', next: 'x' }, { method, status: 201, known: '*' });
    expect(response.status).toBe(201);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.has('ETag')).toBe(false);
    expect(response.headers.has('Link')).toBe(false);
    expect(await response.json()).toMatchObject({ reference: 'AAAAAAAA' });
  });

  test('has a tag by what it holds, whoever asks it however', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const alike = JSON.stringify(one) === JSON.stringify(other);
        expect(tagOf(one) === tagOf(other)).toBe(alike);
        expect(answer(one, { method: 'HEAD' }).headers.get('ETag')).toBe(tagOf(one));
        expect(answer(one, { known: tagOf(one) }).status).toBe(304);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['as it was given', (tag: string) => tag, 304],
    ['as a strong one', (tag: string) => tag.slice(2), 304],
    ['among others', (tag: string) => `"a", W/"b" , ${tag}`, 304],
    ['for whatever there is', () => '*', 304],
    ['of nothing', () => '', 200],
    ['of another', () => 'W/"b"', 200],
    ['without its quotes', (tag: string) => tag.slice(3, -1), 200],
    ['cut short', (tag: string) => `${tag.slice(0, -2)}"`, 200],
    ['in small letters', (tag: string) => tag.toLowerCase(), 200],
  ])('asked for with a tag %s', async (_how, known, status) => {
    const body = { title: 'Ports by night' };
    const response = answer(body, { known: known(tagOf(body)) });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(status === 304 ? '' : JSON.stringify(body));
    expect(response.headers.get('ETag')).toBe(tagOf(body));
  });
});

/** As an address carries it: half a sign is none. */
const sent = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

describe('where a list goes on', () => {
  const linkOf = (body: unknown, search = '') => answer(body, { search }).headers.get('Link');

  test.each([
    ['', '</api/v1/findings?cursor=abc>; rel="next"'],
    ['?limit=5', '</api/v1/findings?limit=5&cursor=abc>; rel="next"'],
    ['?cursor=old&limit=5', '</api/v1/findings?cursor=abc&limit=5>; rel="next"'],
    ['?threat=fraud&threat=drugs', '</api/v1/findings?threat=fraud&threat=drugs&cursor=abc>; rel="next"'],
    ['?q=%3E%22%3C', '</api/v1/findings?q=%3E%22%3C&cursor=abc>; rel="next"'],
  ])('after %j', (search, link) => expect(linkOf({ items: [], next: 'abc' }, search)).toBe(link));

  test.each([{ items: [], next: null }, { items: [] }, { next: 7 }, [], null, 'next', 3])(
    'is nowhere after %j',
    (body) => expect(linkOf(body)).toBeNull(),
  );

  test('never ends the link or the header early, whatever was asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (q, next) => {
        const search = `?${new URLSearchParams({ q }).toString()}`;
        const [, target = ''] = /^<([^<>"\s]*)>; rel="next"$/.exec(linkOf({ next }, search) ?? '') ?? [];
        const { searchParams } = new URL(target, ADDRESS);
        expect(searchParams.get('cursor')).toBe(sent(next));
        expect(searchParams.getAll('q')).toEqual([sent(q)]);
      }),
      { numRuns: 25 },
    );
  });
});

test('a file comes in its own type', async () => {
  const response = fileResponse({ text: '@report{a}', mediaType: 'application/x-bibtex' }, new Headers());
  expect(response.headers.get('Content-Type')).toBe('application/x-bibtex; charset=utf-8');
  expect(response.headers.get('Cache-Control')).toBe('private, no-cache');
  expect(await response.text()).toBe('@report{a}');
});

test('a problem has the status that it names, and what was set before it', async () => {
  const headers = new Headers({ Allow: 'GET, HEAD' });
  const response = problemResponse(problemDetails('method', 'Here GET can be asked.', 'R'), headers);
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.json()).toMatchObject({ status: 405, detail: 'Here GET can be asked.' });
});
