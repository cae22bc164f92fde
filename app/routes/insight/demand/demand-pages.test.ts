import { expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders } from '../../../../tests/support/factories/readers';
import { visit } from '../../../../tests/support/site';

const store = useDatabase();

test('the timeline opens the log of each figure, its method and its threshold', async () => {
  const who = await makeReaders();
  const { id } = await makeQuestion({
    title: 'Asked some months ago',
    terms: [{ scheme: 'threatArea', slug: 'fraud' }],
  });
  // What was published is frozen; only time could have made it older.
  await store.db.$transaction([
    store.db.$executeRaw`SET LOCAL session_replication_role = replica`,
    store.db
      .$executeRaw`UPDATE question SET published_at = now() - interval '120 days' WHERE id = ${id}::uuid`,
  ]);
  const page = await visit('/demand?per=quarter&oneIn=100', { as: who.member });
  expect(page.status).toBe(200);
  expect(page.fields).toMatchObject({ per: 'quarter', oneIn: '100', by: 'threatArea' });
  expect(page.text).toContain('fewer than one of 100 such comparisons');
  expect(page.text).toContain('Przyborowski and Wilenski 1940');
  expect(page.$('svg title').text()).toContain('1 question was published in 36 quarters');
  const href = page.links.find(({ href: to }) => to.includes('key=fraud'))?.href ?? '';
  const log = await visit(href, { as: who.member });
  expect(log.text).toContain('Asked some months ago');
  expect(log.heading).toContain(': Fraud');
  expect((await visit(href)).text).toContain('No question that you may see was published then.');
  expect((await visit('/demand')).heading).toBe('No question was published in this time');
  for (const address of ['/demand?oneIn=7', '/demand?per=week', '/demand/log', '/demand/log?from=x'])
    expect((await visit(address)).status, address).toBe(400);
  expect((await visit('/demand/log?from=2026-02-02')).status).toBe(404);
});
