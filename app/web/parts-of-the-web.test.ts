import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { allow, deny, hide } from '~/domain/policy';
import { allowed } from './allowed.server';
import { attachment } from './attachment.server';
import { bannerCookie, readBanner } from './banner.server';
import { pageToReturnTo } from './entrance.server';
import { pageTitle } from './page-title';
import { postOnly, showAgain } from './post-only.server';
import { badRequest, forbidden, found, notFound, permitted } from './reply.server';
import { readSearch } from './search-params.server';
import { seen } from './seen.server';

const at = (path: string) => new Request(`http://localhost${path}`);

/** What a loader throws becomes the status and the words of the page. */
function thrown(work: () => unknown): { status: number; words: unknown } | null {
  try {
    work();
    return null;
  } catch (error) {
    const { init, data } = error as { init?: { status?: number }; data?: unknown };
    return { status: init?.status ?? 0, words: data };
  }
}

describe('a query string', () => {
  const shape = {
    q: z.string().max(5).optional(),
    threat: z.array(z.string()).optional(),
    page: z.coerce.number().optional(),
  };

  test.each([
    ['/x', {}],
    ['/x?q=ab', { q: 'ab' }],
    ['/x?q=', {}],
    ['/x?threat=a', { threat: ['a'] }],
    ['/x?threat=a&threat=b', { threat: ['a', 'b'] }],
    ['/x?threat=&threat=b', { threat: ['b'] }],
    ['/x?page=2', { page: 2 }],
    ['/x?_routes=a&index', {}],
  ])('%s is read', (address, values) => expect(readSearch(at(address), shape)).toEqual(values));

  test.each([
    '/x?other=1',
    '/x?q=toolong',
    '/x?q=a&q=b',
    '/x?page=two',
    '/x?__proto__=1',
    '/x?constructor=1',
    '/x?valueOf=1',
    '/x?toString=a&toString=b',
  ])('%s is refused', (address) =>
    expect(thrown(() => readSearch(at(address), shape))).toMatchObject({ status: 400 }),
  );

  test('with anything in it is read or refused, never a fault', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (pairs) => {
        const query = new URLSearchParams(pairs).toString();
        const outcome = thrown(() => readSearch(at(`/x?${query}`), shape));
        expect([undefined, 400]).toContain(outcome?.status);
      }),
    );
  });
});

describe('the banner', () => {
  const carried = async (text: string) => {
    const cookie = (await bannerCookie(text)).split(';')[0] ?? '';
    return readBanner(new Request('http://localhost/', { headers: { Cookie: cookie } }));
  };

  test('carries a sentence over one redirect and is then taken back', async () => {
    const { text, clear } = await carried('Saved “as it was”, <b>ŵ</b>');
    expect(text).toBe('Saved “as it was”, <b>ŵ</b>');
    expect(clear).toMatch(/^soundings_banner=;.*Max-Age=0/);
  });

  test('is no longer than a cookie may be', async () => {
    expect((await carried('x'.repeat(5000))).text).toHaveLength(300);
  });

  test('is for the server alone', async () => {
    const line = await bannerCookie('Saved');
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/);
  });

  test.each(['', 'other=1', 'soundings_banner=%%%', 'soundings_banner=e30='])(
    'of the cookie %j says nothing',
    async (cookie) => {
      const request = new Request('http://localhost/', { headers: { Cookie: cookie } });
      expect(await readBanner(request)).toEqual({ text: null, clear: null });
    },
  );
});

describe('a policy’s answer', () => {
  test.each([
    [allow, null],
    [deny('Only a coordinator.'), { status: 403, words: 'Only a coordinator.' }],
    [hide, { status: 404, words: 'Not found' }],
  ])('%j opens the page, gives the reason, or hides that there is one', (verdict, outcome) => {
    expect(thrown(() => permitted(verdict))).toEqual(outcome);
    expect(thrown(() => allowed(verdict))).toEqual(outcome);
  });

  test('about a view: none is not found, a denial gives its reason, a view is shown', () => {
    expect(thrown(() => found(null))).toMatchObject({ status: 404 });
    expect(found({ name: 'x' })).toEqual({ name: 'x' });
    expect(thrown(() => seen(null))).toMatchObject({ status: 404 });
    expect(thrown(() => seen({ kind: 'deny' as const, why: 'Sealed until the deadline.' }))).toEqual({
      status: 403,
      words: 'Sealed until the deadline.',
    });
    expect(seen({ kind: 'question', name: 'x' })).toEqual({ kind: 'question', name: 'x' });
  });

  test('hidden and absent answer the same', () => {
    expect(thrown(() => permitted(hide))).toEqual(thrown(() => found(null)));
    expect(notFound().init?.status).toBe(404);
    expect(forbidden('x').init?.status).toBe(403);
    expect(badRequest().init?.status).toBe(400);
  });
});

describe('a download', () => {
  const headers = (name: string) =>
    attachment({ name, mediaType: 'application/pdf', bytes: new Uint8Array([1, 2]) }).headers;

  test('is never shown in the page and its type is never guessed', () => {
    const made = headers('report.pdf');
    expect(made.get('Content-Disposition')).toMatch(/^attachment;/);
    expect(made.get('X-Content-Type-Options')).toBe('nosniff');
    expect(made.get('Cache-Control')).toBe('private, no-store');
  });

  test.each([
    ['report.pdf', 'filename="report.pdf"'],
    ['a"b.pdf', 'filename="a_b.pdf"'],
    ['résumé.pdf', "filename*=UTF-8''r%C3%A9sum%C3%A9.pdf"],
    ['x\r\nSet-Cookie: a=b', 'filename="x__Set-Cookie: a=b"'],
    ['..\\..\\x.exe', 'filename=".._.._x.exe"'],
  ])('named %j is safe in the header', (name, part) => {
    expect(headers(name).get('Content-Disposition')).toContain(part);
    expect(headers(name).has('Set-Cookie')).toBe(false);
  });

  test('whatever it is called, one header says it whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const value = headers(name).get('Content-Disposition') ?? '';
        expect(value).toMatch(/^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[^"\r\n;]*$/);
      }),
    );
  });
});

describe('the page to return to', () => {
  test('is always one of ours', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.webPath(),
          fc.constantFrom('//evil.test', '/\\evil', '/%09/evil'),
        ),
        (from) => {
          const to = pageToReturnTo(at(`/sign-in?from=${encodeURIComponent(from)}`));
          expect(to).toMatch(/^\/(?!\/)/);
          expect(new URL(to, 'http://localhost').origin).toBe('http://localhost');
        },
      ),
      { numRuns: 40 },
    );
  });

  test('keeps the filters of a list', () => {
    expect(
      pageToReturnTo(at(`/sign-in?from=${encodeURIComponent('/questions?state=asked&threat=fraud')}`)),
    ).toBe('/questions?state=asked&threat=fraud');
  });
});

describe('an address that only takes forms', () => {
  const load = postOnly(({ params }) => `/people/${params['reference'] ?? ''}`);
  const args = (context: object) => ({ context, params: { reference: 'H7K4' }, request: at('/x') }) as never;

  test('leads whoever opens it to its page', () => {
    const answer = load(args({})) as Response;
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/people/H7K4']);
  });

  test('stays after a refused form, for that request alone', () => {
    const context = {};
    showAgain(context as never);
    expect(load(args(context))).toBeNull();
    expect(load(args({}))).toBeInstanceOf(Response);
  });
});

test('a title says the page first and the product last', () => {
  expect(pageTitle('Ports', 'Questions')).toEqual([{ title: 'Ports – Questions – Soundings' }]);
  expect(pageTitle()).toEqual([{ title: 'Soundings' }]);
});
