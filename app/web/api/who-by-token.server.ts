import type { AppLoadContext } from '@remix-run/node';
import type { Actor } from '~/domain/actor';
import { visitorArriving } from '~/domain/people/queries/actor-of.server';
import { tokenHolder, type TokenHolder } from '~/domain/people/tokens/token-actor.server';
import type { Operation } from './operation';
import { Problem } from './problem';
import { countRequest, rateHeaders } from './rate-windows';

const CHALLENGE = 'Bearer realm="Soundings"';

/** The token of the Authorization header, and nothing else: no cookie and no parameter lets a program in. */
async function holderIn(request: Request): Promise<TokenHolder | null> {
  const given = request.headers.get('Authorization');
  if (given === null) return null;
  const [, token] = /^Bearer +([\w.~+/=-]{1,200})$/i.exec(given) ?? [];
  const holder = token === undefined ? null : await tokenHolder(token);
  if (holder) return holder;
  throw new Problem('badToken', 'The token is unknown, revoked or expired, or its account cannot be used.', {
    headers: { 'WWW-Authenticate': `${CHALLENGE}, error="invalid_token"` },
  });
}

/** Who asks, counted: a token by itself, everybody else by the address they come from. */
export async function whoAsksByToken(
  { request, context }: { request: Request; context: AppLoadContext },
  headers: Headers,
): Promise<TokenHolder | null> {
  let holder: TokenHolder | null = null;
  try {
    holder = await holderIn(request);
  } finally {
    const [limit, of] = holder
      ? (['token', holder.tokenId] as const)
      : (['address', context.address] as const);
    const standing = countRequest(limit, of);
    for (const [name, value] of Object.entries(rateHeaders(limit, standing))) headers.set(name, value);
    if (standing.exceeded) refuseForNow(standing.secondsLeft);
  }
  return holder;
}

function refuseForNow(seconds: number): never {
  throw new Problem('tooMany', `There were too many requests. Try again in ${seconds} seconds.`);
}

/** The actor of an operation; a token is for what it names, and without one only what visitors see is there. */
export async function actorFor(operation: Operation, holder: TokenHolder | null): Promise<Actor> {
  const { scope, visitors } = operation;
  if (holder && !holder.holds(scope))
    throw new Problem('scopeMissing', `This token does not hold ${scope}.`, {
      headers: { 'WWW-Authenticate': `${CHALLENGE}, error="insufficient_scope", scope="${scope}"` },
    });
  if (holder) return holder.person;
  if (!visitors)
    throw new Problem('noToken', `Send a token that holds ${scope}.`, {
      headers: { 'WWW-Authenticate': `${CHALLENGE}, scope="${scope}"` },
    });
  return (await visitorArriving()).visitor;
}
