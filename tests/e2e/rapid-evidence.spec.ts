import { askingTeam, expert, pastQuestion } from '../support/journey/cast';
import { moveClock } from '../support/journey/clock';
import { test } from '../support/journey/journey';
import { approve, draftFromPast, sendForApproval } from '../support/journey/steps/asking';
import { submitBid, writeBid } from '../support/journey/steps/bidding';
import { confirmEligibility, findRequirementsMet } from '../support/journey/steps/competing';
import { accept, deliver, recordContract } from '../support/journey/steps/delivering';
import {
  appointPanel,
  decide,
  declareNone,
  moderate,
  open,
  recommend,
  scoreBids,
  tellBidders,
} from '../support/journey/steps/judging';

const TITLE = 'What is known of locks that cuckoos change?';
const CONDITION = 'You are based in the United Kingdom';

test('a rapid evidence assessment is bid for, judged lightly and delivered', async ({ journey }) => {
  const team = await askingTeam();
  const past = await pastQuestion(team, {
    routeSlug: 'rapid-evidence-assessment',
    requirements: {
      condition1: CONDITION,
      essential1: 'Two readers search and choose',
      evidence1: 'A published protocol',
    },
  });

  // Asked as last year's was, and approved.
  const author = await journey.as(team.author);
  const question = await sendForApproval(author, await draftFromPast(author, past, { title: TITLE }));
  const owner = await journey.as(team.owner);
  await approve(owner, question);
  await appointPanel(author, question, team.moderator, team.evaluators);

  // Who may not bid is told so before a word is written; who may gives evidence for what is essential.
  const abroad = await journey.as(await expert('Abe Abroad'));
  await abroad.open(question);
  await abroad.press('Start a bid');
  await abroad.press('Confirm that you may bid');
  await abroad.choose('Who would you bid for?', /University/);
  await abroad.choose(`Does this hold: ${CONDITION}`, 'No');
  await abroad.press('Confirm');
  await abroad.sees('you cannot bid for this question');
  const bidder = await journey.as(await expert('Rita Reader'));
  await confirmEligibility(bidder, question);
  const bid = await writeBid(bidder, question, { dayRate: '500', strength: 'Excellent search.' });
  await submitBid(bidder, bid);

  // Opened by one, what is essential found by two, then scored.
  await moveClock(45);
  const moderator = await journey.as(team.moderator);
  const evaluators = await Promise.all(team.evaluators.map((one) => journey.as(one)));
  const panel = [moderator, ...evaluators];
  await open([moderator], question);
  await declareNone(panel, question);
  const [first = moderator] = evaluators;
  await findRequirementsMet(first, moderator, [bid]);
  for (const evaluator of evaluators) await scoreBids(evaluator, [bid], 5, 4);
  await moderate(moderator, question);
  await recommend(moderator, question);
  await declareNone([author, owner, await journey.as(team.budgetHolder), ...panel], question);
  await decide(owner, question);
  await tellBidders(owner, question);

  // No standstill on this route: the contract follows at once.
  const award = await bidder.awardOf(TITLE);
  await recordContract(owner, award, 'HO-2026-18');
  await accept(first, owner, await deliver(bidder, award, 2));
  await owner.sees('Accepted');
});
