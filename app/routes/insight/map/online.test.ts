import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { readCells } from '../../../../tests/support/csv-cells';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { termCalled } from '../../../../tests/support/factories/terms';
import { visit } from '../../../../tests/support/site';

useDatabase();
let member = '';

beforeAll(async () => {
  member = (await makePerson()).id;
  const [fraud, online, local] = await Promise.all([
    termCalled('threatArea', 'fraud'),
    termCalled('level', 'online'),
    termCalled('level', 'local'),
  ]);
  const on = (...terms: { scheme: string; slug: string }[]) => ({
    terms: terms.map(({ scheme, slug }) => ({ scheme: scheme as 'level', slug })),
  });
  await makeQuestion({ title: 'Asked of markets online', ...on(fraud, online) });
  await makeQuestion({ title: 'Asked of streets', ...on(fraud, local) });
  await makeFinding({ title: 'Known of forums', termIds: [fraud.id, online.id] });
  await makeFinding({ title: 'Known of alleys', termIds: [fraud.id, local.id] });
});

test('online is a place of the map: an axis and a filter, down to its records', async () => {
  const { html } = await visit(paths.mapFile('csv', { columns: 'level', rows: 'threatArea' }), {
    as: member,
  });
  const total = readCells(html).flat();
  expect(total).toContain('Online');
  const records = await visit(paths.mapRecords({ row: 'fraud', level: 'online' }), { as: member });
  for (const title of ['Asked of markets online', 'Known of forums']) expect(records.text).toContain(title);
  for (const title of ['Asked of streets', 'Known of alleys']) expect(records.text).not.toContain(title);
});

test('online is a place of the search', async () => {
  const { text } = await visit(paths.search('level:online'), { as: member });
  for (const title of ['Asked of markets online', 'Known of forums']) expect(text).toContain(title);
  for (const title of ['Asked of streets', 'Known of alleys']) expect(text).not.toContain(title);
});
