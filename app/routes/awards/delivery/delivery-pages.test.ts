import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { joinBid, makeExpert } from '../../../../tests/support/factories/bids';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
type Award = Awaited<ReturnType<typeof makeAward>>;
let award: Award;
let lead: string;

const make = () =>
  makeAward({
    state: 'inDelivery',
    milestones: [
      { title: 'Ethics approval', amount: 0, approval: true },
      { title: 'Interim report', amount: 2_000_000 },
      { title: 'Final report', amount: 4_000_000 },
    ],
  });
let untouched: Award;
let handedOver: Award;

/** The award that the rest of a test is about. */
function use(one: Award) {
  award = one;
  lead = one.first.leadId;
}
const fresh = async () => use(await make());

beforeAll(async () => {
  untouched = await make();
  handedOver = await make();
});

const page = () => paths.award(award.award.reference);
const work = { title: 'A report', summary: 'What we found.', limits: 'Ports only.' };
const deliver = (position: number, fields: Record<string, string> = work, as = lead) =>
  send(paths.deliver(award.award.reference, position), fields, { as });

/** Hands over what a milestone owes and gives the address of the deliverable. */
async function delivered(position = 1): Promise<string> {
  const { location } = await deliver(position);
  return (location ?? '').replace('/deliverables/', '').replace('-', '');
}
/** A deliverable that waits, for whatever is refused about it. */
async function waiting(): Promise<string> {
  use(handedOver);
  const row = await database.db.deliverable.findFirst({
    where: { milestone: { awardId: handedOver.award.id } },
  });
  return row?.reference ?? delivered();
}
const review = (reference: string, note = 'Sound.', as = award.panel.evaluators[0].id) =>
  send(paths.reviewDeliverable(reference), { note }, { as });
const accept = (reference: string, as = award.panel.author.id) =>
  send(paths.acceptDeliverable(reference), {}, { as });
async function accepted(position: number): Promise<string> {
  const reference = await delivered(position);
  await review(reference);
  await accept(reference);
  return reference;
}

describe('delivering', () => {
  test('starts from the award’s page, with the milestone’s title to be changed', async () => {
    await fresh();
    const list = await visit(page(), { as: lead });
    expect(list.links.map(({ href }) => href)).toContain(paths.deliver(award.award.reference, 1));
    expect(list.links.map(({ href }) => href)).not.toContain(paths.deliver(award.award.reference, 2));
    expect(list.text).toContain('Ethics approval');
    const form = await visit(paths.deliver(award.award.reference, 1), { as: lead });
    expect(form.heading).toBe('Deliver: Ethics approval');
    expect(form.fields).toEqual({ title: 'Ethics approval', summary: '', limits: '' });
  });

  test('shows text and limits to both sides, as they were typed', async () => {
    await fresh();
    const sent = await deliver(1, {
      title: 'Approval <1>',
      summary: 'It <script>alert(1)</script> 🦈\n\nholds.',
      limits: '',
    });
    expect(sent.banner).toBe('Delivered. The team reviews it now.');
    for (const as of [lead, award.panel.author.id, award.panel.owner.id, award.panel.evaluators[0].id]) {
      const view = await visit(sent.location ?? '', { as });
      expect(view.heading).toBe('Approval <1>');
      expect(view.text).toContain('It <script>alert(1)</script> 🦈');
      expect(view.text).toContain('None stated.');
      expect(view.html).not.toContain('<script>alert');
    }
    expect((await visit(sent.location ?? '', { as: lead })).text).toContain(
      'It waits for a review by the panel or the team',
    );
  });

  test.each([
    ['nothing', { title: '', summary: '' }, ['Enter a title', 'Say what you deliver']],
    ['a title too long', { ...work, title: 'x'.repeat(301) }, ['Use 300 characters or fewer']],
    ['a text too long', { ...work, summary: 'x'.repeat(20_001) }, ['Use 20,000 characters or fewer']],
    ['limits too long', { ...work, limits: 'x'.repeat(5001) }, ['Use 5,000 characters or fewer']],
  ])('%s is refused beside the field and kept', async (_, fields, messages) => {
    use(untouched);
    const refused = await deliver(1, fields);
    expect([refused.status, refused.errors, refused.lostErrors]).toEqual([422, messages, []]);
    expect(refused.fields).toMatchObject(fields);
  });

  test('what waits for an approval cannot be delivered before it, and says for what it waits', async () => {
    await fresh();
    expect((await visit(paths.deliver(award.award.reference, 2), { as: lead })).status).toBe(403);
    const early = await deliver(2);
    expect([early.status, early.text.includes('This waits for: Ethics approval.')]).toEqual([422, true]);
    await accepted(1);
    expect((await visit(paths.deliver(award.award.reference, 2), { as: lead })).status).toBe(200);
  });

  test('one milestone is delivered once; a second try is told why not', async () => {
    await fresh();
    await delivered(1);
    const again = await deliver(1);
    expect([again.status, again.text.includes('This milestone has been delivered')]).toEqual([422, true]);
    expect(await database.db.deliverable.count({ where: { milestone: { awardId: award.award.id } } })).toBe(
      1,
    );
  });

  test('is for lead and editors of the winning bid', async () => {
    await fresh();
    const editor = await joinBid(award.first.id);
    const partner = await joinBid(award.first.id, { role: 'partner' });
    expect((await visit(paths.deliver(award.award.reference, 1), { as: editor })).status).toBe(200);
    for (const as of [partner, award.panel.author.id]) {
      expect((await visit(paths.deliver(award.award.reference, 1), { as })).status).toBe(403);
      expect((await deliver(1, work, as)).status).toBe(403);
    }
    expect((await visit(page(), { as: partner })).links.map(({ href }) => href)).not.toContain(
      paths.deliver(award.award.reference, 1),
    );
    expect((await deliver(1, work)).status).toBe(303);
  });

  test.each(['0', '99', 'abc', '1.5'])('milestone %s is not there', async (position) => {
    use(untouched);
    const path = `/awards/${award.award.reference}/milestones/${position}/deliver`;
    expect((await visit(path, { as: lead })).status).toBe(404);
    expect((await send(path, work, { as: lead })).status).toBeGreaterThanOrEqual(404);
  });
});

describe('reviewing and signing off', () => {
  test('a peer reviews, somebody else accepts, and the history tells who', async () => {
    await fresh();
    const reference = await delivered();
    const form = await visit(paths.reviewDeliverable(reference), { as: award.panel.evaluators[0].id });
    expect(form.text).toContain('What we found.');
    expect(form.text).toContain('Limits: Ports only.');
    const sent = await review(reference, 'Sound, but <b>short</b>.');
    expect([sent.location, sent.banner]).toEqual([paths.deliverable(reference), 'The review is recorded']);
    const ready = await visit(paths.deliverable(reference), { as: award.panel.author.id });
    expect(ready.links.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Accept', 'Return it for changes']),
    );
    const confirm = await visit(paths.acceptDeliverable(reference), { as: award.panel.author.id });
    expect(confirm.text).toContain('Sound, but <b>short</b>.');
    expect((await accept(reference)).banner).toBe('Accepted');
    const view = await visit(paths.deliverable(reference), { as: lead });
    for (const name of [award.panel.evaluators[0].name, award.panel.author.name])
      expect(view.text).toContain(name);
  });

  test('links and buttons stand only for those who may press them', async () => {
    await fresh();
    const reference = await delivered();
    const offered = async (as: string) =>
      (await visit(paths.deliverable(reference), { as })).links
        .map(({ text }) => text)
        .filter((text) => ['Accept', 'Review', 'Return it for changes', 'Make it a finding'].includes(text));
    expect(await offered(award.panel.evaluators[0].id)).toEqual(['Review']);
    expect(await offered(award.panel.author.id)).toEqual(['Review', 'Return it for changes']);
    expect(await offered(lead)).toEqual([]);
    await review(reference, 'Sound.', award.panel.author.id);
    expect(await offered(award.panel.author.id)).toEqual(['Return it for changes']);
    expect(await offered(award.panel.owner.id)).toEqual(['Accept', 'Return it for changes']);
    const both = await accept(reference, award.panel.author.id);
    expect([
      both.status,
      both.text.includes('You reviewed this, so somebody else has to sign it off'),
    ]).toEqual([422, true]);
  });

  test.each([
    ['nothing', '', 'Write your review'],
    ['too much', 'x'.repeat(10_001), 'Use 10,000 characters or fewer'],
  ])('a review of %s is refused beside the field', async (_, note, message) => {
    const refused = await review(await waiting(), note);
    expect([
      refused.status,
      refused.messageBeside('note'),
      refused.fields['note'],
      refused.lostErrors,
    ]).toEqual([422, message, note, []]);
  });

  test('not reviewed is not accepted; nothing is reviewed or accepted twice; each refusal says why', async () => {
    await fresh();
    const reference = await delivered();
    const early = await accept(reference);
    expect([
      early.status,
      early.text.includes('Somebody has to review this before it is signed off'),
    ]).toEqual([422, true]);
    expect((await visit(paths.acceptDeliverable(reference), { as: award.panel.author.id })).status).toBe(403);
    await review(reference);
    const second = await review(reference, 'Another opinion', award.panel.moderator.id);
    expect([second.status, second.text.includes('This has been reviewed already')]).toEqual([422, true]);
    await accept(reference);
    const again = await accept(reference, award.panel.owner.id);
    expect([again.status, again.text.includes('This has been accepted or returned already')]).toEqual([
      422,
      true,
    ]);
  });

  test('winners, bidders, coordinators and auditors neither review nor accept', async () => {
    await fresh();
    const reference = await delivered();
    const coordinator = (await makePerson({ roles: ['coordinator'] })).id;
    for (const as of [lead, coordinator]) {
      expect((await visit(paths.reviewDeliverable(reference), { as })).status).toBe(403);
      expect((await review(reference, 'Mine', as)).status).toBe(403);
      expect((await accept(reference, as)).status).toBe(403);
    }
    for (const as of [award.second.leadId, (await makeExpert()).id])
      expect((await visit(paths.deliverable(reference), { as })).status).toBe(404);
    expect((await visit(paths.deliverable(reference))).location).toContain(paths.signIn());
    await makeWall(award.question.id, award.panel.moderator.id);
    expect((await visit(paths.deliverable(reference), { as: award.panel.moderator.id })).status).toBe(404);
  });
});

describe('returning', () => {
  const giveBack = (reference: string, reason: string, as = award.panel.author.id) =>
    send(paths.returnDeliverable(reference), { reason }, { as });

  test('the deliverers read why and deliver again; both stand', async () => {
    await fresh();
    const reference = await delivered();
    const sent = await giveBack(reference, 'Say <i>which</i> ports.');
    expect([sent.location, sent.banner]).toEqual([
      paths.deliverable(reference),
      'It is back with those who delivered it',
    ]);
    const view = await visit(paths.deliverable(reference), { as: lead });
    expect(view.text).toContain('Say <i>which</i> ports.');
    expect(view.text).toContain('Returned for changes. Deliver again from the award’s page');
    expect((await visit(page(), { as: lead })).text).toContain('Returned for changes');
    expect((await deliver(1, { ...work, title: 'Second try' })).status).toBe(303);
    const list = await visit(page(), { as: award.panel.owner.id });
    expect(list.text).toContain('A report');
    expect(list.text).toContain('Second try');
  });

  test.each([
    ['nothing', ' ', 'Say what has to change'],
    ['too much', 'x'.repeat(5001), 'Use 5,000 characters or fewer'],
  ])('%s for a reason is refused beside the field', async (_, reason, message) => {
    const refused = await giveBack(await waiting(), reason);
    expect([
      refused.status,
      refused.messageBeside('reason'),
      refused.fields['reason'],
      refused.lostErrors,
    ]).toEqual([422, message, reason, []]);
  });

  test('what is accepted stays accepted', async () => {
    await fresh();
    const reference = await accepted(1);
    const late = await giveBack(reference, 'After all');
    expect([late.status, late.text.includes('This has been accepted or returned already')]).toEqual([
      422,
      true,
    ]);
    expect((await giveBack(reference, 'Mine', lead)).status).toBe(403);
  });
});

describe('paying and closing', () => {
  const pay = (position: number, as = award.panel.budgetHolder.id) =>
    send(paths.payMilestone(award.award.reference, position), {}, { as });
  const close = (as = award.panel.author.id) => send(paths.closeAward(award.award.reference), {}, { as });

  test('a payment follows acceptance, once, by the budget holder', async () => {
    await fresh();
    await accepted(1);
    expect(
      (await visit(paths.payMilestone(award.award.reference, 2), { as: award.panel.budgetHolder.id })).status,
    ).toBe(403);
    const early = await pay(2);
    expect([early.status, early.text.includes('A milestone is paid once what it owes was accepted')]).toEqual(
      [422, true],
    );
    await accepted(2);
    const form = await visit(paths.payMilestone(award.award.reference, 2), {
      as: award.panel.budgetHolder.id,
    });
    expect(form.heading).toBe('Record the payment of £20,000');
    const sent = await pay(2);
    expect([sent.location, sent.banner]).toEqual([page(), 'The payment is recorded']);
    expect((await visit(page(), { as: lead })).text).toMatch(/£20,000, paid on/);
    const again = await pay(2);
    expect([again.status, again.text.includes('This milestone has been paid already')]).toEqual([422, true]);
    const nothing = await pay(1);
    expect([nothing.status, nothing.text.includes('Nothing is paid for this milestone')]).toEqual([
      422,
      true,
    ]);
    for (const as of [award.panel.author.id, lead]) expect((await pay(3, as)).status).toBe(403);
    expect(
      (await visit(paths.payMilestone(award.award.reference, 2), { as: award.panel.author.id })).status,
    ).toBe(403);
  });

  test('an award closes when nothing is owed; until then the refusal names what is', async () => {
    await fresh();
    await accepted(1);
    const early = await close();
    expect([
      early.status,
      early.text.includes('Not accepted and paid yet: Interim report; Final report.'),
    ]).toEqual([422, true]);
    expect((await visit(page(), { as: award.panel.author.id })).links.map(({ text }) => text)).not.toContain(
      'Close the award',
    );
    for (const position of [2, 3]) {
      await accepted(position);
      await pay(position);
    }
    const ready = await visit(page(), { as: award.panel.author.id });
    expect(ready.links.map(({ text }) => text)).toContain('Close the award');
    expect(
      (await visit(paths.closeAward(award.award.reference), { as: award.panel.author.id })).text,
    ).toContain('was accepted and paid');
    expect((await close(lead)).status).toBe(403);
    const sent = await close();
    expect([sent.location, sent.banner]).toEqual([page(), 'The award is closed']);
    expect((await visit(paths.ownAwards(), { as: lead })).rows[0]?.slice(2)).toEqual(['Closed', 'Nothing']);
    const again = await close();
    expect([again.status, again.text.includes('Only an award in delivery can be closed')]).toEqual([
      422,
      true,
    ]);
    const question = await database.db.question.findUniqueOrThrow({ where: { id: award.question.id } });
    expect(question.answeredAt).not.toBeNull();
  });

  test('what was accepted can be made a finding by the winner, an approval never', async () => {
    await fresh();
    const approval = await accepted(1);
    const report = await accepted(2);
    const links = async (reference: string, as: string) =>
      (await visit(paths.deliverable(reference), { as })).links.map(({ text }) => text);
    expect(await links(report, lead)).toContain('Make it a finding');
    expect(await links(approval, lead)).not.toContain('Make it a finding');
    expect(await links(report, award.panel.author.id)).not.toContain('Make it a finding');
  });
});
