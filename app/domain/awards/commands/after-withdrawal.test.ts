import { expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { actorFor } from '../../../../tests/support/factories/people';
import { done, ending } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { withdrawQuestion } from '../../questions/commands/withdraw-question.server';
import { acceptDeliverable } from './accept-deliverable.server';
import { closeAward } from './close-award.server';
import { deliver } from './deliver.server';
import { giveNotice } from './give-notice.server';
import { payMilestone } from './pay-milestone.server';
import { returnDeliverable } from './return-deliverable.server';
import { reviewDeliverable } from './review-deliverable.server';
import { sendSummaries } from './send-summaries.server';
import { withdrawAward } from './withdraw-award.server';

const store = useDatabase();
const OVER = 'QuestionIsWithdrawn';
const work = { title: 'What we found', summary: 'Yes.', limits: '' };

test('of a question that was withdrawn nobody is told an outcome any more', async () => {
  const { question, award, panel } = await makeAward({ state: 'decided' });
  const { reference } = question;
  await store.db.assessmentSummary.updateMany({ data: { sentAt: null, sentById: null } });
  done(await run(withdrawQuestion, panel.author, { reference, reason: 'Taken early.' }));
  expect(ending(await run(sendSummaries, panel.author, { reference }))).toBe(OVER);
  const withdrawn = await run(withdrawAward, panel.owner, { reference: award.reference, reason: 'Wrong.' });
  expect(ending(withdrawn)).toBe(OVER);
  await expect(
    store.db.award.update({ where: { id: award.id }, data: { noticeAt: new Date() } }),
  ).rejects.toThrow(OVER);
  expect(ending(await run(giveNotice, panel.author, { reference }))).not.toBe('done');
});

test('of a question that was withdrawn nothing more is delivered; what was accepted is paid, and it is closed', async () => {
  const { question, award, panel, first } = await makeAward({
    state: 'inDelivery',
    milestones: [
      { title: 'Protocol', amount: 1_000_000 },
      { title: 'Interim report', amount: 2_000_000 },
      { title: 'Final report', amount: 3_000_000 },
    ],
  });
  const winner = await actorFor(first.leadId);
  const { reference } = award;
  const hand = (position: number) => run(deliver, winner, { reference, position, ...work });
  const protocol = done(await hand(1));
  done(await run(reviewDeliverable, panel.author, { ...protocol, note: 'Sound.' }));
  done(await run(acceptDeliverable, panel.owner, protocol));
  const interim = done(await hand(2));
  done(
    await run(withdrawQuestion, panel.author, { reference: question.reference, reason: 'Decided without.' }),
  );
  expect(ending(await hand(3))).toBe(OVER);
  expect(ending(await run(reviewDeliverable, panel.author, { ...interim, note: 'Late.' }))).toBe(OVER);
  expect(ending(await run(returnDeliverable, panel.owner, { ...interim, reason: 'More.' }))).toBe(OVER);
  await expect(
    store.db.question.update({ where: { id: question.id }, data: { answeredAt: new Date() } }),
  ).rejects.toThrow(OVER);
  done(await run(payMilestone, await actorFor(question.asking.budgetHolderId), { reference, position: 1 }));
  const open = await store.db.milestone.findMany({ where: { awardId: award.id, paidAt: null } });
  const reasons = open.map(({ id }) => ({ key: id, reason: 'The question was withdrawn.' }));
  done(await run(closeAward, panel.author, { reference, worked: 'Weekly calls.', open: reasons }));
});
