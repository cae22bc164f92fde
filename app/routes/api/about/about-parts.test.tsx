import { describe, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { API_SCOPES } from '~/domain/people/tokens/api-scopes';
import { API_ROOT, findOperation } from '~/web/api/find-operation';
import { negotiated } from '~/web/api/negotiation';
import { isFile } from '~/web/api/operation';
import { parsedSearch } from '~/web/api/parsed-search';
import { draw, rowsIn } from '../../../../tests/support/drawn';
import { OPERATIONS } from '../operations/all';
import { Examples } from './examples';
import { OperationTable } from './operation-table';

/** A command of curl taken apart as a shell would. */
function requestIn(command: string) {
  const given = (pattern: RegExp) => [...command.matchAll(pattern)].map((found) => found[1] ?? '');
  const headers = new Headers(
    given(/-H "([^"]*)"/g).map((line): [string, string] => {
      const [name = '', ...value] = line.split(': ');
      return [name, value.join(': ')];
    }),
  );
  const [body] = given(/-d '([^']*)'/g);
  const [method] = given(/-X (\w+)/g);
  const [address] = given(/"(https:[^"]*)"/g);
  return { headers, body, method: method ?? 'GET', url: new URL(address ?? '') };
}

const $ = draw(<Examples />);
const examples = $('figure')
  .toArray()
  .map((figure) => [$('figcaption', figure).text(), requestIn($('code', figure).text())] as const);

describe.each(examples)('%s', (_what, { headers, body, method, url }) => {
  const { operation } = findOperation(OPERATIONS, url.pathname, method);

  test('is an operation, asked with parameters that it takes', () => {
    expect(operation.search.strict().safeParse(parsedSearch(url, operation.search)).success).toBe(true);
    expect(headers.has('Authorization')).toBe(!operation.visitors);
    const types = isFile(operation.answer) ? operation.answer : ['application/json'];
    expect(negotiated(headers.get('Accept'), types)).toBe(headers.get('Accept') ?? 'application/json');
  });

  test('sends a body only where one is read, with fields that it has', () => {
    expect(body !== undefined).toBe(operation.body !== null);
    if (!operation.body || body === undefined) return;
    expect(headers.get('Content-Type')).toBe('application/json');
    expect(headers.get('Idempotency-Key')).toMatch(/^[\w.:-]{8,100}$/);
    const params = { reference: newReference(), priority: newReference() };
    const sent = { ...(JSON.parse(body) as object), ...params };
    expect(operation.body.schema.safeParse(sent).error).toBeUndefined();
    expect(operation.body.schema.safeParse({ ...sent, value: '6' }).success).toBe(false);
  });
});

test('the examples show reading, writing, a search and a file', () => {
  expect(examples.map(([, { method }]) => method)).toEqual(['GET', 'GET', 'GET', 'GET', 'PUT']);
  expect(new Set(examples.map(([, { url }]) => url.hostname))).toEqual(new Set(['soundings.example']));
});

test('no token stands in an example, for nobody to copy', () => {
  expect($.text()).not.toMatch(/Bearer (?!\$SOUNDINGS_TOKEN)/);
  expect($.text()).toContain(API_ROOT);
});

describe('the table of operations', () => {
  test('says of each its scope and whether visitors may ask it', () => {
    const table = draw(<OperationTable operations={[...OPERATIONS]} />);
    const rows = rowsIn(table);
    expect(rows).toHaveLength(OPERATIONS.length);
    for (const [place, { method, path, scope, visitors, summary }] of OPERATIONS.entries())
      expect(rows[place]).toEqual([`${method} ${path}${summary}`, scope, visitors ? 'What is public' : 'No']);
    expect(Object.keys(API_SCOPES)).toEqual(expect.arrayContaining(rows.map(([, scope]) => scope)));
  });
});
