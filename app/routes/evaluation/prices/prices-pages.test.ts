import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { joinBid, makeBid, openQuestion } from '../../../../tests/support/factories/bids';
import { makePanel, makeScores } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();

/** Every score is in; one price is far below the others; no reply was invited yet. */
async function arrange() {
  const question = await makeQuestion({
    state: 'closed',
    criteria: [{ name: 'Method', guidance: '', weight: 100, minimum: null }],
    data: { lowPricePercent: 30, replyWorkingDays: 2, replyWords: 50 },
  });
  const bids = {
    cheap: await makeBid({ question, pounds: 20_000 }),
    fair: await makeBid({ question, pounds: 55_000 }),
    dear: await makeBid({ question, pounds: 60_000 }),
  };
  const panel = await makePanel(question, { evaluators: 2, declaredAtAward: true });
  await openQuestion(question);
  await store.db.question.update({ where: { id: question.id }, data: { evaluationStartedAt: new Date() } });
  for (const evaluator of panel.evaluators)
    for (const bid of Object.values(bids)) await makeScores(bid, question, evaluator, 4);
  const partner = await joinBid(bids.cheap.id, { role: 'partner' });
  const stranger = (await makePerson({ expert: true })).id;
  const coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  return { question, reference: question.reference, bids, panel, partner, stranger, coordinator };
}

let world: Awaited<ReturnType<typeof arrange>>;
let as: string;
beforeAll(async () => {
  world = await arrange();
  as = world.panel.moderator.id;
});

const statusOf = async (path: string, who: string) => (await visit(path, { as: who })).status;
const LATER = { 'answerBy.day': '1', 'answerBy.month': '12', 'answerBy.year': '2030' };

describe('the right of reply', () => {
  test('is opened by the moderator on a page that others of the panel read and nobody else', async () => {
    const { reference, panel, bids, stranger, coordinator } = world;
    const page = paths.replies(reference);
    const shown = await visit(page, { as });
    expect(shown.text).toContain('2 working days to reply in 50 words');
    expect(shown.buttons).toContain('Invite the bidders to reply');
    const read = await visit(page, { as: panel.evaluators[0].id });
    expect([read.status, read.buttons]).toEqual([200, []]);
    expect(await statusOf(page, panel.owner.id)).toBe(403);
    expect(await statusOf(page, coordinator)).toBe(403);
    for (const who of [bids.cheap.leadId, stranger]) expect(await statusOf(page, who)).toBe(404);
    expect((await send(page, {}, { as: panel.evaluators[0].id })).status).toBe(403);
    expect((await send(page, {}, { as })).banner).toBe('The bidders are invited to reply');
    const again = await send(page, {}, { as });
    expect([again.status, again.errors]).toEqual([422, ['The bidders have been invited to reply already.']]);
    expect((await visit(page, { as })).text).toContain('Replies close on');
  });

  test('keeps what a bidder typed where it is too long, or where a colleague saved meanwhile', async () => {
    const { bids, partner } = world;
    const page = paths.bidReply(bids.cheap.reference);
    const lead = { as: bids.cheap.leadId };
    const typed = `Section <1>. ${'word '.repeat(50)}`.trim();
    const long = await send(page, { revision: '0', intent: 'submit', text: typed }, lead);
    expect([long.status, long.messageBeside('text')]).toEqual([422, 'Use 50 words or fewer. There are 52']);
    expect(long.fields['text']).toBe(typed);
    const empty = await send(page, { revision: '0', intent: 'submit', text: '' }, lead);
    expect(empty.messageBeside('text')).toBe('Write your reply');
    const saved = await send(page, { revision: '0', intent: 'save', text: 'A draft.' }, lead);
    expect([saved.status, saved.banner]).toEqual([303, 'Your reply is saved, not sent yet']);
    expect((await visit(page, lead)).fields).toMatchObject({ text: 'A draft.', revision: '1' });
    const stale = await send(page, { revision: '0', intent: 'submit', text: 'Mine instead.' }, lead);
    expect([stale.status, stale.fields['text']]).toEqual([409, 'Mine instead.']);
    const partners = await visit(page, { as: partner });
    expect(partners.text).toContain('The lead or an editor of this bid can reply.');
    expect(partners.buttons).toEqual([]);
    expect((await send(page, { revision: '1', intent: 'submit', text: 'x' }, { as: partner })).status).toBe(
      403,
    );
  });

  test('is sent once, read by the panel as text, and over when it is over', async () => {
    const { bids, reference } = world;
    const page = paths.bidReply(bids.cheap.reference);
    const lead = { as: bids.cheap.leadId };
    expect((await visit(paths.replies(reference), { as })).text).not.toContain('A draft.');
    const sent = await send(page, { revision: '1', intent: 'submit', text: 'See <script>x</script>.' }, lead);
    expect(sent.banner).toBe('Your reply is with the panel');
    const again = await send(page, { revision: '2', intent: 'submit', text: 'More.' }, lead);
    expect([again.status, again.errors]).toEqual([
      422,
      ['This reply was sent and can no longer be changed.'],
    ]);
    expect((await visit(page, lead)).buttons).toEqual([]);
    expect((await visit(paths.replies(reference), { as })).text).toContain('See <script>x</script>.');
    await moveClock('9 days');
    expect((await visit(paths.replies(reference), { as })).text).toContain('Replies closed on');
    expect((await visit(paths.bidReply(bids.fair.reference), { as: bids.fair.leadId })).text).toContain(
      'No reply was sent.',
    );
  });
});

describe('prices that look low', () => {
  test('are not shown before quality is final', async () => {
    expect(await statusOf(paths.prices(world.reference), as)).toBe(404);
    expect(await statusOf(paths.priceCheck(world.bids.cheap.reference), as)).toBe(404);
    const later = new Date(Date.now() + 9 * 86_400_000);
    await store.db.question.update({ where: { id: world.question.id }, data: { qualityAgreedAt: later } });
  });

  test('are marked for the panel, and led on from by the moderator alone', async () => {
    const { reference, panel, bids, stranger, coordinator } = world;
    const page = paths.prices(reference);
    const shown = await visit(page, { as });
    expect(shown.$('main .govuk-tag')).toHaveLength(1);
    expect(shown.text).toContain('below the mean of the other 2 prices.');
    expect(shown.links.filter(({ text }) => text.startsWith('Ask the bidder of'))).toHaveLength(3);
    const read = await visit(page, { as: panel.evaluators[0].id });
    expect(read.links.filter(({ text }) => text.startsWith('Ask the bidder'))).toEqual([]);
    for (const who of [panel.owner.id, coordinator]) expect(await statusOf(page, who)).toBe(403);
    for (const who of [bids.cheap.leadId, stranger]) expect(await statusOf(page, who)).toBe(404);
    expect(await statusOf(paths.priceCheck(bids.cheap.reference), panel.evaluators[0].id)).toBe(403);
  });

  test('are asked about with what was found to begin with; what was typed is kept', async () => {
    const { bids, reference } = world;
    const page = paths.priceCheck(bids.cheap.reference);
    expect((await visit(page, { as })).fields['reason']).toContain('below the mean');
    const noDay = await send(page, { reason: 'Why so low?', 'answerBy.day': '' }, { as });
    expect([noDay.status, noDay.fields['reason']]).toEqual([422, 'Why so low?']);
    expect(noDay.messageBeside('answerBy')).toBe('Enter the day by which you need the explanation');
    const past = await send(page, { reason: 'Why?', ...LATER, 'answerBy.year': '2020' }, { as });
    expect([past.status, past.messageBeside('answerBy')]).toEqual([
      422,
      'Give the bidder time: choose a day to come',
    ]);
    const asked = await send(page, { reason: 'Why so low?', ...LATER }, { as });
    expect([asked.location, asked.banner]).toEqual([paths.prices(reference), 'The bidder is asked']);
    const waiting = await visit(page, { as });
    expect(waiting.text).toContain('There is nothing to ask or decide now.');
    expect((await visit(paths.prices(reference), { as })).text).toContain(
      'Nothing yet; due by 1 December 2030 at 5pm',
    );
  });

  test('are explained once by the bidder, decided on once by the moderator', async () => {
    const { bids, partner, reference } = world;
    const own = paths.priceQuestion(bids.cheap.reference);
    const lead = { as: bids.cheap.leadId };
    expect((await visit(own, { as: partner })).buttons).toEqual([]);
    const empty = await send(own, { explanation: ' ' }, lead);
    expect([empty.status, empty.messageBeside('explanation')]).toEqual([
      422,
      'Explain how the price is made up',
    ]);
    expect((await send(own, { explanation: 'Two posts are paid.' }, lead)).status).toBe(303);
    const again = await send(own, { explanation: 'Three posts.' }, lead);
    expect([again.status, again.errors]).toEqual([422, ['Your explanation is with the panel already.']]);
    const check = paths.priceCheck(bids.cheap.reference);
    expect((await visit(check, { as })).text).toContain('Explained: Two posts are paid.');
    const none = await send(check, { reason: 'It holds.' }, { as });
    expect([none.status, none.messageBeside('decision')]).toEqual([422, 'Say whether the price may stand']);
    expect(none.fields['reason']).toBe('It holds.');
    const decided = await send(check, { decision: 'accepted', reason: 'It holds.' }, { as });
    expect([decided.location, decided.banner]).toEqual([
      paths.prices(reference),
      'Your decision is recorded',
    ]);
    expect((await send(check, { decision: 'excluded', reason: 'Or not.' }, { as })).status).toBe(409);
    expect((await visit(own, lead)).text).toContain('The price may stand. It holds.');
    expect(await store.db.bid.count({ where: { excludedAt: { not: null } } })).toBe(0);
  });
});
