import type { ServerResponse } from 'node:http';
import { problemDetails, type ProblemKind } from '~/web/api/problem';

/** The same as the plain page, for programs: they are never answered in HTML. */
export function sendPlainProblem(
  response: ServerResponse,
  kind: ProblemKind,
  about: { text: string; reference: string },
): void {
  const details = problemDetails(kind, about.text, about.reference);
  const body = JSON.stringify(details);
  response.setHeader('Cache-Control', 'no-store');
  if (kind === 'away') response.setHeader('Retry-After', '5');
  response.writeHead(details.status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
