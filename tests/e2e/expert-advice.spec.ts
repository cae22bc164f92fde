import { askingTeam, coordinator, expert } from '../support/journey/cast';
import { expect, test, type Walker } from '../support/journey/journey';
import { inDays } from '../support/journey/clock';
import { approve } from '../support/journey/steps/asking';
import { publishFinding, sendFinding } from '../support/journey/steps/knowing';

const TITLE = 'Which signs of cuckooing do housing officers miss?';
const ANSWER = 'They miss a change of locks paid for in cash, more than any other sign.';

test('an expert advice request is answered and published', async ({ journey }) => {
  const team = await askingTeam();
  const author = await journey.signedIn(team.author);
  await journey.within(3, 'expert advice request', author, () => request(author, team.owner.name));
  const question = author.path().replace(/\/(draft|approval|check).*$/, '');
  const owner = await journey.as(team.owner);
  await approve(owner, question);

  const answering = await journey.as(await expert('Ada Advisor'));
  await answering.open(question);
  await answering.press('Answer this request');
  await answering.pressRefused('Save and check');
  await answering.fill('Your answer', ANSWER);
  await answering.fill('What your answer cannot tell', 'It rests on two boroughs.');
  await answering.press('Save and check');
  await answering.press('Send to the asking team');
  const answer = answering.path();

  const uninvolved = await journey.as(await expert('Una Uninvolved'));
  expect((await uninvolved.page.goto(`${journey.address}${answer}`))?.status()).toBe(404);
  await uninvolved.arrived();

  await author.open(`${question}/answers`);
  await author.press('Ada Advisor');
  await author.sees(ANSWER);
  await author.tick(/Also ask the author/);
  await author.press('Thank the author');
  await answering.open(answer);
  await answering.tick('Yes, with my name');
  await answering.press('Record my decision');

  await author.open(answer);
  await author.press('Make it a finding');
  await author.press('Start the finding');
  const finding = await sendFinding(author, async () => {
    await author.fill('Key messages', 'Locks changed for cash are the sign most often missed.');
    await author.tick('Expert judgement');
    await author.fill('Limits', 'Two boroughs.');
    await author.fill('Licence', 'CC BY 4.0');
  });
  const desk = await journey.as(await coordinator());
  await journey.within(1, 'publish a reviewed finding', desk, () => publishFinding(desk, finding));
  await uninvolved.open(finding);
  await uninvolved.sees('Ada Advisor');
  await uninvolved.press(/Question/, 'nav[aria-label="Where this stands"]');
  await uninvolved.heading(TITLE);
});

/** From the first page to "sent for approval". */
async function request(author: Walker, owner: string): Promise<void> {
  await author.open('/questions/new');
  await author.fill('The question, in one sentence', TITLE);
  await author.choose('Route', /^Expert advice request/);
  await author.press('Start the draft');
  await author.fill('Why you ask, and what will be decided', 'Guidance for housing officers is rewritten.');
  await author.fill('What exactly you need to know', 'Which signs are missed?\nWhich are misread?');
  await author.tick('Illegal drugs');
  await author.fillDate('When that is decided', inDays(60));
  await author.choose('What you offer', /^Unpaid|^No fee|^Nothing/);
  await author.choose('Marking', 'OFFICIAL');
  await author.tick(/^Answering needs no personal/);
  await author.choose(/^Who approves it/, owner);
  await author.fillDate(/^Answers are due on/, inDays(14));
  await author.press('Save and continue');
  await author.press('Send for approval');
}
