import type { IncomingMessage } from 'node:http';
import type { Refusal } from './refused';

export const MAX_JSON_BYTES = 256_000;
/** What an address of the API may be asked by; which of them one answers it says itself. */
export const PROGRAM_METHODS = 'GET, HEAD, POST, PUT';

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** Addresses for programs: no cookie counts there, so a request may come from anywhere and needs no origin. */
export const isForPrograms = (target = ''): boolean => /^\/api(\/|\?|$)/i.test(target);
export const isJson = (type: string): boolean => JSON_TYPE.test(type);

export function refusedProgram(request: IncomingMessage): Refusal | undefined {
  const { method, headers } = request;
  if (method !== 'POST' && method !== 'PUT')
    return { status: 405, reason: `Only ${PROGRAM_METHODS} are answered here.` };
  if (headers['content-encoding'] && headers['content-encoding'] !== 'identity')
    return { status: 415, reason: 'Compressed requests are not read here.' };
  const length = Number(headers['content-length'] ?? 0);
  const isEmpty = length === 0 && headers['transfer-encoding'] === undefined;
  if (!isEmpty && !isJson(headers['content-type'] ?? ''))
    return { status: 415, reason: 'Only application/json is read here.' };
  if (length > MAX_JSON_BYTES)
    return { status: 413, reason: `At most ${MAX_JSON_BYTES / 1000} kilobytes are read here.` };
  return undefined;
}
