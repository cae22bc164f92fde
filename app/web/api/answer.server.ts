import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { logFault } from '../fault.server';
import { findOperation } from './find-operation';
import { jsonBody } from './json-body';
import { negotiated } from './negotiation';
import { isFile, type Answer, type Operation } from './operation';
import { outcomeProblem } from './outcome-problem';
import { Problem, problemDetails } from './problem';
import { fileResponse, jsonResponse, problemResponse } from './respond.server';
import { actorFor, whoAsksByToken } from './who-by-token.server';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** Answers one request of a program: always JSON, or a file that was asked for, whatever goes wrong. */
export async function answerProgram(operations: readonly Operation[], args: Args): Promise<Response> {
  const headers = new Headers({ Vary: 'Authorization, Accept' });
  const { reference } = args.context;
  try {
    return await carriedOut(operations, args, headers);
  } catch (error) {
    if (error instanceof Problem) {
      const { kind, message, more } = error;
      for (const [name, value] of Object.entries(more.headers ?? {})) headers.set(name, value);
      return problemResponse(problemDetails(kind, message, reference, more.errors), headers);
    }
    logFault(error, args);
    const detail = 'The fault was recorded. Quote the reference if you tell us about it.';
    return problemResponse(problemDetails('fault', detail, reference), headers);
  }
}

async function carriedOut(operations: readonly Operation[], args: Args, headers: Headers): Promise<Response> {
  const { request } = args;
  const url = new URL(request.url);
  const holder = await whoAsksByToken(args, headers);
  const { operation, params } = findOperation(operations, url.pathname, request.method);
  const actor = await actorFor(operation, holder);
  const accept = request.headers.get('Accept');
  if (negotiated(accept, offeredBy(operation)) === null)
    throw new Problem('notAcceptable', `Here there is ${offeredBy(operation).join(', ')}.`);
  const body = operation.body ? jsonBody(await request.text()) : {};
  const answer = await operation.carryOut({ actor, params, url, accept, body, key: keyIn(request) });
  return respond(operation, answer, { request, url, headers });
}

/** Problems are JSON whatever was asked for, so a program that reads only them is not turned away for it. */
const offeredBy = ({ answer }: Operation): readonly string[] =>
  isFile(answer) ? answer : ['application/json', 'application/problem+json'];

/** One use of a command, named by the program: repeated with the same body it is answered as before. */
function keyIn(request: Request): string | undefined {
  const key = request.headers.get('Idempotency-Key')?.trim();
  if (key === undefined) return undefined;
  const [, named] = /^"?([\w.:-]{8,100})"?$/.exec(key) ?? [];
  if (named === undefined)
    throw new Problem('unreadable', 'Idempotency-Key takes 8 to 100 letters, digits and the signs . _ : -');
  return named;
}

function respond(
  { status }: Operation,
  answer: Answer,
  about: { request: Request; url: URL; headers: Headers },
): Response {
  if (answer.kind === 'absent')
    throw new Problem('absent', 'There is no such thing, or it is not for you to know of.');
  if (answer.kind === 'file') return fileResponse(answer, about.headers);
  if (answer.kind === 'shown') return jsonResponse(answer.body, about);
  const { outcome, location } = answer;
  if (outcome.kind !== 'done') throw outcomeProblem(outcome);
  if (location) about.headers.set('Location', location(outcome.value));
  return jsonResponse(outcome.value, { ...about, status });
}
