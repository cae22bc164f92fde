import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { env } from '~/platform/env.server';
import { log } from '~/platform/log.server';
import { askOutside } from '~/platform/outside/outside-request.server';
import { parseOrcid } from '../orcid';

interface Provider {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

function provider(): Provider | null {
  const { ORCID_ISSUER: issuer, ORCID_CLIENT_ID: clientId, ORCID_CLIENT_SECRET: clientSecret } = env;
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null;
}

/** Off until an operator sets all that it takes. */
export const orcidIsOn = (): boolean => provider() !== null;

/** Where the provider sends people back to; registered there. */
const backAddress = (): string => `${env.SOUNDINGS_BASE_URL}/sign-in/orcid/back`;

export interface Departure {
  address: string;
  state: string;
  verifier: string;
}

const random = (): string => randomBytes(32).toString('base64url');

/** The address that asks somebody who they are: authorisation code with PKCE (RFC 6749, RFC 7636). */
export function orcidDeparture(): Departure | null {
  const known = provider();
  if (!known) return null;
  const [state, verifier] = [random(), random()];
  const asked = new URLSearchParams({
    client_id: known.clientId,
    response_type: 'code',
    scope: '/authenticate',
    redirect_uri: backAddress(),
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return {
    address: `${known.issuer.replace(/\/$/, '')}/oauth/authorize?${asked.toString()}`,
    state,
    verifier,
  };
}

const token = z.object({ orcid: z.string(), name: z.string().nullish() });

/** Who the code stands for: the provider names the iD beside the token, which is not kept. */
export async function orcidOfCode(
  code: string,
  verifier: string,
): Promise<{ orcid: string; name: string } | null> {
  const known = provider();
  if (!known) return null;
  const answer = await askOutside({
    base: known.issuer,
    path: '/oauth/token',
    form: new URLSearchParams({
      client_id: known.clientId,
      client_secret: known.clientSecret,
      grant_type: 'authorization_code',
      code,
      redirect_uri: backAddress(),
      code_verifier: verifier,
    }),
  });
  const read = answer.kind === 'answered' && answer.status === 200 ? token.safeParse(answer.body).data : null;
  const orcid = read ? parseOrcid(read.orcid) : null;
  if (orcid) return { orcid, name: read?.name?.trim().slice(0, 120) ?? '' };
  log.warn('ORCID did not say who came', {
    why: answer.kind === 'unavailable' ? answer.why : `status ${answer.status}`,
  });
  return null;
}
