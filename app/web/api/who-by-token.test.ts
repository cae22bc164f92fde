import type { AppLoadContext } from '@remix-run/node';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { apiScopes, type ApiScope } from '~/domain/people/tokens/api-scopes';
import type { TokenHolder } from '~/domain/people/tokens/token-actor.server';
import { newTokenSecret } from '~/domain/people/tokens/token-secret.server';
import { someone } from '../../../tests/support/factories/actors';
import type { Operation } from './operation';
import { Problem, PROBLEMS } from './problem';
import { API_LIMITS, countRequest } from './rate-windows';
import { actorFor, whoAsksByToken } from './who-by-token.server';

const operation = (scope: ApiScope, visitors = false): Operation => ({
  ...{ id: 'one', method: 'GET', path: '/one', tag: 'T', summary: 'S', scope, visitors },
  ...{ search: z.strictObject({}), body: null, answer: z.object({}), status: 200 },
  carryOut: () => Promise.resolve({ kind: 'absent' }),
});
const holderOf = (...scopes: ApiScope[]): TokenHolder => ({
  ...{ tokenId: 'token', person: someone(), scopes },
  holds: (scope) => scopes.includes(scope),
});
const problemOf = async (promise: Promise<unknown>): Promise<Problem> => {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof Problem) return outcome;
  throw new Error('no problem');
};

describe('the actor of an operation', () => {
  test.each(apiScopes)('is the holder of a token that names %s, and of no other', async (scope) => {
    const holder = holderOf(scope);
    expect(await actorFor(operation(scope), holder)).toBe(holder.person);
    expect(await actorFor(operation(scope), holderOf(...apiScopes))).toMatchObject({ id: 'somebody' });
    const others = apiScopes.filter((one) => one !== scope);
    for (const visitors of [true, false]) {
      const refused = await problemOf(actorFor(operation(scope, visitors), holderOf(...others)));
      expect([refused.kind, refused.message]).toEqual(['scopeMissing', `This token does not hold ${scope}.`]);
      expect(refused.more.headers?.['WWW-Authenticate']).toBe(
        `Bearer realm="Soundings", error="insufficient_scope", scope="${scope}"`,
      );
    }
  });

  test('is nobody where a token is needed, and the challenge says for what', async () => {
    for (const scope of apiScopes) {
      const refused = await problemOf(actorFor(operation(scope), null));
      expect(PROBLEMS[refused.kind].status).toBe(401);
      expect(refused.more.headers).toEqual({
        'WWW-Authenticate': `Bearer realm="Soundings", scope="${scope}"`,
      });
    }
  });
});

describe('who asks', () => {
  const asked = (address: string, given?: string) => {
    const headers = new Headers();
    const request = new Request('http://localhost/api/v1/findings', {
      headers: given === undefined ? {} : { Authorization: given },
    });
    const context = { address } as AppLoadContext;
    return { headers, holder: whoAsksByToken({ request, context }, headers) };
  };
  const { token } = newTokenSecret();

  test('is nobody without the header, counted by where they come from', async () => {
    for (const left of [1, 2]) {
      const { headers, holder } = asked('without-a-header');
      expect(await holder).toBeNull();
      expect(headers.get('RateLimit-Policy')).toBe('"address";q=1200;w=300');
      const [standing, seconds] = headers.get('RateLimit')?.split(';t=') ?? [];
      expect(standing).toBe(`"address";r=${API_LIMITS.address.requests - left}`);
      expect(['300', '299']).toContain(seconds);
      expect(headers.has('Retry-After')).toBe(false);
    }
  });

  test.each([
    ['no token', 'Bearer'],
    ['another scheme', `Basic ${token}`],
    ['no scheme', token],
    ['a scheme run into it', `Bearer${token}`],
    ['two of them', `Bearer ${token}, Bearer ${token}`],
    ['something after it', `Bearer ${token} `.concat('x')],
    ['a letter that tokens have not', `Bearer ${token.replace('_', '%5F')}`],
    ['quotes around it', `Bearer "${token}"`],
    ['a wrong check', `Bearer ${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`],
    ['more than any token has', `Bearer ${'a'.repeat(201)}`],
  ])('is refused with %s, and counted all the same', async (what, given) => {
    const { headers, holder } = asked(`refused: ${what}`, given);
    const refused = await problemOf(holder);
    expect(refused.kind).toBe('badToken');
    expect(refused.message).not.toContain(token);
    expect(headers.get('RateLimit')).toMatch(/^"address";r=1199;/);
  });

  test('is turned away after too many guesses, before the guess is answered', async () => {
    for (let count = 0; count < API_LIMITS.address.requests; count += 1) countRequest('address', 'guesses');
    const { headers, holder } = asked('guesses', 'Bearer guess');
    const refused = await problemOf(holder);
    expect([refused.kind, headers.get('RateLimit')?.slice(0, 13)]).toEqual(['tooMany', '"address";r=0']);
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(290);
    expect(refused.message).toContain(`${headers.get('Retry-After')} seconds`);
    expect(await asked('another-place').holder).toBeNull();
  });
});
