import { beforeAll, describe, expect, test } from 'vitest';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';
import { addDays, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeEvaluated } from '../../../../tests/support/factories/awards';
import { bidderOf } from '../../../../tests/support/factories/competitions';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const store = useDatabase();
type Made = Awaited<ReturnType<typeof makeEvaluated>>;

const dayFields = (name: string, days: number) => {
  const day = addDays(ukDay(new Date()), days);
  return {
    [`${name}.day`]: String(day.getUTCDate()),
    [`${name}.month`]: String(day.getUTCMonth() + 1),
    [`${name}.year`]: String(day.getUTCFullYear()),
  };
};
const questionOf = ({ question }: Made) =>
  store.db.question.findUniqueOrThrow({ where: { id: question.id } });
const recommend = ({ question, panel }: Made, bid: { reference: string }) =>
  send(
    paths.recommendation(question.reference),
    { outcome: 'awarded', text: 'By the ranking.', bids: bid.reference },
    { as: panel.moderator.id },
  );
const approve = ({ question, panel }: Made) =>
  send(paths.decision(question.reference), {}, { as: panel.owner.id });
const keep = ({ question, panel }: Made, fields: Record<string, string>, as = panel.owner.id) =>
  send(paths.reserve(question.reference), fields, { as });
const tell = async ({ question, panel }: Made) => {
  await send(paths.summaries(question.reference), {}, { as: panel.author.id });
  return send(paths.giveNotice(question.reference), {}, { as: panel.author.id });
};
const awardOf = (questionId: string) =>
  store.db.award.findFirstOrThrow({ where: { questionId, withdrawnAt: null } });
const ownSummary = async (bid: { reference: string; leadId: string }) =>
  (await visit(paths.bidSummary(bid.reference), { as: bid.leadId })).text;

async function decided() {
  const made = await makeEvaluated();
  await recommend(made, made.first);
  await approve(made);
  return made;
}

describe('the reserve list', () => {
  let made: Made;
  beforeAll(async () => {
    made = await decided();
  });
  const list = { places: '1', ...dayFields('until', 20) };

  test('is the owner’s, in the order of rank, until a day to come', async () => {
    const { panel, question, second } = made;
    for (const { id } of [panel.author, panel.moderator])
      expect((await keep(made, list, id)).status).toBe(403);
    expect((await keep(made, list, second.leadId)).status).toBe(404);
    const page = await visit(paths.reserve(question.reference), { as: panel.owner.id });
    expect(page.text).toContain(`Next by rank: ${await bidderOf(second)}.`);
    expect((await keep(made, { ...list, places: '2' })).errors).toEqual(['Only 1 more bids are ranked']);
    expect((await keep(made, { ...list, ...dayFields('until', 0) })).errors).toEqual([
      'Enter a day after today',
    ]);
    expect((await keep(made, list)).location).toBe(paths.reserve(question.reference));
    const again = await keep(made, list);
    expect([again.status, again.errors.length]).toEqual([422, 1]);
    await expect(
      store.db.reservePlace.updateMany({ where: { questionId: question.id }, data: { position: 4 } }),
    ).rejects.toThrow(/never changed/);
  });

  test('each bidder reads their own place with the summary, and the winner nothing of it', async () => {
    await tell(made);
    expect(await ownSummary(made.second)).toContain('on the reserve list, in place 1');
    expect(await ownSummary(made.first)).not.toContain('reserve');
  });

  test('a winner declines until the contract, and the first on the list is awarded by every step', async () => {
    const { panel, question, first, second } = made;
    const award = await awardOf(question.id);
    const decline = (as: string) =>
      send(paths.declineAward(award.reference), { reason: 'Our method lead has left.' }, { as });
    expect((await decline(panel.owner.id)).status).toBe(403);
    expect((await decline(second.leadId)).status).toBe(403);
    expect((await decline(first.leadId)).location).toBe(paths.bids());
    expect((await toldOf('AwardWasDeclined', award.id)).people).toContain(panel.owner.id);
    expect((await decline(first.leadId)).status).toBe(404);
    expect((await questionOf(made)).decidedAt).not.toBeNull();
    const wrong = await recommend(made, first);
    expect(wrong.errors).toEqual(['The next award is to the first on the reserve list']);
    expect((await recommend(made, second)).status).toBe(303);
    const home = await visit(paths.home(), { as: panel.owner.id });
    expect(home.text).toContain('Decide on the recommendation');
    expect((await approve(made)).status).toBe(303);
    const next = await awardOf(question.id);
    expect([next.bidId, next.noticeAt]).toEqual([second.id, null]);
    const unsent = await store.db.assessmentSummary.findMany({
      where: { sentAt: null, bid: { questionId: question.id } },
    });
    expect(unsent.map(({ bidId }) => bidId)).toEqual([second.id]);
    await tell(made);
    expect(await ownSummary(second)).toContain('An award was decided from the reserve list');
    const { text } = await visit(paths.questionFile(question.reference), { as: panel.owner.id });
    expect(text).toContain('Award was declined');
  });
});

test('an award out of the order of the list is refused by the database', async () => {
  const made = await decided();
  const { question, first, second, panel } = made;
  await keep(made, { places: '1', ...dayFields('until', 5) });
  const award = await awardOf(question.id);
  await send(paths.withdrawAward(award.reference), { reason: 'A slip in the sums.' }, { as: panel.owner.id });
  const row = { id: crypto.randomUUID(), reference: 'ZZZZ2222', questionId: question.id, amount: 1 };
  const by = { decidedAt: new Date(), decidedById: panel.owner.id };
  await expect(store.db.award.create({ data: { ...row, ...by, bidId: first.id } })).rejects.toThrow(
    /ReserveIsOutOfOrder/,
  );
  expect((await questionOf(made)).decidedAt).not.toBeNull();
  // Released, nothing of the decision stands: the panel looks again.
  const fields = { reason: 'Both bids are looked at again.' };
  expect((await send(paths.reserve(question.reference), fields, { as: panel.owner.id })).status).toBe(303);
  expect((await toldOf('ReservePlaceWasReleased', second.id)).people).toEqual([second.leadId]);
  expect((await questionOf(made)).decidedAt).toBeNull();
  expect((await recommend(made, first)).status).toBe(303);
});

describe('on hold', () => {
  test('nothing is recommended, decided or announced, bidders learn that it is so and not why', async () => {
    const made = await makeEvaluated();
    const { question, panel, first } = made;
    const address = paths.hold(question.reference);
    const hold = { reason: 'The budget is under review.', ...dayFields('reviewOn', 3) };
    expect((await send(address, hold, { as: panel.author.id })).status).toBe(403);
    expect(
      (await send(address, { ...hold, ...dayFields('reviewOn', 0) }, { as: panel.owner.id })).status,
    ).toBe(422);
    expect((await send(address, hold, { as: panel.owner.id })).location).toBe(
      paths.evaluation(question.reference),
    );
    const told = await toldOf('CompetitionWasPutOnHold', question.id);
    expect(told.people).toEqual(expect.arrayContaining([first.leadId, panel.moderator.id]));
    const notices = await store.db.notice.findMany({ where: { personId: first.leadId } });
    expect(JSON.stringify(notices)).not.toContain('budget');
    const refused = await recommend(made, first);
    expect(refused.errors[0]).toContain('This competition is on hold, to be reviewed on');
    const page = await visit(paths.evaluation(question.reference), { as: panel.moderator.id });
    expect(page.text).toContain('This competition is on hold, to be reviewed on');
    expect((await send(address, { resume: 'yes' }, { as: panel.owner.id })).status).toBe(303);
    expect((await send(address, { resume: 'yes' }, { as: panel.owner.id })).status).toBe(409);
    expect((await recommend(made, first)).status).toBe(303);
    await send(address, hold, { as: panel.owner.id });
    expect((await approve(made)).errors[0]).toContain('on hold');
    expect((await visit(address, { as: panel.owner.id })).text).toContain('The budget is under review.');
  });
});

test('a day that has passed releases by itself, and what was held is looked at on its day', async () => {
  const made = await decided();
  await keep(made, { places: '1', ...dayFields('until', 2) });
  const held = await makeEvaluated();
  const hold = { reason: 'Wait.', ...dayFields('reviewOn', 2) };
  await send(paths.hold(held.question.reference), hold, { as: held.panel.owner.id });
  await moveClock('3 days');
  await recordDueFacts();
  const place = await store.db.reservePlace.findFirstOrThrow({ where: { questionId: made.question.id } });
  expect(place.releasedReason).toBe('Its day has passed.');
  expect((await questionOf(made)).decidedAt).not.toBeNull();
  expect((await visit(paths.home(), { as: held.panel.owner.id })).text).toContain(
    'Look again at a competition on hold',
  );
});
