import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeEvaluated } from '../../../../tests/support/factories/awards';
import { bidderOf } from '../../../../tests/support/factories/competitions';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const store = useDatabase();
type Made = Awaited<ReturnType<typeof makeEvaluated>>;
let made: Made;
let coordinator: string;

beforeAll(async () => {
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  made = await decided();
});

async function decided() {
  const one = await makeEvaluated({ routeSlug: 'funding-call' });
  const { reference } = one.question;
  const fields = { outcome: 'awarded', text: 'By the ranking.', bids: one.first.reference };
  await send(paths.recommendation(reference), fields, { as: one.panel.moderator.id });
  await send(paths.decision(reference), {}, { as: one.panel.owner.id });
  return one;
}
const prepare = ({ question, panel }: Made, as = panel.author.id) =>
  send(paths.letters(question.reference), {}, { as });
const lettersOf = ({ question }: Made) =>
  store.db.decisionLetter.findMany({
    where: { bid: { questionId: question.id } },
    include: { template: true },
  });
const tell = async ({ question, panel }: Made) => {
  await send(paths.summaries(question.reference), {}, { as: panel.author.id });
  return send(paths.giveNotice(question.reference), {}, { as: panel.author.id });
};

test('templates are the coordinators’, versioned, and refuse an unknown field', async () => {
  const address = paths.letterTemplate('unsuccessful');
  for (const as of [made.panel.author.id, made.first.leadId])
    expect((await send(address, { text: 'Mine.' }, { as })).status).toBe(403);
  expect((await visit(paths.letterTemplates(), { as: coordinator })).rows).toHaveLength(5);
  const wrong = await send(address, { text: 'Dear {{winner}}' }, { as: coordinator });
  expect([wrong.status, wrong.errors]).toEqual([422, ['There is no field {{winner}}']]);
  expect(wrong.html).toContain('Dear {{winner}}');
  const text = 'Sorry {{bidder}}: {{total}} of 100. <b>{{question}}</b>';
  expect((await send(address, { text }, { as: coordinator })).location).toBe(paths.letterTemplates());
  expect((await send(address, { text }, { as: coordinator })).errors).toEqual([
    'That is what it says already',
  ]);
  expect((await visit(address, { as: coordinator })).text).toContain('Version 1, as it came');
  expect((await visit(paths.letterTemplate('nonsense'), { as: coordinator })).status).toBe(404);
  await expect(store.db.letterTemplate.updateMany({ data: { text: 'x' } })).rejects.toThrow(/never changed/);
});

test('each bidder’s letter is filled in, can be changed with a mark, and hides behind a wall', async () => {
  const { question, panel, first, second } = made;
  expect((await prepare(made, panel.moderator.id)).status).toBe(403);
  expect((await prepare(made, first.leadId)).status).toBe(404);
  expect((await prepare(made)).location).toBe(paths.letters(question.reference));
  const letters = await lettersOf(made);
  expect(letters.map(({ template }) => template.kind).sort()).toEqual(['unsuccessful', 'winner']);
  const page = await visit(paths.letters(question.reference), { as: panel.author.id });
  expect(page.text).toContain(`Sorry ${await bidderOf(second)}`);
  expect(page.text).toContain('<b>');
  expect(page.text).toContain('has been chosen for an award of £60,000');
  const change = paths.changeLetter(second.reference);
  expect((await visit(change, { as: first.leadId })).status).toBe(404);
  expect((await send(change, { text: 'A kinder letter.' }, { as: panel.owner.id })).status).toBe(303);
  expect((await send(change, { text: '' }, { as: panel.owner.id })).status).toBe(422);
  const after = await visit(paths.letters(question.reference), { as: panel.author.id });
  expect(after.text).toContain(`changed by ${panel.owner.name}`);
  await makeWall(question.id, panel.author.id, second.id);
  expect((await visit(paths.letters(question.reference), { as: panel.author.id })).text).not.toContain(
    'kinder',
  );
  expect((await visit(change, { as: panel.author.id })).status).toBe(404);
});

test('they go out with the notice, sealed, each to its own bidder, by a link alone', async () => {
  const { panel, first, second } = made;
  expect((await visit(paths.bidLetter(second.reference), { as: second.leadId })).status).toBe(404);
  expect((await tell(made)).status).toBe(303);
  const own = await visit(paths.bidLetter(second.reference), { as: second.leadId });
  expect(own.text).toContain('A kinder letter.');
  const hash = createHash('sha256').update('A kinder letter.').digest('hex');
  expect(own.text).toContain(hash);
  for (const as of [first.leadId, panel.owner.id, coordinator])
    expect((await visit(paths.bidLetter(second.reference), { as })).status).toBe(404);
  const told = await toldOf('DecisionLetterWasSent', second.id);
  expect([told.people, told.paths]).toEqual([[second.leadId], [paths.bidLetter(second.reference)]]);
  const notices = await store.db.notice.findMany({ where: { personId: second.leadId } });
  expect(JSON.stringify(notices)).not.toContain('kinder');
  const [letter] = await store.db.decisionLetter.findMany({ where: { bidId: second.id } });
  await expect(
    store.db.decisionLetter.update({ where: { id: letter?.id ?? '' }, data: { text: 'Another.' } }),
  ).rejects.toThrow(/never changed/);
  expect(
    (await send(paths.changeLetter(second.reference), { text: 'Late.' }, { as: panel.owner.id })).status,
  ).toBe(404);
  const again = await prepare(made);
  expect([again.status, again.errors.length]).toEqual([422, 1]);
  expect((await visit(paths.bidSummary(second.reference), { as: second.leadId })).links).toContainEqual({
    text: 'The letter about your bid',
    href: paths.bidLetter(second.reference),
  });
});

test('a notice without letters works as before', async () => {
  const other = await decided();
  expect((await tell(other)).status).toBe(303);
  expect(await lettersOf(other)).toEqual([]);
  expect((await visit(paths.bidLetter(other.first.reference), { as: other.first.leadId })).status).toBe(404);
});
