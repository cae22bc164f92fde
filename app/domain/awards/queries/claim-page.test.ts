import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { joinBid } from '../../../../tests/support/factories/bids';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { done, ending } from '../../../../tests/support/outcome';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { advanceClaim } from '../commands/advance-claim.server';
import { makeClaim } from '../commands/make-claim.server';
import { ask } from '../../query.server';
import { claimPage } from './claim-page.server';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let people: Record<'lead' | 'editor' | 'partner' | 'loser' | 'auditor', Person>;
const claim = (actor: Person, over: object = {}) =>
  run(makeClaim, actor, { reference: made.award.reference, position: 1, amount: '£5,000', ...over });
const latest = () => store.db.paymentClaim.findFirstOrThrow({ orderBy: { madeAt: 'desc' } });
const take = async (actor: Person, step: string, more: object = {}) =>
  ending(await run(advanceClaim, actor, { reference: (await latest()).reference, step, ...more }));
const page = async (actor: Person) => ask(claimPage, actor, { reference: (await latest()).reference });

beforeAll(async () => {
  const milestones = [
    { title: 'Interim report', amount: 2_000_000 },
    { title: 'First quarter', amount: 4_000_000, kindCode: 'payment' },
  ];
  made = await makeAward({ state: 'inDelivery', milestones });
  people = {
    lead: await actorFor(made.first.leadId),
    editor: await actorFor(await joinBid(made.first.id)),
    partner: await actorFor(await joinBid(made.first.id, { role: 'partner' })),
    loser: await actorFor(made.second.leadId),
    auditor: await actorFor((await makePerson({ roles: ['auditor'] })).id),
  };
  const milestone = await store.db.milestone.findFirstOrThrow({
    where: { awardId: made.award.id, position: 1 },
  });
  const at = made.award.decidedAt;
  await store.db.deliverable.create({
    data: {
      id: crypto.randomUUID(),
      reference: 'CLA1MED2',
      milestoneId: milestone.id,
      title: 'Interim',
      summary: 'Yes.',
      deliveredAt: at,
      deliveredById: people.lead.id,
      acceptedAt: at,
    },
  });
});

describe('a claim', () => {
  test('is made by the lead and the editors, of a milestone there is, in an amount of money', async () => {
    for (const actor of [people.partner, people.auditor, made.panel.budgetHolder])
      expect(ending(await claim(actor))).toBe('denied');
    expect(ending(await claim(people.loser))).toBe('hidden');
    expect(ending(await claim(people.lead, { position: 9 }))).toBe('hidden');
    for (const over of [
      { position: 0 },
      { amount: '' },
      { amount: '-5' },
      { amount: '1e9' },
      { note: 'x'.repeat(5001) },
    ])
      expect(ending(await claim(people.lead, over))).toBe('invalid');
    expect(await store.db.paymentClaim.count()).toBe(0);
  });

  test('taken back with its reason leaves everything to be claimed again', async () => {
    done(await claim(people.editor, { amount: '£20,000', note: 'All of it.' }));
    expect((await page(people.lead))?.milestone).toMatchObject({ amount: 2_000_000, left: 0 });
    expect(await take(people.lead, 'withdraw')).toBe('WordsAreMissing');
    expect(await take(made.panel.author, 'withdraw', { words: 'No.' })).toBe('denied');
    expect(await take(people.lead, 'withdraw', { words: 'The invoice was wrong.' })).toBe('done');
    expect(await page(people.lead)).toMatchObject({
      stateName: 'Withdrawn',
      steps: [],
      milestone: { left: 2_000_000 },
    });
    expect(await take(people.lead, 'submit')).toBe('StepIsNotNext');
    done(await claim(people.lead));
    expect((await page(people.lead))?.milestone.left).toBe(1_500_000);
  });

  test('of a payment by date waits for nothing to be accepted', async () => {
    const { reference } = done(await claim(people.lead, { position: 2, amount: '£1' }));
    expect((await ask(claimPage, people.lead, { reference }))?.milestone.title).toBe('First quarter');
    done(await run(advanceClaim, people.lead, { reference, step: 'withdraw', words: 'Too early.' }));
  });

  test('has limits that the database holds', async () => {
    const { db } = store;
    const open = await db.paymentClaim.findFirstOrThrow({ where: { state: 'new' } });
    const where = { id: open.id };
    await expect(db.paymentClaim.update({ where, data: { amount: 0 } })).rejects.toThrow(
      /payment_claim_amount/,
    );
    await expect(db.paymentClaim.update({ where, data: { amount: 2_000_001 } })).rejects.toThrow(
      /ClaimsExceed/,
    );
    await expect(db.paymentClaim.update({ where, data: { paidOn: new Date() } })).rejects.toThrow(
      /payment_claim_paid_on/,
    );
    await expect(db.paymentClaim.delete({ where })).rejects.toThrow(/DeliveryIsKept/);
    const second = { ...open, id: crypto.randomUUID(), reference: 'SEC0ND22', amount: 1 };
    await expect(db.paymentClaim.create({ data: second })).rejects.toThrow(/payment_claim_one_open/);
  });
});

describe('the page of a claim', () => {
  const keys = async (actor: Person) => (await page(actor))?.steps.map(({ key }) => key);

  beforeAll(async () => {
    const open = await store.db.paymentClaim.findFirstOrThrow({ where: { state: 'new' } });
    await store.db.paymentClaim.update({
      where: { id: open.id },
      data: { madeAt: new Date(Date.now() + 60_000) },
    });
  });

  test('is for both sides and whoever watches, each with their own steps', async () => {
    expect(await take(people.lead, 'submit')).toBe('done');
    expect(await keys(people.lead)).toEqual(['withdraw']);
    expect(await keys(made.panel.owner)).toEqual(['approve', 'query']);
    for (const actor of [people.partner, people.auditor, made.panel.budgetHolder])
      expect(await keys(actor)).toEqual([]);
    expect(await page(people.loser)).toBeNull();
  });

  test('tells every step with its words and amount, in few queries', async () => {
    expect(await take(made.panel.owner, 'query', { words: '<b>Which</b> invoice?' })).toBe('done');
    const seen = await page(people.auditor);
    expect(seen?.history.map(({ step, words, amount }) => [step, words, amount])).toEqual([
      ['make', '', 500_000],
      ['submit', '', 500_000],
      ['query', '<b>Which</b> invoice?', 500_000],
    ]);
    const { queries } = await countingQueries(() => page(people.auditor));
    expect(queries).toBeLessThanOrEqual(8);
  });

  test('goes on to its payment after the award is closed, but no new one is made', async () => {
    await store.db.award.update({ where: { id: made.award.id }, data: { closedAt: new Date() } });
    expect(ending(await claim(people.lead, { position: 2 }))).toBe('DeliveryIsNotOn');
    expect(await take(people.lead, 'answer', { words: 'The first.' })).toBe('done');
    expect(await take(made.panel.author, 'approve')).toBe('done');
    expect(await keys(people.lead)).toEqual([]);
    expect(await take(people.lead, 'withdraw', { words: 'Late.' })).toBe('StepIsNotNext');
    const twice = await Promise.all([1, 2].map(() => take(made.panel.budgetHolder, 'request')));
    expect(twice.sort()).toEqual(['StepIsNotNext', 'done']);
  });
});
