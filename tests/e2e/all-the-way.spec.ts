import { askingTeam, coordinator, expert } from '../support/journey/cast';
import { moveClock } from '../support/journey/clock';
import { expect, test } from '../support/journey/journey';
import { approve, clarify, draftStudy, sendForApproval } from '../support/journey/steps/asking';
import { expressInterest, submitBid, writeBid } from '../support/journey/steps/bidding';
import { accept, deliver, recordContract } from '../support/journey/steps/delivering';
import {
  appointPanel,
  bidLinks,
  decide,
  declareNone,
  moderate,
  open,
  recommend,
  scoreBids,
  tellBidders,
} from '../support/journey/steps/judging';
import { publishFinding, rateFinding, recordImpact, shareDelivered } from '../support/journey/steps/knowing';

const TITLE = 'How do insiders at ports get recruited?';

test('one question goes all the way', async ({ journey }) => {
  test.setTimeout(900_000);
  const team = await askingTeam();
  const strong = await expert('Sana Strong');
  const other = await expert('Olu Other');

  // From a priority: asked and approved.
  const author = await journey.as(team.author);
  const { draft, tasks } = await draftStudy(author, {
    title: TITLE,
    owner: team.owner.name,
    budgetHolder: team.budgetHolder.name,
  });
  journey.promised('commissioned question, tasks', tasks, 9);
  const question = await sendForApproval(author, draft);
  const owner = await journey.as(team.owner);
  await approve(owner, question);
  await appointPanel(author, question, team.moderator, team.evaluators);
  const holder = await journey.as(team.budgetHolder);
  const moderator = await journey.as(team.moderator);
  const evaluators = await Promise.all(team.evaluators.map((one) => journey.as(one)));
  const panel = [moderator, ...evaluators];

  // Noticed, clarified and bid for under seal.
  const bidder = await journey.as(strong);
  await journey.within(1, 'express interest', bidder, () => expressInterest(bidder, question));
  await clarify(bidder, author, question);
  const bid = await writeBid(bidder, question, {
    dayRate: '900',
    strength: 'Excellent access.',
    whole: true,
  });
  await submitBid(bidder, bid);
  const rival = await journey.as(other);
  expect((await rival.page.goto(`${journey.address}${bid}`))?.status()).toBe(404);
  await rival.arrived();

  // The deadline passes for real.
  await moderator.open(`${question}/opening`);
  expect(
    await moderator.page.getByRole('button', { name: /Open the bids|Confirm the opening/ }).count(),
  ).toBe(0);
  await moveClock(45);
  await open([moderator, owner], question);
  await declareNone(panel, question);

  // Scored, moderated, decided.
  for (const evaluator of evaluators) await scoreBids(evaluator, await bidLinks(evaluator, question), 5, 4);
  await moderate(moderator, question);
  await recommend(moderator, question);
  await declareNone([author, owner, holder, ...panel], question);
  await decide(owner, question);
  await tellBidders(owner, question);

  // Contracted, delivered and accepted.
  const award = await bidder.awardOf(TITLE);
  await recordContract(owner, award, 'HO-2026-17');
  const deliverable = await deliver(bidder, award, 2);
  await accept(evaluators[0] ?? moderator, owner, deliverable);

  // Known, rated and used.
  const finding = await shareDelivered(bidder, deliverable);
  const desk = await journey.as(await coordinator());
  await journey.within(1, 'publish a reviewed finding', desk, () => publishFinding(desk, finding));
  const reader = evaluators[1] ?? author;
  await journey.within(1, 'rate', reader, () => rateFinding(reader, finding, 'It moves the vetting plan.'));
  await journey.within(2, 'record impact', author, () => recordImpact(author, finding));
  await author.sees('Vetting moves to three roles');
  await bidder.open(`${author.path()}/statement`);
  await bidder.sees('Vetting moves to three roles');

  // And it stands on the map, on the priority, and in the file.
  await author.open(question);
  await author.press('Violence against women and girls');
  await author.sees(TITLE);
  await author.open('/map');
  await owner.open(`${question}/file`);
  await owner.sees('HO-2026-17');
});
