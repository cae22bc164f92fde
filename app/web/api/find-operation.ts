import type { Operation } from './operation';
import { Problem } from './problem';

export const API_ROOT = '/api/v1';

interface Found {
  operation: Operation;
  params: Record<string, string>;
}

/** Part of a path without its escapes; nothing where they are malformed. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** The parameters of a path, or null where it is another one. */
function paramsIn(template: string, path: string): Record<string, string> | null {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined && part !== given[at]) return null;
    if (name === undefined) continue;
    const value = decoded(given[at] ?? '');
    if (value === '') return null;
    params[name] = value;
  }
  return params;
}

/** What the path and the method name. HEAD is asked of whatever GET is. */
export function findOperation(operations: readonly Operation[], pathname: string, asked: string): Found {
  const path = pathname.slice(API_ROOT.length);
  const method = asked === 'HEAD' ? 'GET' : asked;
  const here = operations.flatMap((operation) => {
    const params = paramsIn(operation.path, path);
    return params ? [{ operation, params }] : [];
  });
  const found = here.find(({ operation }) => operation.method === method);
  if (found) return found;
  if (here.length === 0) throw new Problem('absent', 'No address of the API is written like this.');
  const methods = here.map(({ operation }) => operation.method);
  const Allow = [...new Set(methods.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])))].join(', ');
  throw new Problem('method', `Here ${Allow} can be asked.`, { headers: { Allow } });
}
