import { createCookie, redirect } from '@remix-run/node';
import { z } from 'zod';
import { env } from '~/platform/env.server';
import type { OrcidErrand } from '~/domain/people/orcid-account/came-back.server';
import { orcidDeparture } from '~/domain/people/orcid-account/orcid-provider.server';
import { notFound } from './reply.server';

const secure = env.SOUNDINGS_BASE_URL.startsWith('https:');
/** Holds what binds the way there to the way back, in the one browser that set out. */
const cookie = createCookie(secure ? '__Host-soundings-orcid' : 'soundings-orcid', {
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure,
  maxAge: 600,
});

const errand = z.strictObject({
  state: z.string().min(20),
  verifier: z.string().min(20),
  purpose: z.enum(['sign in', 'link']),
  from: z.string().max(2000),
});

/** Off to ORCID; 404 where it is off. */
export async function departToOrcid(purpose: OrcidErrand['purpose'], from: string): Promise<Response> {
  const departure = orcidDeparture();
  if (!departure) throw notFound();
  const { address, state, verifier } = departure;
  const kept: OrcidErrand = { state, verifier, purpose, from };
  return redirect(address, { headers: { 'Set-Cookie': await cookie.serialize(kept) } });
}

/** The errand that this browser set out on, if the state that came back is its own. */
export async function errandOf(request: Request, state: string): Promise<OrcidErrand | null> {
  const kept = errand.safeParse(await cookie.parse(request.headers.get('Cookie'))).data;
  return kept && kept.state === state ? kept : null;
}

export const forgetErrand = (): Promise<string> => cookie.serialize('', { maxAge: 0 });
