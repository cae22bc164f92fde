import { beforeAll, describe, expect, test } from 'vitest';
import { joinBid, makeBid, makeExpert, openQuestion } from '../../../../tests/support/factories/bids';
import { makePanel, makeScores, makeWall } from '../../../../tests/support/factories/panels';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { done, ending } from '../../../../tests/support/outcome';
import type { Actor } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { priceCheckPage } from '../queries/price-check-page.server';
import { priceQuestionPage } from '../queries/price-question-page.server';
import { pricesPage } from '../queries/prices-page.server';
import { repliesPage } from '../queries/replies-page.server';
import { replyPage } from '../queries/reply-page.server';
import { decideOnPrice } from './decide-on-price.server';
import { explainPrice } from './explain-price.server';
import { inviteReplies } from './invite-replies.server';
import { queryPrice } from './query-price.server';
import { saveReply } from './save-reply.server';

const store = useDatabase();

async function arrange() {
  const question = await makeQuestion({
    state: 'closed',
    criteria: [
      { name: 'Method', guidance: '', weight: 60, minimum: null },
      { name: 'Team', guidance: '', weight: 40, minimum: null },
    ],
    data: { lowPricePercent: 30, replyWorkingDays: 1, replyWords: 50 },
  });
  const bids = {
    dear: await makeBid({ question, pounds: 60_000 }),
    fair: await makeBid({ question, pounds: 55_000 }),
    cheap: await makeBid({ question, pounds: 20_000 }),
  };
  const panel = await makePanel(question, { evaluators: 2, declaredAtAward: true });
  await openQuestion(question);
  await store.db.question.update({ where: { id: question.id }, data: { evaluationStartedAt: new Date() } });
  const [one, two] = panel.evaluators;
  for (const bid of [bids.dear, bids.fair, bids.cheap]) await makeScores(bid, question, one, 4);
  for (const bid of [bids.dear, bids.fair]) await makeScores(bid, question, two, 3);
  return {
    ...{ question, reference: question.reference, bids, panel },
    lead: await actorFor(bids.cheap.leadId),
    other: await actorFor(bids.fair.leadId),
    editor: await actorFor(await joinBid(bids.cheap.id)),
    partner: await actorFor(await joinBid(bids.cheap.id, { role: 'partner' })),
    asked: await actorFor(await joinBid(bids.cheap.id, { answer: 'asked' })),
    coordinator: await actorFor((await makePerson({ roles: ['coordinator'] })).id),
    stranger: await makeExpert(),
  };
}

let world: Awaited<ReturnType<typeof arrange>>;
let moderator: Actor;
beforeAll(async () => {
  world = await arrange();
  moderator = world.panel.moderator;
});

const isoOn = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
const facts = (name: string) => store.db.fact.count({ where: { name } });
/** As somebody who asks now, whatever the clock said when they were made. */
const again = (actor: { id: string }) => actorFor(actor.id);

describe('inviting replies', () => {
  const invite = (actor: Actor) => run(inviteReplies, actor, { reference: world.reference });

  test('waits for every score, which the moderator alone is told', async () => {
    const { reference, panel, bids, question } = world;
    expect(ending(await invite(moderator))).toBe('ScoresAreMissing');
    const see = (actor: Actor) => ask(repliesPage, actor, { reference });
    expect(await see(moderator)).toMatchObject({ waits: true, may: { invite: false } });
    expect(await see(panel.evaluators[0])).toMatchObject({ waits: false, may: { invite: false } });
    await makeScores(bids.cheap, question, panel.evaluators[1], [1, 0]);
    expect(await see(panel.evaluators[0])).toMatchObject({ waits: false, may: { invite: false } });
    expect(await see(moderator)).toMatchObject({ waits: false, may: { invite: true } });
  });

  test('is the moderator’s, and happens once however often it is clicked', async () => {
    const { panel, lead, coordinator, stranger } = world;
    for (const [who, how] of [
      [panel.evaluators[0], 'denied'],
      [panel.owner, 'denied'],
      [coordinator, 'denied'],
      [lead, 'hidden'],
      [stranger, 'hidden'],
    ] as const)
      expect([who.name, ending(await invite(who))]).toEqual([who.name, how]);
    expect(await store.db.replyRound.count()).toBe(0);
    const twice = await Promise.all([invite(moderator), invite(moderator)]);
    expect(twice.map(ending).sort()).toEqual(['RepliesAreInvited', 'done']);
    expect(await facts('RepliesWereInvited')).toBe(1);
  });

  test('its end cannot be moved, by nobody and nothing', async () => {
    const moved = { closesAt: new Date(Date.now() + 90 * 86_400_000) };
    await expect(store.db.replyRound.updateMany({ data: moved })).rejects.toThrow();
    await expect(store.db.replyRound.deleteMany({})).rejects.toThrow();
  });
});

describe('a reply', () => {
  const reply = (actor: Actor, over: object = {}) =>
    run(saveReply, actor, {
      ...{ reference: world.bids.cheap.reference, intent: 'save', revision: 0, text: 'Section 2 says it.' },
      ...over,
    });
  const see = (actor: Actor) => ask(replyPage, actor, { reference: world.bids.cheap.reference });

  test('is written by lead and editors, read by the whole bid, and is not there for anybody else', async () => {
    const { lead, editor, partner, asked, other, panel, coordinator, stranger } = world;
    expect(await see(lead)).toMatchObject({ open: true, reply: null, may: { reply: true } });
    expect(await see(editor)).toMatchObject({ may: { reply: true } });
    expect(await see(partner)).toMatchObject({ may: { reply: false } });
    expect(ending(await reply(partner))).toBe('denied');
    for (const who of [asked, other, moderator, panel.owner, coordinator, stranger]) {
      expect(await see(who)).toBeNull();
      expect(ending(await reply(who))).toBe('hidden');
    }
    expect(await store.db.bidReply.count()).toBe(0);
  });

  test('tells every reason and no score, whoever gave it', async () => {
    const view = await see(world.partner);
    expect(view).toMatchObject({
      criteria: [
        { name: 'Method', reasons: ['Evidence in section 1.', 'Evidence in section 1.'] },
        { name: 'Team', reasons: ['Evidence in section 2.', 'Evidence in section 2.'] },
      ],
    });
    for (const { id, name } of world.panel.evaluators) {
      expect(JSON.stringify(view)).not.toContain(name);
      expect(JSON.stringify(view)).not.toContain(id);
    }
    expect(Object.keys((view as { criteria: object[] }).criteria[0] ?? {}).sort()).toEqual([
      'name',
      'reasons',
    ]);
  });

  test('saved by two at once keeps one, and tells the other', async () => {
    const { lead, editor } = world;
    const both = await Promise.all([reply(lead, { text: 'Mine.' }), reply(editor, { text: 'Ours.' })]);
    expect(both.map(ending).sort()).toEqual(['SomebodySavedMeanwhile', 'done']);
    const kept = await store.db.bidReply.findUniqueOrThrow({ where: { bidId: world.bids.cheap.id } });
    expect(kept).toMatchObject({
      revision: 1,
      submittedAt: null,
      text: ending(both[0]) === 'done' ? 'Mine.' : 'Ours.',
    });
    expect([await facts('ReplyWasSaved'), await facts('ReplyWasSubmitted')]).toEqual([1, 0]);
  });

  test('what is only saved is not read by the panel', async () => {
    const view = await ask(repliesPage, moderator, { reference: world.reference });
    expect(view).toMatchObject({ replies: [{ text: null }, { text: null }, { text: null }] });
  });

  test('may be saved too long or empty, and sent only whole', async () => {
    const { lead, editor } = world;
    done(await reply(lead, { revision: 1, text: 'word '.repeat(51) }));
    expect(ending(await reply(lead, { revision: 2, intent: 'submit', text: 'word '.repeat(51) }))).toBe(
      'ReplyIsTooLong',
    );
    done(await reply(lead, { revision: 2, text: '' }));
    expect(ending(await reply(lead, { revision: 3, intent: 'submit', text: ' \n ' }))).toBe('ReplyIsEmpty');
    const send = (actor: Actor) => reply(actor, { revision: 3, intent: 'submit', text: 'word '.repeat(50) });
    const twice = await Promise.all([send(lead), send(editor)]);
    expect(twice.map(ending).sort()).toEqual(['ReplyIsSent', 'done']);
    expect(await facts('ReplyWasSubmitted')).toBe(1);
    await expect(store.db.bidReply.updateMany({ data: { text: 'Better.' } })).rejects.toThrow('ReplyIsSent');
  });

  test('is late from the told instant on, in the database too', async () => {
    const { other, bids, reference } = world;
    await moveClock('7 days');
    const late = { reference: bids.fair.reference, intent: 'save', revision: 0, text: 'Late.' };
    expect(ending(await run(saveReply, other, late))).toBe('ReplyIsLate');
    const view = await ask(replyPage, await again(other), { reference: bids.fair.reference });
    expect(view).toMatchObject({ open: false, reply: null, may: { reply: false } });
    const row = { bidId: bids.fair.id, text: 'Late.', revision: 1, savedById: other.id, savedAt: new Date() };
    await expect(store.db.bidReply.create({ data: row })).rejects.toThrow('ReplyIsLate');
    expect(await ask(repliesPage, await again(world.panel.moderator), { reference })).toMatchObject({
      stage: 'over',
    });
  });
});

describe('a price that looks low', () => {
  const price = () => ({ reference: world.bids.cheap.reference });
  const query = (actor: Actor, over: object = {}) =>
    run(queryPrice, actor, { ...price(), reason: 'How is it made up?', answerBy: isoOn(20), ...over });
  const decide = (actor: Actor, over: object = {}) =>
    run(decideOnPrice, actor, { ...price(), decision: 'accepted', reason: 'It holds.', ...over });
  const explain = (actor: Actor, explanation = 'Two posts are paid.') =>
    run(explainPrice, actor, { ...price(), explanation });

  test('is not there before the ranking, for the panel neither', async () => {
    expect(await ask(pricesPage, moderator, { reference: world.reference })).toBeNull();
    expect(await ask(priceCheckPage, moderator, price())).toBeNull();
    for (const step of [query, decide]) expect(ending(await step(moderator))).toBe('hidden');
    expect(ending(await explain(world.lead))).toBe('hidden');
    await store.db.question.update({
      where: { id: world.question.id },
      data: { qualityAgreedAt: new Date(Date.now() + 7 * 86_400_000) },
    });
  });

  test('is found by the published rule, shown to the panel and asked about by the moderator', async () => {
    const { panel, lead, stranger, coordinator, reference } = world;
    const view = await ask(pricesPage, panel.evaluators[0], { reference });
    expect(view).toMatchObject({ rule: expect.stringContaining('more than 30%') as string });
    const rows = (view as { bids: { reference: string; found: string[]; may: object }[] }).bids;
    expect(rows.filter(({ found }) => found.length > 0).map((bid) => bid.reference)).toEqual([
      price().reference,
    ]);
    expect(rows.map(({ may }) => may)).toEqual(rows.map(() => ({ ask: false, decide: false })));
    for (const [who, how] of [
      [panel.evaluators[0], 'denied'],
      [panel.owner, 'denied'],
      [coordinator, 'denied'],
      [lead, 'hidden'],
      [stranger, 'hidden'],
    ] as const)
      expect([who.name, ending(await query(who))]).toEqual([who.name, how]);
    expect(ending(await query(moderator, { reason: ' ' }))).toBe('invalid');
    expect(ending(await query(moderator, { answerBy: isoOn(6) }))).toBe('AnswerIsDueInThePast');
    expect(await store.db.priceQuery.count()).toBe(0);
  });

  test('a wall hides one bid from whoever stands behind it, and leaves settling them to others', async () => {
    const { panel, bids, question, reference } = world;
    const [one] = panel.evaluators;
    for (const { id } of [one, panel.moderator]) await makeWall(question.id, id, bids.cheap.id);
    const view = await ask(pricesPage, await again(one), { reference });
    expect((view as { bids: { reference: string }[] }).bids.map((bid) => bid.reference)).not.toContain(
      price().reference,
    );
    const walled = await again(panel.moderator);
    expect(ending(await query(walled))).toBe('denied');
    expect(await ask(priceCheckPage, walled, price())).toMatchObject({ kind: 'deny' });
    await store.db.wall.updateMany({ data: { liftedAt: new Date(), liftedReason: 'Wrong.' } });
  });

  test('asked twice at once is asked once; the bidder reads it, nobody beside them', async () => {
    const { lead, partner, other, panel, stranger } = world;
    const twice = await Promise.all([query(moderator), query(moderator)]);
    expect(twice.map(ending).sort()).toEqual(['PriceIsQueried', 'done']);
    expect(await ask(priceQuestionPage, lead, price())).toMatchObject({
      reason: 'How is it made up?',
      may: { explain: true },
    });
    expect(await ask(priceQuestionPage, partner, price())).toMatchObject({ may: { explain: false } });
    for (const who of [other, moderator, panel.owner, stranger]) {
      expect(await ask(priceQuestionPage, who, price())).toBeNull();
      expect(ending(await explain(who))).toBe('hidden');
    }
    expect(ending(await explain(partner))).toBe('denied');
    expect(ending(await explain(lead, ''))).toBe('invalid');
    expect(ending(await decide(moderator))).toBe('ExplanationIsAwaited');
  });

  test('without an answer it is decided on after the day that was given, and no earlier', async () => {
    const { lead, panel } = world;
    await moveClock('15 days');
    expect(ending(await explain(lead))).toBe('AnswerIsLate');
    expect(await ask(priceQuestionPage, await again(lead), price())).toMatchObject({
      may: { explain: false },
    });
    expect(await ask(priceCheckPage, await again(panel.moderator), price())).toMatchObject({ may: 'decide' });
    expect(ending(await decide(panel.evaluators[0]))).toBe('denied');
    expect(ending(await decide(moderator, { decision: 'perhaps' }))).toBe('invalid');
    expect(ending(await decide(moderator, { reason: '' }))).toBe('invalid');
  });

  test('two decisions at once leave one, which stays; a bid that is out is out of the prices', async () => {
    const { lead, reference, bids } = world;
    const both = await Promise.all([
      decide(moderator, { decision: 'excluded' }),
      decide(moderator, { decision: 'excluded' }),
    ]);
    expect(both.map(ending).sort()).toEqual(['PriceIsDecidedOn', 'done']);
    expect([await facts('PriceWasDecidedOn'), await facts('BidWasExcluded')]).toEqual([1, 1]);
    const bid = await store.db.bid.findUniqueOrThrow({ where: { id: bids.cheap.id } });
    expect(bid).toMatchObject({ excludedReason: 'It holds.' });
    await expect(store.db.priceQuery.updateMany({ data: { decision: 'accepted' } })).rejects.toThrow();
    expect(ending(await explain(lead))).toBe('PriceIsDecidedOn');
    expect(await ask(priceQuestionPage, lead, price())).toMatchObject({
      decision: 'excluded',
      decisionReason: 'It holds.',
    });
    const view = await ask(pricesPage, await again(world.panel.moderator), { reference });
    const row = (view as { bids: { reference: string; may: object }[] }).bids.find(
      (one) => one.reference === price().reference,
    );
    expect(row?.may).toEqual({ ask: false, decide: false });
  });
});
