import { askingTeam, expert, pastQuestion } from '../support/journey/cast';
import { inDays, moveClock } from '../support/journey/clock';
import { expect, test, type Walker } from '../support/journey/journey';
import { approve, draftFromPast, sendForApproval } from '../support/journey/steps/asking';
import { submitBid, writeBid } from '../support/journey/steps/bidding';
import { recordContract } from '../support/journey/steps/delivering';
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

const TITLE = 'Which local schemes keep young people out of county lines?';

test('a funding call makes several grants, and its reserve takes the place of one declined', async ({
  journey,
}) => {
  const team = await askingTeam();
  const past = await pastQuestion(team, {
    routeSlug: 'funding-call',
    criteria: [
      { name: 'Fit to the need', weight: 100, guidance: 'Does it answer what is asked?', minimum: null },
    ],
    data: { awardsAvailable: 2 },
  });
  const author = await journey.as(team.author);
  const question = await sendForApproval(author, await draftFromPast(author, past, { title: TITLE }));
  const owner = await journey.as(team.owner);
  await approve(owner, question);
  await appointPanel(author, question, team.moderator, team.evaluators);

  const bids: [Walker, string][] = [];
  for (const [name, strength] of [
    ['Gwen Grant', 'Excellent schools.'],
    ['Hari Hope', 'Excellent clubs.'],
    ['Ines Idle', 'Some streets.'],
  ] as const) {
    const bidder = await journey.as(await expert(name));
    const bid = await writeBid(bidder, question, { dayRate: '400', strength });
    await submitBid(bidder, bid);
    bids.push([bidder, bid]);
  }

  // One evaluator knows one bidder: that bid alone is closed to them.
  await moveClock(45);
  const moderator = await journey.as(team.moderator);
  const evaluators = await Promise.all(team.evaluators.map((one) => journey.as(one)));
  const [knows = moderator, other = moderator] = evaluators;
  await open([moderator], question);
  await declareNone([moderator, other], question);
  await declareOf(knows, owner, question, 'Ines Idle');
  expect(await bidLinks(knows, question)).toHaveLength(2);
  const known = bids.map(([, bid]) => bid);
  await scoreBids(knows, known.slice(0, 2), 5, 3);
  await scoreBids(other, known, 5, 3);
  await moderate(moderator, question);
  await recommend(moderator, question, 2);
  await declareNone([author, owner, await journey.as(team.budgetHolder), moderator, ...evaluators], question);
  await decide(owner, question);

  // The third waits on the reserve list; everybody has a letter with the notice.
  await owner.open(`${question}/reserve`);
  await owner.fill('How many of them', '1');
  await owner.fillDate('Until which day', inDays(60));
  await owner.press('Put them on the reserve list');
  await owner.open(`${question}/letters`);
  await owner.press('Prepare the letters');
  await tellBidders(owner, question);
  const [[first, firstBid] = never(), [second] = never(), [third, thirdBid] = never()] = bids;
  await first.open(`${firstBid}/letter`);
  await third.open(`${thirdBid}/summary`);
  await third.sees('This bid is on the reserve list, in place 1');

  // One declines, the next on the list is awarded by every step.
  await second.open(await second.awardOf(TITLE));
  await second.press('Decline the award');
  await second.fill('Why do you decline it?', 'Our partner has closed.');
  await second.press('Decline the award');
  await recommend(moderator, question, /Ines Idle/);
  await decide(owner, question);
  await tellBidders(owner, question);
  for (const winner of [first, third]) await recordContract(owner, await winner.awardOf(TITLE), 'HO-GRANT');
  await owner.sees('HO-GRANT');
});

function never(): never {
  throw new Error('a bid is missing');
}

/** Declares an interest of one bidder, which the owner confirms as a conflict. */
async function declareOf(evaluator: Walker, owner: Walker, question: string, bidder: string): Promise<void> {
  await evaluator.open(`${question}/declaration`);
  await evaluator.tick('Yes, I declare an interest');
  await evaluator.tick(new RegExp(bidder));
  await evaluator.tick(/^Personal/);
  await evaluator.fill('If you have an interest, what is it?', 'We share a house.');
  await evaluator.press('Declare');
  await owner.open(`${question}/declarations`);
  await owner.press(/^Decide/);
  await owner.choose('Is this a conflict?', 'Yes, confirm it');
  await owner.fill('Your reason', 'They share a house.');
  await owner.press('Record the decision');
}
