import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makeAward, makeEvaluated } from '../../../tests/support/factories/awards';
import { makePerson } from '../../../tests/support/factories/people';
import { visit } from '../../../tests/support/site';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let coordinator: string;

beforeAll(async () => {
  made = await makeAward({ state: 'standstill', routeSlug: 'funding-call' });
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
});

test('the file of a question leads to its pack, and each pack made is on the page', async () => {
  const { question, panel } = made;
  const as = panel.owner.id;
  const file = await visit(paths.questionFile(question.reference), { as });
  expect(file.links.map(({ href }) => href)).toContain(paths.assurance(question.reference));
  const before = await visit(paths.assurance(question.reference), { as });
  expect([before.status, before.text.includes('None yet.')]).toEqual([200, true]);
  expect(before.links.map(({ href }) => href)).toContain(paths.packFile(question.reference));
  const pack = await visit(paths.packFile(question.reference), { as });
  expect([pack.status, pack.headers.get('Content-Type'), pack.headers.get('Cache-Control')]).toEqual([
    200,
    'application/zip',
    'no-store',
  ]);
  expect(pack.headers.get('Content-Disposition')).toMatch(/filename="assurance-pack-[A-Z0-9-]+\.zip"/);
  const fact = await store.db.fact.findFirstOrThrow({ where: { name: 'AssurancePackWasMade' } });
  const { manifest } = fact.data as { manifest: string };
  const after = await visit(paths.assurance(question.reference), { as: coordinator });
  expect(after.text).toContain(manifest);
  expect(after.text).toContain(panel.owner.name);
});

test('before the decision what is sealed is left out, and the page says so', async () => {
  const evaluated = await makeEvaluated({ routeSlug: 'funding-call' });
  const page = await visit(paths.assurance(evaluated.question.reference), { as: coordinator });
  expect(page.text).toContain('Not in it now: bids and all that is tied to them.');
  expect(page.text).toContain('Not in it now: scores, ranking');
});

test('others are told why not, or nothing', async () => {
  const { question, panel, first } = made;
  const expert = (await makePerson({ expert: true })).id;
  for (const path of [paths.assurance(question.reference), paths.packFile(question.reference)]) {
    expect((await visit(path, { as: panel.moderator.id })).status).toBe(403);
    expect((await visit(path, { as: panel.author.id })).status).toBe(403);
    expect((await visit(path, { as: first.leadId })).status).toBe(404);
    expect((await visit(path, { as: expert })).status).toBe(404);
  }
});
