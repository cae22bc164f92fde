import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson, startLocalServer, type LocalServer } from './local-server';

export interface OrcidHolder {
  orcid: string;
  name: string;
  works: OrcidWork[];
}

export interface OrcidWork {
  putCode: number;
  title: string;
  description?: string;
  year?: string;
  doi?: string;
  type?: string;
  journal?: string;
  /** Other names beside the holder's. */
  others?: string[];
}

export interface OrcidProvider extends LocalServer {
  /** Who signs in there next, at once and without being asked; nobody refuses. */
  holder: OrcidHolder | null;
  /** Makes the next answer of the token endpoint somebody else's iD or a fault. */
  tokenAnswer: 'whole' | 'fault' | 'no iD';
  settings: Record<'ORCID_ISSUER' | 'ORCID_API_URL' | 'ORCID_CLIENT_ID' | 'ORCID_CLIENT_SECRET', string>;
}

interface Code {
  holder: OrcidHolder;
  challenge: string;
  redirect: string;
}

const CLIENT = { id: 'APP-SOUNDINGS', secret: 'a secret of the client' };

/** As much of ORCID as Soundings talks to: authorisation code with PKCE, and the public record of API v3.0. */
export async function startOrcid(): Promise<OrcidProvider> {
  const codes = new Map<string, Code>();
  const server = await startLocalServer((request, response) => {
    const url = new URL(request.url ?? '', server.address);
    if (url.pathname === '/oauth/authorize') authorise(provider, codes, url, response);
    else if (url.pathname === '/oauth/token') void giveToken(provider, codes, request, response);
    else if (url.pathname.startsWith('/v3.0/')) showRecord(provider, url.pathname.slice(6), response);
    else sendJson(response, {}, 404);
  });
  const provider: OrcidProvider = Object.assign(server, {
    holder: null,
    tokenAnswer: 'whole' as const,
    settings: {
      ORCID_ISSUER: server.address,
      ORCID_API_URL: `${server.address}/v3.0`,
      ORCID_CLIENT_ID: CLIENT.id,
      ORCID_CLIENT_SECRET: CLIENT.secret,
    },
  });
  return provider;
}

function authorise(
  { holder }: OrcidProvider,
  codes: Map<string, Code>,
  { searchParams }: URL,
  response: ServerResponse,
) {
  const asked = (name: string) => searchParams.get(name) ?? '';
  const isWhole =
    asked('client_id') === CLIENT.id &&
    asked('response_type') === 'code' &&
    asked('scope') === '/authenticate' &&
    asked('code_challenge_method') === 'S256' &&
    asked('code_challenge').length === 43;
  if (!isWhole) return sendJson(response, { error: 'invalid_request' }, 400);
  const back = new URL(asked('redirect_uri'));
  back.searchParams.set('state', asked('state'));
  if (holder) {
    const code = randomUUID();
    codes.set(code, { holder, challenge: asked('code_challenge'), redirect: asked('redirect_uri') });
    back.searchParams.set('code', code);
  } else back.searchParams.set('error', 'access_denied');
  response.writeHead(302, { Location: back.href }).end();
}

async function giveToken(
  { tokenAnswer }: OrcidProvider,
  codes: Map<string, Code>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const form = new URLSearchParams(Buffer.concat(parts).toString());
  const code = codes.get(form.get('code') ?? '');
  codes.delete(form.get('code') ?? '');
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const isWhole =
    request.method === 'POST' &&
    code?.challenge === challenge &&
    code.redirect === form.get('redirect_uri') &&
    form.get('client_id') === CLIENT.id &&
    form.get('client_secret') === CLIENT.secret &&
    form.get('grant_type') === 'authorization_code';
  if (!isWhole || tokenAnswer === 'fault') return sendJson(response, { error: 'invalid_grant' }, 400);
  const { orcid, name } = code.holder;
  const token = {
    access_token: randomUUID(),
    token_type: 'bearer',
    expires_in: 631138518,
    scope: '/authenticate',
  };
  sendJson(
    response,
    tokenAnswer === 'no iD' ? { ...token, orcid: '0000-0002-1825-0000' } : { ...token, orcid, name },
  );
}

function showRecord({ holder }: OrcidProvider, path: string, response: ServerResponse) {
  const [orcid, , codes] = path.split('/');
  if (!holder || orcid !== holder.orcid) return sendJson(response, {}, 404);
  if (codes === undefined) {
    const group = holder.works.map(({ putCode, title }) => ({
      'work-summary': [{ 'put-code': putCode, title: { title: { value: title } } }],
    }));
    return sendJson(response, { group, path: `/${orcid}/works` });
  }
  const wanted = codes.split(',').map(Number);
  const bulk = holder.works
    .filter(({ putCode }) => wanted.includes(putCode))
    .map((work) => workOf(work, holder));
  sendJson(response, { bulk });
}

const workOf = (work: OrcidWork, { orcid, name }: OrcidHolder) => ({
  work: {
    'put-code': work.putCode,
    title: { title: { value: work.title }, subtitle: null },
    'journal-title': work.journal ? { value: work.journal } : null,
    'short-description': work.description ?? null,
    type: work.type ?? 'journal-article',
    'publication-date': work.year ? { year: { value: work.year }, month: null } : null,
    'external-ids': {
      'external-id': work.doi
        ? [{ 'external-id-type': 'doi', 'external-id-value': work.doi, 'external-id-relationship': 'self' }]
        : [],
    },
    contributors: {
      contributor: [
        {
          'contributor-orcid': { path: orcid },
          'credit-name': { value: name },
          'contributor-attributes': { 'contributor-role': 'AUTHOR' },
        },
        ...(work.others ?? []).map((other) => ({
          'contributor-orcid': null,
          'credit-name': { value: other },
        })),
      ],
    },
  },
});
