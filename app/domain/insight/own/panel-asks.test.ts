import { expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeCompetition } from '../../../../tests/support/factories/competitions';
import { actorFor } from '../../../../tests/support/factories/people';
import { ask } from '../../query.server';
import { ownWork } from '../queries/own-work.server';

const store = useDatabase();
const DAY = 86_400_000;

const tasksOf = async (personId: string) =>
  ((await ask(ownWork, await actorFor(personId), {}))?.tasks ?? []).map(({ kind, reference }) => [
    kind,
    reference,
  ]);

test('what a panel asks waits with its bidder until it is answered or the time is over, with nobody else', async () => {
  const { question, panel, first, second } = await makeCompetition();
  const soon = new Date(Date.now() + 5 * DAY);
  const by = { askedById: panel.moderator.id, askedAt: new Date() };
  await store.db.priceQuery.create({ data: { bidId: first.id, reason: 'Low.', answerBy: soon, ...by } });
  await store.db.replyRound.create({
    data: { questionId: question.id, openedById: panel.moderator.id, openedAt: new Date(), closesAt: soon },
  });
  await store.db.interviewRound.create({
    data: {
      questionId: question.id,
      asks: 'Three questions.',
      chooseBy: soon,
      invitedById: panel.moderator.id,
      invitedAt: new Date(),
    },
  });
  await store.db.interview.create({ data: { bidId: first.id, questionId: question.id } });
  const reply = { bidId: first.id, text: 'We disagree.', savedById: first.leadId, savedAt: new Date() };
  await store.db.bidReply.create({ data: reply });
  expect((await tasksOf(first.leadId)).sort()).toEqual([
    ['chooseInterview', first.reference],
    ['explainPrice', first.reference],
    ['replyToPanel', first.reference],
  ]);
  expect(await tasksOf(second.leadId)).toEqual([['replyToPanel', second.reference]]);
  for (const { id } of [panel.moderator, panel.owner])
    expect((await tasksOf(id)).filter(([kind]) => kind === 'explainPrice')).toEqual([]);
  await store.db.bidReply.update({
    where: { bidId: first.id },
    data: { submittedAt: new Date(), submittedById: first.leadId },
  });
  expect(await tasksOf(first.leadId)).not.toContainEqual(['replyToPanel', first.reference]);
  await moveClock('6 days');
  expect(await tasksOf(first.leadId)).toEqual([]);
});
