import { beforeAll, describe, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeBid } from '../../../../tests/support/factories/bids';
import { makeCompetition } from '../../../../tests/support/factories/competitions';
import { declareNothing } from '../../../../tests/support/factories/panels';
import { actorFor, makePerson, visitor } from '../../../../tests/support/factories/people';
import { ending } from '../../../../tests/support/outcome';
import type { Actor, Person } from '../../actor';
import { run } from '../../command.server';
import type { InterestKind } from '../interests/interest-kind';
import { decideConflict } from './decide-conflict.server';
import { dismissSuspicions } from './dismiss-suspicions.server';
import { lookForConflicts } from './look-for-conflicts.server';
import { pinConflict } from './pin-conflict.server';

const store = useDatabase();

async function makeWorld(routeSlug: 'funding-call' | 'commissioned-study') {
  const made = await makeCompetition({ routeSlug });
  const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  await declareNothing(made.question.id, [coordinator.id], 'opening');
  await store.db.declaration.updateMany({
    where: { personId: coordinator.id },
    data: { capacity: 'coordinator' },
  });
  return { ...made, coordinator };
}
type World = Awaited<ReturnType<typeof makeWorld>>;

/** By bid, and for the whole competition. */
let call: World;
let study: World;
beforeAll(async () => {
  call = await makeWorld('funding-call');
  study = await makeWorld('commissioned-study');
});

interface About {
  bidId?: string | null;
  kind?: InterestKind;
  declaredAt?: Date;
}
async function suspect(world: World, personId: string, over: About = {}) {
  const { reference } = await store.db.conflict.create({
    data: {
      ...{ id: newId(), reference: newReference(), questionId: world.question.id, personId },
      ...{ bidId: world.first.id, kind: 'coAuthor' as const, suspectedAt: new Date(Date.now() - 60_000) },
      ...over,
    },
  });
  return reference;
}
const evaluator = async (world: World) => {
  const { id } = await makePerson();
  await store.db.panelMembership.create({
    data: {
      ...{ questionId: world.question.id, personId: id, role: 'evaluator' as const },
      ...{ appointedById: world.panel.author.id, appointedAt: new Date() },
    },
  });
  await declareNothing(world.question.id, [id], 'opening');
  return actorFor(id);
};
const decide = async (actor: Actor, reference: string, decision: string, reason = 'They write together') =>
  ending(await run(decideConflict, actor, { reference, decision, reason }));
const dismiss = async (actor: Actor, world: World, conflicts: string[], reason = 'Alike names') =>
  ending(await run(dismissSuspicions, actor, { reference: world.question.reference, conflicts, reason }));
const pin = async (actor: Actor, world: World, person: Person, bid = '') =>
  ending(
    await run(pinConflict, actor, {
      ...{ reference: world.question.reference, person: person.reference, bid },
      reason: 'Line management',
    }),
  );
const wallsOf = async (world: World, { id }: Person) =>
  (
    await store.db.wall.findMany({
      where: { questionId: world.question.id, personId: id, liftedAt: null },
      select: { bidId: true },
    })
  )
    .map(({ bidId }) => bidId)
    .sort();
const stateOf = ({ question }: World) =>
  Promise.all([
    store.db.conflict.findMany({ where: { questionId: question.id }, orderBy: { id: 'asc' } }),
    store.db.wall.findMany({ where: { questionId: question.id }, orderBy: { id: 'asc' } }),
    store.db.panelMembership.findMany({ where: { questionId: question.id }, orderBy: { personId: 'asc' } }),
    store.db.fact.count({ where: { nounId: question.id, name: { not: { contains: 'Refused' } } } }),
  ]);

describe('deciding, dismissing, setting and looking', () => {
  test('are of those who look after conflicts alone; for others nothing changes', async () => {
    const one = await evaluator(call);
    const reference = await suspect(call, one.id);
    const { author, budgetHolder, evaluators } = call.panel;
    const stranger = await actorFor((await makePerson({ expert: true })).id);
    const bidder = await actorFor(call.first.leadId);
    const before = await stateOf(call);
    const actors: [Actor, string][] = [
      ...[one, evaluators[0], author, budgetHolder].map((actor): [Actor, string] => [actor, 'denied']),
      ...[stranger, bidder, study.panel.owner, visitor()].map((actor): [Actor, string] => [actor, 'hidden']),
    ];
    for (const [actor, expected] of actors) {
      const ways = [
        await decide(actor, reference, 'confirm'),
        await dismiss(actor, call, [reference]),
        await pin(actor, call, one),
        ending(await run(lookForConflicts, actor, { reference: call.question.reference })),
      ];
      // Whether there is this one is told to nobody of them.
      expect(ways.map((way) => (way === 'denied' ? way : 'hidden'))).toEqual([
        'hidden',
        ...Array(3).fill(expected),
      ]);
    }
    expect((await stateOf(call)).slice(0, 3)).toEqual(before.slice(0, 3));
  });

  test('want a decision and a reason of words', async () => {
    const reference = await suspect(call, (await evaluator(call)).id);
    for (const input of [
      { reference, decision: 'perhaps', reason: 'x' },
      { reference, decision: 'confirm', reason: '  \n ' },
      { reference, decision: 'confirm', reason: 'x'.repeat(2001) },
      { reference: 'no reference', decision: 'confirm', reason: 'x' },
    ])
      expect(ending(await run(decideConflict, call.panel.owner, input))).not.toBe('done');
    expect(await decide(call.panel.owner, newReference(), 'confirm')).toBe('hidden');
    expect((await store.db.conflict.findUniqueOrThrow({ where: { reference } })).confirmedAt).toBeNull();
  });
});

describe('a confirmed conflict', () => {
  test('closes one bid in a funding call, once however often it is sent at the same time', async () => {
    const one = await evaluator(call);
    const reference = await suspect(call, one.id);
    const sent = await Promise.all(
      [call.panel.owner, call.panel.moderator, call.coordinator].map((actor) =>
        decide(actor, reference, 'confirm'),
      ),
    );
    expect(sent.sort()).toEqual(['ConflictIsDecided', 'ConflictIsDecided', 'done']);
    expect(await wallsOf(call, one)).toEqual([call.first.id]);
    expect((await actorFor(one.id)).panels).toHaveLength(1);
    const facts = await store.db.fact.findMany({
      where: { name: 'ConflictWasConfirmed', nounId: call.question.id },
      orderBy: { number: 'desc' },
      take: 1,
    });
    expect(facts[0]?.data).toMatchObject({ personId: one.id, wholeCompetition: false });
    expect(JSON.stringify(facts[0]?.data)).not.toContain('write together');
  });

  test('closes all elsewhere, and ends the place on the panel', async () => {
    const one = await evaluator(study);
    expect(await decide(study.panel.owner, await suspect(study, one.id), 'confirm')).toBe('done');
    expect(await wallsOf(study, one)).toEqual([null]);
    expect((await actorFor(one.id)).panels).toEqual([]);
  });

  test('comes down with its wall, which stays while another is behind it', async () => {
    const one = await evaluator(call);
    const [works, money, rival] = [
      await suspect(call, one.id),
      await suspect(call, one.id, { kind: 'financial' }),
      await suspect(call, one.id, { bidId: call.second.id }),
    ];
    for (const reference of [works, money, rival]) await decide(call.panel.owner, reference, 'confirm');
    expect(await wallsOf(call, one)).toEqual([call.first.id, call.second.id].sort());
    expect(await decide(call.panel.owner, works, 'dismiss', 'Another of that name')).toBe('done');
    expect(await wallsOf(call, one)).toEqual([call.first.id, call.second.id].sort());
    await decide(call.panel.moderator, money, 'dismiss', 'Sold');
    expect(await wallsOf(call, one)).toEqual([call.second.id]);
    expect(await decide(call.panel.owner, money, 'dismiss', 'Sold')).toBe('ConflictIsDecided');
  });

  test('about the whole of a funding call comes down, though one about a bid stands', async () => {
    const one = await evaluator(call);
    expect(await pin(call.coordinator, call, one)).toBe('done');
    await decide(call.coordinator, await suspect(call, one.id), 'confirm');
    expect(await wallsOf(call, one)).toHaveLength(2);
    const { reference } = await store.db.conflict.findFirstOrThrow({
      where: { personId: one.id, kind: 'administrative' },
    });
    expect(await decide(call.coordinator, reference, 'dismiss', 'Another manager')).toBe('done');
    expect(await wallsOf(call, one)).toEqual([call.first.id]);
  });

  test('that closes all elsewhere stays while any other is confirmed', async () => {
    const one = await evaluator(study);
    const [a, b] = [await suspect(study, one.id), await suspect(study, one.id, { bidId: study.second.id })];
    for (const reference of [a, b]) await decide(study.panel.owner, reference, 'confirm');
    await decide(study.panel.owner, a, 'dismiss', 'Another of that name');
    expect(await wallsOf(study, one)).toEqual([null]);
    await decide(study.panel.owner, b, 'dismiss', 'And this one');
    expect(await wallsOf(study, one)).toEqual([]);
  });

  test('that was declared is decided among the declarations, and stands once it is', async () => {
    const one = await evaluator(call);
    const declaredAt = new Date(Date.now() - 1000);
    const reference = await suspect(call, one.id, { declaredAt });
    expect(await decide(call.panel.owner, reference, 'dismiss')).toBe('ConflictWasDeclared');
    expect(await dismiss(call.panel.owner, call, [reference])).toBe('ConflictIsDecided');
    await store.db.conflict.update({
      where: { reference },
      data: { confirmedAt: new Date(), decidedById: call.panel.owner.id, decisionReason: 'So it is' },
    });
    expect(await decide(call.panel.owner, reference, 'dismiss')).toBe('ConflictStands');
  });
});

describe('dismissing several', () => {
  test('takes all of them or none', async () => {
    const one = await evaluator(call);
    const [open, gone] = [await suspect(call, one.id), await suspect(call, one.id, { kind: 'employer' })];
    const elsewhere = await suspect(study, one.id);
    await decide(call.panel.owner, gone, 'dismiss');
    const before = await stateOf(call);
    for (const chosen of [
      [open, gone],
      [open, elsewhere],
      [open, newReference()],
    ])
      expect(await dismiss(call.panel.owner, call, chosen)).toBe('ConflictIsDecided');
    expect(await dismiss(call.panel.owner, call, [])).toBe('NothingIsChosen');
    const many = [open, ...Array.from({ length: 200 }, () => newReference())];
    expect(await dismiss(call.panel.owner, call, many)).toBe('TooManyAtOnce');
    expect((await stateOf(call)).slice(0, 3)).toEqual(before.slice(0, 3));
    expect(await dismiss(call.panel.owner, call, [open, open])).toBe('done');
    const row = await store.db.conflict.findUniqueOrThrow({ where: { reference: open } });
    expect([row.decisionReason, row.decidedById, row.confirmedAt]).toEqual([
      'Alike names',
      call.panel.owner.id,
      null,
    ]);
  });

  test('leaves out nobody’s own: one that the actor may not decide refuses them all', async () => {
    const open = await suspect(call, (await evaluator(call)).id);
    const ofOwner = await suspect(call, call.panel.owner.id);
    expect(await dismiss(call.panel.moderator, call, [open, ofOwner])).toBe('denied');
    expect(await dismiss(call.panel.owner, call, [open])).toBe('denied');
    expect(await dismiss(call.coordinator, call, [open, ofOwner])).toBe('done');
  });
});

describe('a conflict without evidence', () => {
  test('is about somebody with influence and a bid that stands, never oneself', async () => {
    const { coordinator } = call;
    const bidder = await actorFor(call.first.leadId);
    expect(await pin(coordinator, call, bidder)).toBe('PersonIsUnknown');
    expect(await pin(coordinator, call, coordinator)).toBe('PersonIsOneself');
    const one = await evaluator(call);
    const draft = await makeBid({ question: call.question, submitted: false });
    expect(await pin(coordinator, call, one, draft.reference)).toBe('BidIsUnknown');
    expect(await pin(coordinator, call, one, study.first.reference)).toBe('BidIsUnknown');
    const gone = await makeBid({ question: call.question });
    await store.db.bidSubmission.updateMany({ where: { bidId: gone.id }, data: { withdrawnAt: new Date() } });
    expect(await pin(coordinator, call, one, gone.reference)).toBe('BidIsUnknown');
    expect(await wallsOf(call, one)).toEqual([]);
  });

  test('is set once, also by two at the same time, and can be set again once lifted', async () => {
    const one = await evaluator(call);
    const bid = call.second.reference;
    const sent = await Promise.all([
      pin(call.coordinator, call, one, bid),
      pin(call.coordinator, call, one, bid),
    ]);
    expect(sent.sort()).toEqual(['ConflictIsSet', 'done']);
    expect(await wallsOf(call, one)).toEqual([call.second.id]);
    const { reference } = await store.db.conflict.findFirstOrThrow({ where: { personId: one.id } });
    expect(await decide(call.panel.owner, reference, 'dismiss')).toBe('denied');
    await decide(call.coordinator, reference, 'dismiss');
    expect(await wallsOf(call, one)).toEqual([]);
    expect(await pin(call.coordinator, call, one, bid)).toBe('done');
    expect(await store.db.conflict.count({ where: { personId: one.id } })).toBe(1);
    expect(await wallsOf(call, one)).toEqual([call.second.id]);
  });

  test('closes all where conflicts are about the whole competition, whatever bid was named', async () => {
    const one = await evaluator(study);
    expect(await pin(study.coordinator, study, one, study.first.reference)).toBe('done');
    expect(await wallsOf(study, one)).toEqual([null]);
  });
});

test('nothing is decided, set or looked for once the question is over', async () => {
  const over = await makeWorld('funding-call');
  const one = await evaluator(over);
  const reference = await suspect(over, one.id);
  await store.db.question.update({
    where: { id: over.question.id },
    data: { withdrawnAt: new Date(), withdrawnReason: 'Moot' },
  });
  const { coordinator } = over;
  expect([
    await decide(coordinator, reference, 'confirm'),
    await dismiss(coordinator, over, [reference]),
    await pin(coordinator, over, one),
    ending(await run(lookForConflicts, coordinator, { reference: over.question.reference })),
  ]).toEqual(Array(4).fill('QuestionIsOver'));
  expect(await wallsOf(over, one)).toEqual([]);
});
