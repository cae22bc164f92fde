import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, ukDay } from '~/domain/uk-time';
import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
type Made = Awaited<ReturnType<typeof makeAward>>;
let made: Made;
let ready: Made;
let author: string;
const HOSTILE = 'Files <script>alert(1)</script> & “more”';
const page = () => paths.closeAward(made.award.reference);
const statuses = (path: string, people: string[]) =>
  Promise.all(people.map(async (as) => (await visit(path, { as })).status));

/** The form as it is shown, with a reason for each thing that is open. */
async function explained(reason: string) {
  const { fields } = await visit(page(), { as: author });
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name.startsWith('open['))
      .map(([name, value]) => [name, name.endsWith('.reason') ? reason : String(value)]),
  );
}

beforeAll(async () => {
  made = await makeAward({
    state: 'inDelivery',
    milestones: [
      { title: 'Interim report', amount: 2_000_000 },
      { title: 'Final report', amount: 4_000_000 },
    ],
  });
  ready = await makeAward({ state: 'readyToContract' });
  author = made.panel.author.id;
  const { id: awardId, decidedAt } = made.award;
  const named = () => ({ id: crypto.randomUUID(), reference: newReference() });
  const owed = { awardId, kind: 'data', recipient: 'Lead', dueOn: decidedAt };
  await store.db.obligation.createMany({
    data: [
      { ...named(), ...owed, position: 1, what: HOSTILE, state: 'due' },
      { ...named(), ...owed, position: 2, what: 'Rooms', state: 'due' },
    ],
  });
  await store.db.obligation.updateMany({ where: { position: 2 }, data: { state: 'met' } });
  const today = ukDay(decidedAt);
  await store.db.monitoringReport.createMany({
    data: [-1, 30].map((days, i) => ({
      ...{ ...named(), awardId, number: i + 1, dueOn: addDays(today, days), state: 'due' },
    })),
  });
});

describe('who closes', () => {
  test('the team’s authors and the owner, in delivery alone; to outsiders there is nothing to close', async () => {
    const { owner, budgetHolder, evaluators } = made.panel;
    const auditor = (await makePerson({ roles: ['auditor'] })).id;
    const readers = [budgetHolder.id, evaluators[0].id, made.first.leadId, auditor];
    expect(await statuses(page(), [author, owner.id, ...readers])).toEqual([200, 200, 403, 403, 403, 403]);
    const stranger = (await makePerson({ expert: true })).id;
    await makeWall(made.question.id, evaluators[1].id, made.first.id);
    const others = [made.second.leadId, stranger, evaluators[1].id, ready.panel.author.id];
    expect(await statuses(page(), others)).toEqual([404, 404, 404, 404]);
    const sent = await Promise.all([...readers, ...others].map((as) => send(page(), {}, { as })));
    expect(sent.filter(({ status }) => ![403, 404].includes(status))).toEqual([]);
    const early = paths.closeAward(ready.award.reference);
    expect(await statuses(early, [ready.panel.author.id])).toEqual([403]);
    expect((await send(early, {}, { as: ready.panel.author.id })).status).toBe(422);
  });
});

describe('what is open', () => {
  test('is asked after one by one: work that is owed, late reports, support that is due; nothing else', async () => {
    const { $, html } = await visit(page(), { as: author });
    const asked = $('main label')
      .toArray()
      .map((node) => $(node).text().trim())
      .filter((label) => label.startsWith('Why'))
      .map((label) => label.replace('Why is it closed with this open? ', ''));
    expect(asked).toEqual([
      'Interim report',
      'Final report',
      'Monitoring report 1',
      `Obligation: ${HOSTILE}`,
    ]);
    expect(html).not.toContain('<script>alert');
  });

  test('without a reason for each it stays open, and says for which; what was typed is kept', async () => {
    const bare = await send(page(), { worked: HOSTILE }, { as: author });
    expect([bare.status, bare.errors.length, bare.lostErrors]).toEqual([422, 1, []]);
    expect(bare.errors[0]).toMatch(
      /^Not accepted and paid yet: Interim report; Final report\. Open, and without/,
    );
    expect(bare.fields['worked']).toBe(HOSTILE);
    const all = await explained('The force withdrew.');
    const one = await send(page(), { ...all, 'open[2].reason': ' ' }, { as: author });
    expect([one.status, one.errors]).toEqual([422, ['Open, and without a reason: Monitoring report 1.']]);
    expect(one.fields['open[0].reason']).toBe('The force withdrew.');
    const made1 = await store.db.award.findUniqueOrThrow({ where: { id: made.award.id } });
    expect(made1.closedAt).toBeNull();
  });

  test('what opened since the form was shown is asked after too', async () => {
    const before = await explained('Not needed.');
    await store.db.obligation.updateMany({ where: { position: 2 }, data: { state: 'disputed' } });
    const late = await send(page(), before, { as: author });
    expect([late.status, late.errors]).toEqual([422, ['Open, and without a reason: Obligation: Rooms.']]);
  });

  test('a reason for something of another award counts for nothing', async () => {
    const forged = { 'open[0].key': crypto.randomUUID(), 'open[0].reason': 'Mine.' };
    expect((await send(page(), forged, { as: author })).status).toBe(422);
    const broken = { 'open[0].key': 'x', 'open[0].reason': 'Mine.' };
    expect((await send(page(), broken, { as: author })).status).toBe(422);
  });

  test('closed by two at once it is closed once, each reason on file and nothing left to press', async () => {
    const all = { ...(await explained('The force withdrew.')), nextTime: 'Ask earlier.' };
    const both = await Promise.all([author, made.panel.owner.id].map((as) => send(page(), all, { as })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    const closing = await store.db.awardClosing.findUniqueOrThrow({ where: { awardId: made.award.id } });
    expect(closing.open).toHaveLength(5);
    expect(closing.open).toContainEqual({ what: 'Final report', reason: 'The force withdrew.' });
    expect(await statuses(page(), [author])).toEqual([403]);
    const award = await visit(paths.award(made.award.reference), { as: author });
    expect(award.links.map(({ href }) => href)).not.toContain(page());
    expect(await store.db.fact.count({ where: { name: 'AwardWasClosed', nounId: made.award.id } })).toBe(1);
  });
});
