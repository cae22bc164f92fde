import { askingTeam, coordinator, expert, pastQuestion } from '../support/journey/cast';
import { inDays, moveClock } from '../support/journey/clock';
import { expect, test, type Walker } from '../support/journey/journey';
import { approve, draftFromPast, sendForApproval } from '../support/journey/steps/asking';
import { submitBid, writeBid } from '../support/journey/steps/bidding';
import {
  interview,
  judgeExpressions,
  recordInterviews,
  sendExpression,
} from '../support/journey/steps/competing';
import { recordContract } from '../support/journey/steps/delivering';
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

const TITLE = 'Which checks at small ports stop what is hidden in fruit?';

test('a competition in two stages is opened by two, interviewed, challenged and contracted', async ({
  journey,
}) => {
  const team = await askingTeam();
  const past = await pastQuestion(team, {
    routeSlug: 'competition',
    data: { interviewMode: 'adjustment', interviewPlaces: 2, interviewPoints: 5 },
  });

  // Asked with a first stage.
  const author = await journey.as(team.author);
  const draft = await draftFromPast(author, past, {
    title: TITLE,
    tellDates: () => firstStage(author),
  });
  const question = await sendForApproval(author, draft);
  const owner = await journey.as(team.owner);
  await approve(owner, question);
  await appointPanel(author, question, team.moderator, [...team.evaluators, team.author]);
  const moderator = await journey.as(team.moderator);
  const panel = [moderator, author, ...(await Promise.all(team.evaluators.map((one) => journey.as(one))))];

  // Three express interest under seal; two are invited, and all are told at once.
  const bidder = await journey.as(await expert('Sana Strong'));
  const rival = await journey.as(await expert('Olu Other'));
  const third = await journey.as(await expert('Theo Third'));
  await sendExpression(bidder, question, 'Excellent access to four ports.');
  await sendExpression(rival, question, 'Some access to two ports.');
  await sendExpression(third, question, 'A survey by post.');
  await moveClock(12);
  await declareNone([moderator], question);
  await judgeExpressions(moderator, question);
  await third.open(`${question}/expression`);
  await third.sees('You are not invited to bid this time.');

  // The invited bid in full; two people open, neither alone.
  const bid = await writeBid(bidder, question, { dayRate: '900', strength: 'Excellent access.' });
  await submitBid(bidder, bid);
  const late = await writeBid(rival, question, { dayRate: '800', strength: 'Some access.' });
  await submitBid(rival, late);
  await moveClock(33);
  const holder = await journey.as(team.budgetHolder);
  await open([holder], question);
  await holder.sees('The second opener has to confirm too.');
  await open([moderator], question);
  await moderator.sees('The bids are open.');
  await declareNone(panel, question);

  // Scored, agreed, interviewed; only then do prices count.
  for (const evaluator of panel.slice(1)) await scoreBids(evaluator, [bid, late], 5, 4);
  await moderate(moderator, question);
  await interview(
    moderator,
    [
      [bidder, bid],
      [rival, late],
    ],
    question,
  );
  await moveClock(7);
  await recordInterviews(moderator, question, ['2', '0']);
  await moderator.heading('Ranking');
  await recommend(moderator, question);
  await declareNone([owner, holder, ...panel], question);
  await decide(owner, question);

  // The decision is withdrawn before anybody was told, and taken again.
  await owner.press(/Sana Strong|University/, 'main table');
  await owner.press('Withdraw the decision');
  await owner.fill('Why is it withdrawn?', 'The price was read without its overheads.');
  await owner.press('Withdraw the decision');
  await owner.sees('The decision is withdrawn');
  await recommend(moderator, question);
  await decide(owner, question);
  await tellBidders(owner, question);
  const award = await bidder.awardOf(TITLE);

  // Challenged in the standstill, which holds the contract until a coordinator without a part has decided.
  const challenge = await lodge(rival, late);
  await moveClock(20);
  await owner.open(award);
  await owner.sees('Extended: no contract can be signed yet');
  const desk = await journey.as(await coordinator());
  await desk.open('/');
  await desk.press(/challenge/i);
  expect(desk.path()).toBe(challenge);
  await desk.choose('What do you decide?', /^Rejected/);
  await desk.fill('Why? The bidder reads this', 'The sums are right: criterion 1 counts 60.');
  await desk.press('Decide the challenge');
  await rival.open(challenge);
  await rival.sees('The sums are right');
  await moveClock(1);
  await recordContract(owner, award, 'HO-2026-19');
  await owner.sees('HO-2026-19');
});

async function firstStage(author: Walker): Promise<void> {
  await author.page.getByText('Ask for short expressions of interest first').click();
  await author.fillDate('Last day for expressions of interest', inDays(10));
  await author.fill('Most words of an approach', '200');
  await author.fill('By what you choose whom to invite', 'Access to ports.');
}

/** From the summary of the bid, which says that one can; gives the address of the challenge. */
async function lodge(rival: Walker, bid: string): Promise<string> {
  await rival.open(`${bid}/summary`);
  await rival.sees('Meets the need, with gaps.');
  await rival.press('Challenge the decision');
  await rival.tick('A score or the sums are wrong');
  await rival.fill('What do you challenge, and why?', 'Our second score does not fit its reason.');
  await rival.press('Lodge the challenge');
  await rival.press(/^Your challenge of/);
  return rival.path();
}
