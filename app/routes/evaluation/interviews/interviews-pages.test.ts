import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { joinBid, makeBid, openQuestion } from '../../../../tests/support/factories/bids';
import { makePanel, makeScores } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { useDatabase } from '../../../../tests/support/database';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
const LATER = '2030';

/** Quality agreed; two bids on the shortlist by points, a third below it. */
async function arrange() {
  const question = await makeQuestion({
    state: 'closed',
    criteria: [{ name: 'Method', guidance: '', weight: 100, minimum: null }],
    data: { interviewMode: 'adjustment', interviewPlaces: 2, interviewPoints: 5 },
  });
  const bids = {
    one: await makeBid({ question }),
    two: await makeBid({ question }),
    low: await makeBid({ question }),
  };
  const panel = await makePanel(question, { evaluators: 2, declaredAtAward: true });
  await openQuestion(question);
  await store.db.question.update({ where: { id: question.id }, data: { evaluationStartedAt: new Date() } });
  for (const evaluator of panel.evaluators)
    for (const [bid, value] of [
      [bids.one, 5],
      [bids.two, 4],
      [bids.low, 1],
    ] as const)
      await makeScores(bid, question, evaluator, value);
  const roles = {
    stranger: await makePerson({ expert: true }),
    coordinator: await makePerson({ roles: ['coordinator'] }),
  };
  const partner = await joinBid(bids.one.id, { role: 'partner' });
  return { question, reference: question.reference, bids, panel, partner, ...roles };
}

let world: Awaited<ReturnType<typeof arrange>>;
let as: string;
let page: string;
beforeAll(async () => {
  world = await arrange();
  as = world.panel.moderator.id;
  page = paths.interviews(world.reference);
});

const chooseBy = { 'chooseBy.day': '1', 'chooseBy.month': '12', 'chooseBy.year': LATER };
const slots = [10, 11, 12, 13].map((hour) => `9 12 ${LATER} ${hour}:00 Room <2>`).join('\r\n');
const statusOf = async (path: string, who: string | undefined) => (await visit(path, { as: who })).status;

describe('the page of the interviews', () => {
  test('is not there before quality is agreed, whoever asks', async () => {
    for (const who of [as, world.panel.evaluators[0].id, world.panel.owner.id])
      expect((await statusOf(page, who)) >= 403).toBe(true);
    expect(await statusOf(page, as)).toBe(404);
    await store.db.question.update({
      where: { id: world.question.id },
      data: { qualityAgreedAt: new Date() },
    });
  });

  test('shows the shortlist by its rule to the panel, the form to the moderator, and nothing to others', async () => {
    const { panel, bids, stranger, coordinator } = world;
    const shown = await visit(page, { as });
    expect(shown.text).toContain('the best 2 bids by quality');
    expect(shown.text).toContain('up to 5 points of quality');
    expect(shown.$('main h3')).toHaveLength(2);
    expect(shown.buttons).toContain('Invite the shortlist');
    const read = await visit(page, { as: panel.evaluators[0].id });
    expect([read.status, read.buttons.includes('Invite the shortlist')]).toEqual([200, false]);
    expect(await statusOf(page, panel.owner.id)).toBe(403);
    expect(await statusOf(page, coordinator.id)).toBe(403);
    for (const who of [bids.one.leadId, stranger.id]) expect(await statusOf(page, who)).toBe(404);
    expect((await visit(page)).status).not.toBe(200);
  });

  test('keeps what was typed beside what is wrong with it', async () => {
    const empty = await send(page, {}, { as });
    expect([empty.status, empty.errors.length]).toEqual([422, 3]);
    for (const name of ['asks', 'slots', 'chooseBy'])
      expect([name, empty.messageBeside(name)]).not.toEqual([name, null]);
    const wrong = await send(page, { asks: 'What first?', slots: 'soon\r\nlater', ...chooseBy }, { as });
    expect(wrong.status).toBe(422);
    expect(wrong.messageBeside('slots')).toContain('Line 1 is not a date, a time and a place: “soon”');
    expect(wrong.fields['asks']).toBe('What first?');
    expect(wrong.fields['slots']).toContain('later');
    expect(wrong.fields['chooseBy.year']).toBe(LATER);
    const date = await send(page, { asks: 'x', slots, ...chooseBy, 'chooseBy.month': '13' }, { as });
    expect([date.status, date.messageBeside('chooseBy')]).toEqual([
      422,
      'Enter a real date, like 21 11 2026',
    ]);
    expect(await store.db.interviewRound.count()).toBe(0);
  });

  test('invites once; a second click says so on the page as it is now', async () => {
    const form = { asks: 'What first?\n<b>Why?</b>', slots, ...chooseBy };
    const first = await send(page, form, { as });
    expect([first.status, first.location, first.banner]).toEqual([303, page, 'The shortlist is invited']);
    const second = await send(page, form, { as });
    expect(second.status).toBe(422);
    expect(second.errors).toEqual(['The shortlist has been invited already.']);
    const shown = await visit(page, { as });
    expect(shown.buttons).not.toContain('Invite the shortlist');
    expect(shown.text).toContain('<b>Why?</b>');
    expect(shown.links.filter(({ text }) => text.startsWith('Record the interview of'))).toHaveLength(2);
    expect(shown.links.map(({ text }) => text)).not.toContain('Close the interviews');
    const read = await visit(page, { as: world.panel.evaluators[0].id });
    expect(read.links.filter(({ text }) => text.startsWith('Record'))).toEqual([]);
  });
});

describe('a bidder’s own interview', () => {
  test('shows times of their own to the whole bid, and choosing to who may', async () => {
    const { bids, partner, stranger, coordinator } = world;
    const own = paths.ownInterview(bids.one.reference);
    const lead = await visit(own, { as: bids.one.leadId });
    expect(lead.text).toContain('No time is chosen yet.');
    expect(lead.text).toContain('Room <2>');
    expect(lead.$('[name="slot"]')).toHaveLength(2);
    const part = await visit(own, { as: partner });
    expect([part.status, part.$('[name="slot"]').length, part.buttons.includes('Choose this time')]).toEqual([
      200,
      0,
      false,
    ]);
    for (const who of [bids.two.leadId, as, stranger.id, coordinator.id])
      expect(await statusOf(own, who)).toBe(404);
    expect(await statusOf(paths.ownInterview(bids.low.reference), bids.low.leadId)).toBe(404);
  });

  test('is refused without a choice, kept with one, and shown to the panel', async () => {
    const { bids } = world;
    const own = paths.ownInterview(bids.one.reference);
    const asLead = { as: bids.one.leadId };
    const none = await send(own, {}, asLead);
    expect([none.status, none.messageBeside('slot')]).toEqual([422, 'Choose a time']);
    const foreign = await store.db.interviewSlot.findFirstOrThrow({ where: { bidId: bids.two.id } });
    const other = await send(own, { slot: foreign.id }, asLead);
    expect([other.status, other.messageBeside('slot')]).toEqual([422, 'Choose one of the times offered']);
    const [mine] = await store.db.interviewSlot.findMany({
      where: { bidId: bids.one.id },
      orderBy: { startsAt: 'asc' },
    });
    expect((await send(own, { slot: mine?.id }, asLead)).banner).toBe('Your time is recorded');
    const shown = await visit(own, asLead);
    expect(shown.fields['slot']).toBe(mine?.id);
    expect(shown.text).toContain(`Your time: 9 December ${LATER}`);
    expect((await visit(page, { as })).text).toContain(`9 December ${LATER}`);
  });

  test('is withdrawn from by the lead, with a reason, once', async () => {
    const { bids, partner } = world;
    const away = paths.withdrawFromInterview(bids.two.reference);
    expect((await visit(paths.withdrawFromInterview(bids.one.reference), { as: partner })).text).toContain(
      'nothing to withdraw',
    );
    const asLead = { as: bids.two.leadId };
    const empty = await send(away, { reason: ' ' }, asLead);
    expect([empty.status, empty.messageBeside('reason')]).toEqual([422, 'Say why you withdraw']);
    expect((await send(away, { reason: 'Our lead is ill.' }, asLead)).status).toBe(303);
    const again = await send(away, { reason: 'Our lead is ill.' }, asLead);
    expect([again.status, again.errors]).toEqual([422, ['You have withdrawn already.']]);
    expect((await visit(paths.ownInterview(bids.two.reference), asLead)).text).toContain(
      'You have withdrawn',
    );
    expect((await visit(page, { as })).text).toContain('Withdrawn from the interviews: Our lead is ill.');
  });
});

describe('recording and closing', () => {
  test('points are within what was published, and what was typed is kept', async () => {
    const { bids, panel } = world;
    const record = paths.interviewRecord(bids.one.reference);
    expect(await statusOf(record, panel.evaluators[0].id)).toBe(403);
    expect(await statusOf(record, bids.one.leadId)).toBe(404);
    expect((await visit(record, { as })).fields).toMatchObject({ points: '', reason: '' });
    for (const points of ['6', '-6', '', '1.5', 'many']) {
      const refused = await send(record, { points, reason: 'All were there.' }, { as });
      expect([points, refused.status, refused.messageBeside('points') === null]).toEqual([
        points,
        422,
        false,
      ]);
      expect([points, refused.fields['reason']]).toEqual([points, 'All were there.']);
    }
    expect((await visit(paths.agreeInterviews(world.reference), { as })).status).toBe(403);
    expect((await send(record, { points: '-5', reason: 'All were there.' }, { as })).location).toBe(page);
    expect((await visit(record, { as })).fields).toMatchObject({ points: '-5', reason: 'All were there.' });
    const gone = await visit(paths.interviewRecord(bids.two.reference), { as });
    expect([
      gone.text.includes('can no longer be recorded'),
      gone.buttons.includes('Record the interview'),
    ]).toEqual([true, false]);
  });

  test('closing is offered once each is settled, and leads to the ranking', async () => {
    const { reference, bids } = world;
    const close = paths.agreeInterviews(reference);
    expect((await visit(page, { as })).links.map(({ href }) => href)).toContain(close);
    expect((await visit(close, { as: world.panel.evaluators[0].id })).status).toBe(403);
    expect((await send(close, {}, { as })).location).toBe(paths.ranking(reference));
    const again = await send(close, {}, { as });
    expect([again.status < 500, again.status >= 400]).toEqual([true, true]);
    const ranking = await visit(paths.ranking(reference), { as });
    const [first, ...unranked] = ranking.rows.slice(0, 3).map(([rank, , quality]) => [rank, quality]);
    expect(first).toEqual(['1', '95']);
    expect(unranked.sort()).toEqual([
      ['None', '20'],
      ['None', '80'],
    ]);
    expect(ranking.text).toContain('Withdrawn from the interviews, so not ranked');
    const late = await visit(paths.interviewRecord(bids.one.reference), { as });
    expect(late.text).toContain('can no longer be recorded');
  });
});
