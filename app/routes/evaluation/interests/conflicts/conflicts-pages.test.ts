import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../../tests/support/database';
import { bidderOf, makeCompetition } from '../../../../../tests/support/factories/competitions';
import { declareNothing } from '../../../../../tests/support/factories/panels';
import { makePerson } from '../../../../../tests/support/factories/people';
import { makeSharedWork } from '../../../../../tests/support/factories/shared-works';
import { send, visit } from '../../../../../tests/support/site';

const store = useDatabase();

async function makeWorld() {
  const competition = await makeCompetition({ routeSlug: 'funding-call' });
  const coordinator = await makePerson({ roles: ['coordinator'] });
  await declareNothing(competition.question.id, [coordinator.id], 'opening');
  return { ...competition, coordinator: coordinator.id };
}
type World = Awaited<ReturnType<typeof makeWorld>>;

const wrote = (title: string, ...people: string[]) => makeSharedWork(title, people);
const list = ({ question }: World, filters = {}) => paths.conflicts(question.reference, filters);
const look = (world: World, as: string) => send(paths.lookForConflicts(world.question.reference), {}, { as });
const conflictOf = async ({ question }: World, personId: string) =>
  store.db.conflict.findFirstOrThrow({ where: { questionId: question.id, personId } });
const wallsOf = ({ question }: World, personId: string) =>
  store.db.wall.findMany({
    where: { questionId: question.id, personId },
    select: { bidId: true, liftedAt: true },
  });

let world: World;
let one: string;
let two: string;
let moderator: string;
let owner: string;
beforeAll(async () => {
  world = await makeWorld();
  const { panel, first } = world;
  [one, two] = [panel.evaluators[0].id, panel.evaluators[1].id];
  [moderator, owner] = [panel.moderator.id, panel.owner.id];
  await wrote('Ports & <people>', one, first.leadId);
  await wrote('Borders', two, first.leadId);
});

describe('who sees conflicts', () => {
  test('those who look after the competition, once they have declared', async () => {
    const stranger = (await makePerson()).id;
    const undeclared = (await makePerson({ roles: ['coordinator'] })).id;
    const statuses = await Promise.all(
      [moderator, owner, world.coordinator, undeclared, one, world.panel.author.id, stranger].map(
        async (as) => (await visit(list(world), { as })).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 403, 403, 403, 404]);
    const refused = await visit(list(world), { as: undeclared });
    expect(refused.text).toContain('Declare your interests first');
    const form = refused.links.find(({ text }) => text === 'Declare your interests')?.href ?? '';
    expect((await visit(form, { as: undeclared })).status).toBe(200);
    expect((await visit(list(world), { as: one })).text).not.toContain('Declare your interests');
  });

  test('before opening nothing is looked for, and no bidder named', async () => {
    const sealed = { ...(await makeCompetition({ stage: 'closed' })), coordinator: world.coordinator };
    await wrote('Sealed', sealed.panel.evaluators[0].id, sealed.first.leadId);
    const page = await visit(list(sealed), { as: world.coordinator });
    expect([page.status, page.text.includes('Nobody knows yet who bids')]).toEqual([200, true]);
    const sent = await look(sealed, world.coordinator);
    expect([sent.status, sent.text.includes('once bids are opened')]).toEqual([422, true]);
    expect(await store.db.conflict.count({ where: { questionId: sealed.question.id } })).toBe(0);
  });
});

describe('a suspicion', () => {
  test('is looked for by hand, told in words, and filtered', async () => {
    const sent = await look(world, moderator);
    expect([sent.location, sent.banner]).toEqual([list(world), '2 conflicts are suspected']);
    const page = await visit(list(world), { as: moderator });
    expect(page.text).toContain('wrote “Ports & <people>”');
    expect(page.text).toContain(`Co-author: the bid of ${await bidderOf(world.first)}`);
    const filtered = await visit(list(world, { person: world.panel.evaluators[1].reference }), {
      as: moderator,
    });
    expect(filtered.text).toContain('Borders');
    expect(filtered.text).not.toContain('Ports &');
    const confirmed = await visit(list(world, { state: 'confirmed' }), { as: moderator });
    expect(confirmed.text).toContain('None of this kind');
  });

  test('is no wall, and a person learns nothing of those of others', async () => {
    expect(await wallsOf(world, one)).toEqual([]);
    expect((await visit(paths.scores(world.first.reference), { as: one })).status).toBe(200);
    const { reference } = await conflictOf(world, two);
    expect((await visit(paths.conflict(reference), { as: one })).status).toBe(404);
    await wrote('Own', moderator, world.second.leadId);
    await look(world, owner);
    const page = await visit(list(world), { as: moderator });
    expect([page.status, page.text.includes('A possible conflict of your own')]).toEqual([403, true]);
    const sent = await send(
      paths.conflict(reference),
      { decision: 'dismiss', reason: 'x' },
      { as: moderator },
    );
    expect(sent.status).toBe(404);
    const own = await conflictOf(world, moderator);
    await send(
      paths.conflict(own.reference),
      { decision: 'dismiss', reason: 'A volume of many' },
      { as: owner },
    );
    expect((await visit(list(world), { as: moderator })).status).toBe(200);
  });

  test('is dismissed with others for one reason, once and for all', async () => {
    const { reference } = await conflictOf(world, two);
    const wrong = await send(list(world), { conflicts: [], reason: ' ' }, { as: moderator });
    expect([wrong.status, wrong.errors]).toEqual([422, ['Give the reason for your decision']]);
    const none = await send(list(world), { reason: 'Alike names' }, { as: moderator });
    expect([none.status, none.errors, none.fields['reason']]).toEqual([
      422,
      ['Choose what you dismiss'],
      'Alike names',
    ]);
    const fields = { conflicts: [reference], reason: 'Alike names' };
    expect((await send(list(world), fields, { as: two })).status).toBe(403);
    expect((await send(list(world), fields, { as: moderator })).banner).toBe('One is dismissed');
    expect((await send(list(world), fields, { as: moderator })).status).toBe(409);
    expect((await look(world, moderator)).banner).toBe('Nothing new was found');
    const page = await visit(list(world, { state: 'dismissed' }), { as: moderator });
    expect(page.text).toContain('Alike names');
  });
});

describe('a decision', () => {
  const decide = async (as: string, personId: string, decision: string, reason = 'They work together') =>
    send(paths.conflict((await conflictOf(world, personId)).reference), { decision, reason }, { as });

  test('asks for both parts, beside their fields', async () => {
    const page = await decide(moderator, one, '', '');
    expect([page.status, page.messageBeside('decision'), page.messageBeside('reason')]).toEqual([
      422,
      'Say whether this is a conflict',
      'Give the reason for your decision',
    ]);
  });

  test('to confirm makes one bid vanish, and tells the person what is closed', async () => {
    expect((await decide(moderator, one, 'confirm')).location).toBe(list(world));
    expect(await wallsOf(world, one)).toEqual([{ bidId: world.first.id, liftedAt: null }]);
    expect((await visit(paths.scores(world.first.reference), { as: one })).status).toBe(404);
    const page = await visit(paths.evaluation(world.question.reference), { as: one });
    expect(page.text).toContain(await bidderOf(world.second));
    expect(page.text).not.toContain(await bidderOf(world.first));
    const own = await visit(paths.ownInterests(), { as: one });
    expect(own.text).toContain('Part of its bids and awards');
    expect(own.text).toContain('They work together');
    expect(own.html).not.toContain(world.first.reference);
    expect((await decide(moderator, one, 'confirm')).status).toBe(409);
  });

  test('is lifted again, with its wall', async () => {
    await decide(owner, one, 'dismiss', 'It was another of that name');
    const [wall] = await wallsOf(world, one);
    expect(wall?.liftedAt).not.toBeNull();
    expect((await visit(paths.scores(world.first.reference), { as: one })).status).toBe(200);
  });

  test('about the owner is a coordinator’s, and nobody’s own', async () => {
    await wrote('Owned', owner, world.second.leadId);
    await look(world, moderator);
    expect((await decide(moderator, owner, 'dismiss')).status).toBe(403);
    expect((await decide(owner, owner, 'dismiss')).status).toBe(404);
    expect((await decide(world.coordinator, owner, 'dismiss')).status).toBe(303);
  });
});

describe('a conflict without evidence', () => {
  const pin = (as: string, fields: Record<string, string>) =>
    send(paths.pinConflict(world.question.reference), fields, { as });
  const person = () => world.panel.evaluators[1].reference;

  test('is a coordinator’s to set and to lift', async () => {
    const fields = { person: person(), bid: world.second.reference, reason: 'Line management' };
    expect((await pin(moderator, fields)).status).toBe(403);
    const missing = await pin(world.coordinator, { person: '', reason: '' });
    expect([missing.status, missing.messageBeside('person'), missing.messageBeside('reason')]).toEqual([
      422,
      'Choose a person',
      'Give the reason for your decision',
    ]);
    expect((await pin(world.coordinator, fields)).banner).toBe('The conflict is set');
    const [again] = (await pin(world.coordinator, fields)).errors;
    expect(again).toBe('This conflict is set already');
    expect((await visit(paths.scores(world.second.reference), { as: two })).status).toBe(404);
    const set = await store.db.conflict.findFirstOrThrow({ where: { kind: 'administrative' } });
    const lift = (as: string) =>
      send(paths.conflict(set.reference), { decision: 'dismiss', reason: 'A new manager' }, { as });
    expect((await lift(owner)).status).toBe(403);
    expect((await lift(world.coordinator)).location).toBe(list(world));
    expect((await visit(paths.scores(world.second.reference), { as: two })).status).toBe(200);
  });

  test('names nobody without influence, and no bid of another question', async () => {
    const reason = 'Line management';
    const stranger = (await makePerson()).reference;
    const unknown = await pin(world.coordinator, { person: stranger, reason });
    expect(unknown.messageBeside('person')).toBe('Choose somebody who can influence the outcome');
    const other = await makeCompetition();
    const elsewhere = await pin(world.coordinator, { person: person(), bid: other.first.reference, reason });
    expect(elsewhere.messageBeside('bid')).toBe('Choose one of the bids');
  });
});

test('what is declared by kind stands among the conflicts until it is decided or changed', async () => {
  const { question, panel, first } = await makeCompetition({ routeSlug: 'funding-call', stage: 'declaring' });
  const [declarant] = panel.evaluators;
  const lead = await store.db.person.findUniqueOrThrow({ where: { id: first.leadId } });
  const declare = (fields: Record<string, string | string[]>) =>
    send(paths.declaration(question.reference), { stage: 'opening', ...fields }, { as: declarant.id });
  const stated = async () =>
    (await store.db.conflict.findMany({ where: { questionId: question.id }, orderBy: { kind: 'asc' } })).map(
      ({ kind, bidId, declaredAt, confirmedAt }) => [kind, bidId, declaredAt !== null, confirmedAt !== null],
    );
  const interest = { hasInterest: 'yes', details: 'A cousin', about: [lead.reference] };
  await declare({ ...interest, kinds: ['family', 'financial'] });
  expect(await stated()).toEqual([
    ['financial', first.id, true, false],
    ['family', first.id, true, false],
  ]);
  await declare({ ...interest, kinds: ['family'] });
  expect(await stated()).toEqual([['family', first.id, true, false]]);
  await send(
    paths.decideInterest(question.reference, declarant.reference, 'opening'),
    { decision: 'confirm', reason: 'Close family' },
    { as: panel.owner.id },
  );
  expect(await stated()).toEqual([['family', first.id, true, true]]);
});
