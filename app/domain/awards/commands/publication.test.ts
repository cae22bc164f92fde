import { beforeAll, describe, expect, test } from 'vitest';
import { soundingsNow } from '~/platform/clock.server';
import { countingQueries } from '~/platform/db.server';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { done, ending } from '../../../../tests/support/outcome';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { recordFacts } from '../../fact-record.server';
import { ask } from '../../query.server';
import { addDays, isoDay, ukDay } from '../../uk-time';
import { releaseDue } from '../publication/release-due.server';
import { publicationPage } from '../queries/publication-page.server';
import { acceptDeliverable } from './accept-deliverable.server';
import { deliver } from './deliver.server';
import { holdPublication } from './hold-publication.server';
import { liftHold } from './lift-hold.server';
import { reviewDeliverable } from './review-deliverable.server';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let auditor: Person;
let signedOff: Date;
/** References by what they are. */
const work = { protocol: '', report: '', meeting: '' };
const inDays = (days: number) => isoDay(addDays(signedOff, days));
const now = (id: string) => actorFor(id);
const author = () => now(made.panel.author.id);
const lead = () => now(made.first.leadId);
const page = async (actor: Person, of: keyof typeof work) =>
  ask(publicationPage, actor, { reference: work[of] });
const hold = (actor: Person, of: keyof typeof work, over: object = {}) =>
  run(holdPublication, actor, {
    reference: work[of],
    reason: 'quality',
    words: 'A table is wrong.',
    endsOn: inDays(100),
    ...over,
  });
const lift = async (actor: Person, of: keyof typeof work) =>
  ending(await run(liftHold, actor, { reference: work[of] }));
const idOf = async (of: keyof typeof work) =>
  (await store.db.deliverable.findUniqueOrThrow({ where: { reference: work[of] } })).id;
const told = async () =>
  (
    await store.db.fact.findMany({
      where: { name: { in: ['DeliverableWasReleased', 'PublicationHoldHasEnded'] } },
      orderBy: { number: 'asc' },
    })
  ).map(({ name, nounId }) => [name, nounId]);

/** What the product's own clock does every so often. */
const clockTurns = () =>
  store.db.$transaction(async (tx) => {
    const at = await soundingsNow(tx);
    await recordFacts(
      tx,
      { actor: { kind: 'visitor', asOf: at }, now: at, command: 'clock' },
      await releaseDue(tx),
    );
  });

async function signOff(position: number): Promise<string> {
  const { reference } = done(
    await run(deliver, await lead(), {
      reference: made.award.reference,
      position,
      title: `Work ${position}`,
      summary: 'In short: yes.',
      limits: '',
    }),
  );
  done(await run(reviewDeliverable, await author(), { reference, note: 'Sound.' }));
  done(await run(acceptDeliverable, await now(made.panel.owner.id), { reference }));
  return reference;
}

beforeAll(async () => {
  const milestones = [
    { title: 'Protocol', amount: 0, kindCode: 'protocol' },
    { title: 'Report', amount: 6_000_000, kindCode: 'report' },
    { title: 'Meeting', amount: 0, kindCode: 'meeting' },
  ];
  const contractTerms = { publication: 'afterReview', reviewDays: 28 };
  made = await makeAward({ state: 'inDelivery', contractTerms, milestones });
  auditor = await actorFor((await makePerson({ roles: ['auditor'] })).id);
  signedOff = ukDay(auditor.asOf);
  work.protocol = await signOff(1);
  work.report = await signOff(2);
  work.meeting = await signOff(3);
});

describe('the publication clock', () => {
  test('starts with the sign-off of what is to be published, and of nothing else', async () => {
    const clocks = await store.db.publicationClock.findMany({ orderBy: { protocol: 'desc' } });
    expect(
      clocks.map(({ rights, protocol, dueOn, sightEndsOn, releasedAt }) => [
        rights,
        protocol,
        isoDay(dueOn),
        sightEndsOn && isoDay(sightEndsOn),
        releasedAt,
      ]),
    ).toEqual([
      ['afterReview', true, inDays(84), inDays(28), null],
      ['afterReview', false, inDays(84), inDays(28), null],
    ]);
    expect(await page(auditor, 'meeting')).toBeNull();
  });

  test('is read by both sides alike and by whoever watches, and acted on by those who run the award', async () => {
    const seen = await Promise.all(
      [await lead(), await author(), auditor].map((actor) => page(actor, 'report')),
    );
    expect(seen.map((one) => one?.state)).toEqual(['sight', 'sight', 'sight']);
    expect(seen.map((one) => one?.may)).toEqual([
      { hold: false, lift: false },
      { hold: true, lift: false },
      { hold: false, lift: false },
    ]);
    expect(await page(await now(made.second.leadId), 'report')).toBeNull();
    const { queries } = await countingQueries(() => page(auditor, 'report'));
    expect(queries).toBeLessThanOrEqual(8);
  });
});

describe('a hold', () => {
  test('is placed by those who run the award, for a named reason, in words, for a year at most', async () => {
    for (const actor of [await lead(), auditor, made.panel.budgetHolder, made.panel.evaluators[0]])
      expect(ending(await hold(actor, 'protocol'))).toBe('denied');
    expect(ending(await hold(await now(made.second.leadId), 'protocol'))).toBe('hidden');
    const by = await author();
    expect(ending(await hold(by, 'protocol', { reason: 'mood' }))).toBe('invalid');
    expect(ending(await hold(by, 'protocol', { words: ' ' }))).toBe('invalid');
    for (const endsOn of [inDays(0), inDays(-1), inDays(367)])
      expect(ending(await hold(by, 'protocol', { endsOn }))).toBe('HoldEndIsWrong');
    expect(ending(await hold(by, 'meeting'))).toBe('hidden');
    expect(await lift(by, 'protocol')).toBe('PublicationIsNotHeld');
    expect(await store.db.publicationHold.count()).toBe(0);
  });

  test('stands alone, even placed by two at once, and is lifted before its day by one of the team', async () => {
    const by = [await author(), await now(made.panel.owner.id)];
    const both = await Promise.all(by.map((actor) => hold(actor, 'report', { endsOn: inDays(366) })));
    expect(both.map(ending).sort()).toEqual(['PublicationIsHeld', 'done']);
    const held = await page(await lead(), 'report');
    expect(held).toMatchObject({ state: 'held', may: { hold: false, lift: false } });
    expect(held?.heldUntil && isoDay(held.heldUntil)).toBe(inDays(366));
    expect(held?.holds.map(({ reason, words }) => [reason, words])).toEqual([
      ['Quality', 'A table is wrong.'],
    ]);
    expect(await lift(await lead(), 'report')).toBe('denied');
    const twice = await Promise.all(by.map((actor) => lift(actor, 'report')));
    expect(twice.sort()).toEqual(['PublicationIsNotHeld', 'done']);
    expect((await page(await author(), 'report'))?.holds[0]?.liftedAt).not.toBeNull();
  });

  test('keeps findings from what it holds unpublished, until it is lifted', async () => {
    done(await hold(await author(), 'report'));
    const deliverableId = await idOf('report');
    await expect(makeFinding({ deliverableId })).rejects.toThrow(/PublicationIsHeld/);
    expect(await lift(await author(), 'report')).toBe('done');
    await expect(makeFinding({ deliverableId })).resolves.toBeTruthy();
  });

  test('is never rewritten, lifted back or too long in the database', async () => {
    const { db } = store;
    done(await hold(await author(), 'protocol'));
    for (const data of [{ endsOn: addDays(signedOff, 1) }, { reason: 'other' }, { words: 'Other' }])
      await expect(db.publicationHold.updateMany({ data })).rejects.toThrow(/DeliveryIsKept/);
    await expect(
      db.publicationHold.updateMany({ where: { liftedAt: { not: null } }, data: { liftedAt: null } }),
    ).rejects.toThrow(/DeliveryIsKept/);
    await expect(db.publicationHold.deleteMany({})).rejects.toThrow(/DeliveryIsKept/);
    const row = {
      deliverableId: await idOf('report'),
      reason: 'quality',
      words: 'Why.',
      placedOn: signedOff,
      placedById: made.panel.author.id,
      endsOn: addDays(signedOff, 10),
    };
    const create = (over: object) =>
      db.publicationHold.create({ data: { ...row, id: crypto.randomUUID(), ...over } });
    await expect(create({ endsOn: addDays(signedOff, 367) })).rejects.toThrow(/publication_hold_ends/);
    await expect(create({ endsOn: signedOff })).rejects.toThrow(/publication_hold_ends/);
    await expect(create({ reason: 'mood' })).rejects.toThrow(/publication_hold_reason/);
    await expect(create({ words: ' ' })).rejects.toThrow(/publication_hold_words/);
    await expect(create({ deliverableId: await idOf('protocol') })).rejects.toThrow(/PublicationIsHeld/);
  });
});

describe('release', () => {
  const states = async () => {
    const actor = await author();
    return [(await page(actor, 'protocol'))?.state, (await page(actor, 'report'))?.state];
  };

  test('does not come before its day', async () => {
    await moveClock('82 days');
    await clockTurns();
    expect(await states()).toEqual(['held', 'running']);
    expect(await told()).toEqual([]);
  });

  test('waits for the protocol, which waits for its hold', async () => {
    await moveClock('4 days');
    await clockTurns();
    expect(await states()).toEqual(['held', 'waitsForProtocol']);
    expect(await told()).toEqual([]);
  });

  test('comes by itself once the hold has run out, the protocol first, each once', async () => {
    await moveClock('16 days');
    expect(await states()).toEqual(['due', 'waitsForProtocol']);
    await clockTurns();
    await clockTurns();
    const [protocol, report] = [await idOf('protocol'), await idOf('report')];
    expect(await told()).toEqual([
      ['PublicationHoldHasEnded', protocol],
      ['DeliverableWasReleased', protocol],
      ['DeliverableWasReleased', report],
    ]);
    expect(await states()).toEqual(['released', 'released']);
  });

  test('is for good', async () => {
    const by = await author();
    expect(ending(await hold(by, 'report', { endsOn: inDays(200) }))).toBe('DeliverableIsReleased');
    expect(await lift(by, 'report')).toBe('PublicationIsNotHeld');
    expect((await page(by, 'report'))?.may).toEqual({ hold: false, lift: false });
    const late = {
      id: crypto.randomUUID(),
      deliverableId: await idOf('report'),
      reason: 'other',
      words: 'Late.',
      placedOn: addDays(signedOff, 102),
      placedById: by.id,
      endsOn: addDays(signedOff, 200),
    };
    await expect(store.db.publicationHold.create({ data: late })).rejects.toThrow(/DeliverableIsReleased/);
  });
});
