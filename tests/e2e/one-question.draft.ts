import { askingTeam, coordinator, expert } from '../support/journey/cast';
import { expect, test, type Walker } from '../support/journey/journey';
import { draftStudy, inDays, sendForApproval } from '../support/journey/steps/asking';
import { submitBid, writeBid } from '../support/journey/steps/bidding';
import {
  appointPanel,
  bidLinks,
  declareNone,
  moderate,
  recommendFirst,
  scoreBids,
  tellBidders,
} from '../support/journey/steps/judging';

const TITLE = 'How do insiders at ports get recruited?';

test('one question goes all the way', async ({ journey }) => {
  test.setTimeout(900_000);
  const team = await askingTeam();
  const strong = await expert('Sana Strong');
  const other = await expert('Olu Other');
  const curator = await coordinator();

  // Asked and approved.
  const author = await journey.as(team.author);
  const draft = await draftStudy(author, {
    title: TITLE,
    owner: team.owner.name,
    budgetHolder: team.budgetHolder.name,
  });
  const question = await sendForApproval(author, draft);
  const owner = await journey.as(team.owner);
  await owner.open(`${question}/approval`);
  await owner.press('Approve and publish');
  await appointPanel(author, question, team.moderator, team.evaluators);
  const holder = await journey.as(team.budgetHolder);
  const moderator = await journey.as(team.moderator);
  const evaluators = [await journey.as(team.evaluators[0]!), await journey.as(team.evaluators[1]!)];
  const influential = [author, owner, holder, moderator, ...evaluators];
  await declareNone(influential, question);

  // Clarified.
  const bidder = await journey.as(strong);
  await bidder.open(`${question}/clarifications/ask`);
  await bidder.page.locator('main textarea').first().fill('May we include Scottish ports?');
  await bidder.press(/Send|Ask/);
  await author.open(`${question}/clarifications`);
  await author.press(/Answer/);
  const boxes = author.page.locator('main textarea');
  await boxes.last().fill('Yes, up to three of them.');
  await author.press(/Publish/);

  // Bid under seal.
  const bid = await writeBid(bidder, question, { dayRate: '900', strength: 'Excellent access.' });
  await submitBid(bidder, bid);
  const rival = await journey.as(other);
  const late = await writeBid(rival, question, { dayRate: '800', strength: 'Some access.' });
  await submitBid(rival, late);
  await rival.open(question);
  expect((await rival.page.goto(`${journey.address}${bid}`))?.status()).toBe(404);
  await rival.arrived();

  // The deadline passes for real.
  await moderator.open(`${question}/opening`);
  expect(await moderator.page.getByRole('button', { name: /Open|Confirm/ }).count()).toBe(0);
  await journey.moveClock('45 days');
  await moderator.open(`${question}/opening`);
  await moderator.press(/moderator/i);
  await declareNone(influential, question);

  // Scored, moderated, decided.
  for (const evaluator of evaluators) await scoreBids(evaluator, await bidLinks(evaluator, question), 5, 4);
  await moderate(moderator, question);
  await recommendFirst(moderator, question);
  await declareNone(influential, question);
  await owner.open(`${question}/decision`);
  await owner.press('Approve');
  await tellBidders(owner, question, journey);
  await rival.open(`${late}/summary`);
  await rival.sees('Meets the need, with gaps.');

  // Contracted and delivered.
  await bidder.open('/awards');
  await bidder.press(/insiders at ports/);
  const award = bidder.path();
  await owner.open(`${award}/contract`);
  await owner.fill('Reference of the contract', 'HO-2026-17');
  await owner.fillDate('First day', inDays(70));
  await owner.fillDate('Last day', inDays(260));
  await owner.press('Record the contract');
  await bidder.open(`${award}/milestones/2/deliver`);
  await bidder.fill('Title', 'Recruitment at three ports');
  await bidder.fill('What you deliver', 'Approaches come through family in most cases.');
  await bidder.fill(/^Limits/, 'Three ports, forty interviews.');
  await bidder.press('Deliver');
  const deliverable = bidder.path();
  await evaluators[0]!.open(`${deliverable}/review`);
  await evaluators[0]!.page.locator('main textarea').fill('Sound, and it answers what was asked.');
  await evaluators[0]!.press('Record the review');
  await owner.open(`${deliverable}/accept`);
  await owner.press('Accept');

  // Known, rated and used.
  await bidder.open(deliverable);
  await bidder.press('Make it a finding');
  const reference = await shareDelivered(bidder);
  const desk = await journey.as(curator);
  await desk.open(`/findings/${reference}/review`);
  await desk.press('Publish to the network');
  const reader = evaluators[1]!;
  await reader.open(`/findings/${reference}`);
  await reader.page.locator('main').getByLabel('Priority').selectOption({ index: 1 });
  await reader.tick(/5 Changes a decision/);
  await reader.tick('Very certain');
  await reader.fill('Why', 'It moves the vetting plan.');
  await reader.press('Rate');
  await author.open(`/findings/${reference}/impact/new`);
  await author.fill('What was decided', 'Vetting moves to three roles.');
  await author.fillDate('When', inDays(30));
  await author.fill('What the finding changed', 'Roles, not places, are vetted.');
  await author.fill('What shows it', 'Board minute 7.');
  await author.press('Record it');
  await author.sees('Vetting moves to three roles');

  // And it stands on the map and in the file.
  await author.open('/map');
  await owner.open(`${question}/file`);
  await owner.sees('HO-2026-17');
  await author.open(question);
});

/** From the prefilled pages of a finding to "sent for review"; returns its reference. */
async function shareDelivered(bidder: Walker): Promise<string> {
  if (!bidder.path().includes('/draft')) await bidder.press(/Continue|Start|Make/);
  if (bidder.path().endsWith('/draft')) await bidder.press('Save and continue');
  await bidder.fill('Key messages', 'Recruitment runs through family.');
  await bidder.tick('Qualitative study');
  await bidder.fill('Limits', 'Three ports.');
  await bidder.fill('Licence', 'CC BY 4.0');
  await bidder.press('Save and continue');
  await bidder.press('Send for review');
  return (await bidder.page.locator('main strong').first().textContent()) ?? '';
}
