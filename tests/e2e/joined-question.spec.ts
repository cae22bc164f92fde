import { askingTeam } from '../support/journey/cast';
import { expect, test } from '../support/journey/journey';
import { makeQuestion } from '../support/factories/questions';
import { inDays } from '../support/journey/clock';

test('about to post a duplicate, a team joins the other team’s question instead', async ({ journey }) => {
  const [asking, joining] = [await askingTeam(), await askingTeam()];
  const title = `Which ${asking.author.name} yards strip stolen excavators?`;
  const asked = await makeQuestion({
    title,
    asking: {
      teamId: asking.team.id,
      authorId: asking.author.id,
      ownerId: asking.owner.id,
      budgetHolderId: asking.budgetHolder.id,
      moderatorId: asking.moderator.id,
      evaluatorId: asking.budgetHolder.id,
    },
  });

  const author = await journey.as(joining.author);
  await author.open('/questions/new');
  await author.fill('The question, in one sentence', `${title} Where?`);
  await author.choose('Route', /^Commissioned study/);
  await author.press('Start the draft');
  await author.press('Already asked or known?');
  await author.press(/^Join this question/);
  await author.pressRefused('Ask to join');
  await author.fill('What your team needs the answer for', 'The plant theft review');
  await author.fill('Your context', 'Our yards are smaller.');
  await author.fillDate('When you need it by', inDays(90));
  await author.press('Ask to join');
  await author.sees('This draft is set aside.');

  const owner = await journey.as(asking.owner);
  await owner.open('/');
  await owner.press(new RegExp(title.slice(0, 30)));
  await owner.sees('Our yards are smaller.');
  await owner.tick('Yes, as a sponsor');
  await owner.press('Send the answer');
  await owner.sees('The plant theft review');

  await author.page.reload();
  await author.press(title);
  await author.heading(title);
  await author.sees('Sponsored by other teams');
  expect(author.path().replace('-', '')).toContain(asked.reference);
});
