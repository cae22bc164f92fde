import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, ukDay } from '~/domain/uk-time';
import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { joinBid } from '../../../../tests/support/factories/bids';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let lead: string;
let editor: string;
let partner: string;
let author: string;
let holder: string;
let auditor: string;
let claim: string;
const HOSTILE = 'It <script>alert(1)</script> & “more”.';
const form = (position: number) => paths.makeClaim(made.award.reference, position);
const claims = () => store.db.paymentClaim.count();
const statuses = (path: string, people: string[]) =>
  Promise.all(people.map(async (as) => (await visit(path, { as })).status));
const take = (as: string, step: string, more: Record<string, string> = {}) =>
  send(claim, { step, words: '', ...more }, { as });
const on = (ahead: number) => {
  const date = addDays(ukDay(made.award.decidedAt), ahead);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].map(String);
  return { 'on.day': day ?? '', 'on.month': month ?? '', 'on.year': year ?? '' };
};

beforeAll(async () => {
  made = await makeAward({
    state: 'inDelivery',
    milestones: [
      { title: 'Interim report', amount: 2_000_050 },
      { title: 'Final report', amount: 3_999_950 },
    ],
  });
  lead = made.first.leadId;
  editor = await joinBid(made.first.id);
  partner = await joinBid(made.first.id, { role: 'partner' });
  author = made.panel.author.id;
  holder = made.panel.budgetHolder.id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
  const milestone = await store.db.milestone.findFirstOrThrow({
    where: { awardId: made.award.id, position: 1 },
  });
  const { decidedAt: at } = made.award;
  await store.db.deliverable.create({
    data: {
      ...{ id: crypto.randomUUID(), reference: newReference(), milestoneId: milestone.id, title: 'Interim' },
      ...{ summary: 'Yes.', deliveredAt: at, deliveredById: lead, acceptedAt: at },
    },
  });
});

describe('making a claim', () => {
  test('is for the lead and the editors, of what was accepted; nobody else has even the page', async () => {
    expect(await statuses(form(1), [lead, editor])).toEqual([200, 200]);
    expect(await statuses(form(1), [partner, author, holder, auditor])).toEqual([403, 403, 403, 403]);
    expect(await statuses(form(2), [lead, editor])).toEqual([403, 403]);
    expect(await statuses(form(3), [lead, author])).toEqual([404, 404]);
    const stranger = (await makePerson({ expert: true })).id;
    for (const as of [made.second.leadId, stranger]) {
      expect((await visit(form(1), { as })).status).not.toBe(200);
      expect((await send(form(1), { amount: '5' }, { as })).status).toBe(404);
    }
    for (const as of [partner, author, holder, auditor])
      expect((await send(form(1), { amount: '5' }, { as })).status).toBe(403);
    expect(await claims()).toBe(0);
  });

  test('starts from what is left, pence and all, and leads back to the award', async () => {
    const page = await visit(form(1), { as: lead });
    expect(page.fields['amount']).toBe('20000.50');
    expect(page.text).toContain('£20,000.50 is left to claim');
    expect(page.links.map(({ href }) => href)).toContain(paths.award(made.award.reference));
  });

  test.each([
    ['', 'Enter the amount you claim'],
    ['much', 'Enter an amount in pounds, like £120,000'],
    ['-5', 'Enter an amount in pounds, like £120,000'],
    ['0', 'Enter more than £0'],
    ['20,000.51', 'Only £20,000.50 is left to claim for this milestone'],
  ])('the amount “%s” is refused beside its field, with the note kept', async (amount, message) => {
    const page = await send(form(1), { amount, note: HOSTILE }, { as: lead });
    expect([page.status, page.errors, page.lostErrors]).toEqual([422, [message], []]);
    expect(page.messageBeside('amount')).toBe(message);
    expect(page.fields['note']).toBe(HOSTILE);
    expect(page.fields['amount']).toBe(amount);
    expect(await claims()).toBe(0);
  });

  test('of a milestone that was not accepted is refused whatever is sent', async () => {
    const page = await send(form(2), { amount: '5' }, { as: lead });
    expect(page.status).toBe(422);
    expect(page.text).toContain('A milestone is paid once what it owes was accepted.');
  });

  test('made twice at once there is one; while it is open there is no form for another', async () => {
    const both = await Promise.all(
      [lead, editor].map((as) => send(form(1), { amount: '£5,000', note: HOSTILE }, { as })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    claim = both.find(({ location }) => location)?.location ?? '';
    expect(await claims()).toBe(1);
    expect((await visit(form(1), { as: lead })).status).toBe(403);
    const late = both.find(({ status }) => status === 409);
    expect(late?.text).toContain('A claim for this milestone is open already.');
  });
});

describe('a claim', () => {
  test('is read by both sides and by nobody else', async () => {
    const walled = made.panel.evaluators[1].id;
    expect(await statuses(claim, [lead, editor, partner, author, holder, auditor, walled])).toEqual(
      Array.from({ length: 7 }, () => 200),
    );
    await makeWall(made.question.id, walled, made.first.id);
    const stranger = (await makePerson({ expert: true })).id;
    expect(await statuses(claim, [made.second.leadId, stranger, walled])).toEqual([404, 404, 404]);
    for (const as of [made.second.leadId, stranger, walled])
      expect((await take(as, 'approve')).status).toBe(404);
    expect((await visit(paths.claim(newReference()), { as: author })).status).toBe(404);
  });

  test('shows the amount, what is left besides, and the note as text', async () => {
    const { heading, text, html } = await visit(claim, { as: author });
    expect(heading).toBe('£5,000 for Interim report');
    expect(text).toContain('£15,000.50');
    expect(text).toContain(HOSTILE);
    expect(html).not.toContain('<script>alert');
  });

  test('offers each side its own steps alone', async () => {
    const buttons = async (as: string) => (await visit(claim, { as })).buttons;
    for (const as of [partner, author, holder, auditor]) expect(await buttons(as)).toEqual([]);
    expect(await buttons(editor)).toEqual(['Continue']);
    expect((await take(author, 'approve')).status).toBe(409);
    expect((await take(editor, 'submit')).banner).toBe('Submitted');
    expect(await buttons(author)).toEqual(['Continue']);
    expect(await buttons(editor)).toEqual(['Withdraw it']);
    for (const as of [lead, holder, partner, auditor]) expect((await take(as, 'approve')).status).toBe(403);
  });

  test('a query wants words, keeps the choice, and comes back with its answer', async () => {
    const bare = await take(author, 'query');
    expect([bare.status, bare.errors, bare.lostErrors]).toEqual([422, ['Enter: your query'], []]);
    expect(bare.fields['step']).toBe('query');
    const chosen = await send(claim, { words: HOSTILE }, { as: author });
    expect([chosen.status, chosen.errors, chosen.fields['words']]).toEqual([
      422,
      ['Choose what you do'],
      HOSTILE,
    ]);
    await take(author, 'query', { words: 'Which invoice?' });
    await take(lead, 'answer', { words: 'The first.' });
    expect((await visit(claim, { as: author })).text).toMatch(/Which invoice\?.*The first\./);
  });

  test('is approved once, though two press at once', async () => {
    const both = await Promise.all([author, made.panel.owner.id].map((as) => take(as, 'approve')));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await take(lead, 'withdraw', { words: 'Wait' })).status).toBe(409);
  });

  test('is paid on a day that has come, by the budget holder', async () => {
    expect((await take(author, 'request')).status).toBe(403);
    await take(holder, 'request');
    const wrong = [{}, { 'on.day': '31', 'on.month': '2', 'on.year': '2026' }, on(1)];
    for (const day of wrong) {
      const page = await take(holder, 'pay', day);
      expect([page.status, page.errors.length, page.lostErrors]).toEqual([422, 1, []]);
    }
    const ahead = await take(holder, 'pay', on(1));
    expect(ahead.messageBeside('on')).toBe('The day it was paid cannot be in the future');
    expect(ahead.fields['on.day']).toBe(on(1)['on.day']);
    expect((await take(holder, 'pay', on(0))).status).toBe(303);
    const page = await visit(claim, { as: lead });
    expect(page.text).toMatch(/Paid on/);
    expect(page.buttons).toEqual([]);
  });

  test('what is left can be claimed next, and a withdrawn claim gives its amount back', async () => {
    const next = await visit(form(1), { as: editor });
    expect(next.fields['amount']).toBe('15000.50');
    const all = await send(form(1), { amount: '15000.50' }, { as: editor });
    claim = all.location ?? '';
    expect((await take(lead, 'withdraw')).errors).toEqual(['Enter: why it is withdrawn']);
    await take(lead, 'withdraw', { words: 'The wrong year.' });
    expect((await visit(form(1), { as: editor })).fields['amount']).toBe('15000.50');
    expect((await visit(claim, { as: author })).text).toMatch(/Withdrawn.*The wrong year\./);
  });
});
