import { expect, test } from 'vitest';
import { apiScopes } from '~/domain/people/tokens/api-scopes';
import { paths } from '~/paths';
import { PROBLEMS } from '~/web/api/problem';
import { TABLE } from '../../../tests/trust/access/table/all';
import { useDatabase } from '../../../tests/support/database';
import { makePerson } from '../../../tests/support/factories/people';
import { visit } from '../../../tests/support/site';
import { deadLinks } from '../../../tests/support/site/links';
import { program } from '../../../tests/support/site/program';
import { OPERATIONS } from './operations/all';

useDatabase();

test('the page names every operation, scope and problem, and leads on', async () => {
  const page = await visit(paths.aboutApi());
  expect(page.heading).toBe('For programs');
  const words = new Set(page.rows.flat());
  for (const { method, path, summary } of OPERATIONS) expect(words).toContain(`${method} ${path}${summary}`);
  for (const scope of apiScopes) expect(words).toContain(scope);
  for (const kind of Object.keys(PROBLEMS)) expect(page.$(`#${kind}`).length, kind).toBe(1);
  expect(page.text).toContain('A token has 3000 requests in 5 minutes');
  const { id } = await makePerson();
  expect(await deadLinks(await visit(paths.aboutApi(), { as: id }), { as: id })).toEqual([]);
});

test('the document is there for everybody, and is the one that is checked', async () => {
  const { status, json, type } = await program('/openapi.json');
  expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
  expect(json?.['openapi']).toBe('3.1.1');
});

test('the table of who may open what has a row for each reading, and no other', () => {
  const rows = TABLE.map(({ route }) => route).filter((route) => route.startsWith('api/v1/'));
  const readings = OPERATIONS.filter(({ method }) => method === 'GET').map(
    ({ path }) => `api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
  );
  expect(rows.toSorted()).toEqual([...readings, 'api/v1/*'].toSorted());
});
