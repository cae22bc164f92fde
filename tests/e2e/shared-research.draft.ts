import { coordinator, expert, askingTeam } from '../support/journey/cast';
import { expect, test } from '../support/journey/journey';

const BIBTEX = `@article{fairhaven2024,
  title = {Night shifts and cuckooing in three coastal towns},
  author = {Larkin, Josie and Adeyemi, Tunde},
  journal = {Journal of Invented Criminology},
  year = {2024}, volume = {12}, number = {3}, pages = {101--119},
  doi = {10.5555/soundings.2024.101}
}`;

test('an academic shares research, and it changes a decision', async ({ journey }) => {
  const academic = await expert('Josie Larkin');
  const curator = await coordinator();
  const team = await askingTeam();

  const author = await journey.as(academic);
  await author.open('/findings/new');
  const before = journey.pagesOf(author.name);
  await author.fill('Paste its reference', 'not a reference');
  await author.press('Continue');
  await author.sees('There is a problem');
  await author.fill('Paste its reference', BIBTEX);
  await author.press('Continue');
  if (author.path().endsWith('/draft')) await author.press('Save and continue');
  await author.fill('Key messages', 'Most moves happen in the **first hour** after midnight.');
  await author.tick('Qualitative study');
  await author.fill('Limits', 'Three towns in one county; two winters.');
  await author.fill('Licence', 'CC BY 4.0');
  await author.tick('Illegal drugs');
  await author.tick('Prevent');
  await author.press('Save and continue');
  await author.sees('Night shifts and cuckooing');
  await author.press('Send for review');
  await author.heading('Sent for review');
  // One page more than the four of the product: the refused paste above.
  expect(journey.pagesOf(author.name) - before).toBeLessThanOrEqual(5);

  const desk = await journey.as(curator);
  await desk.open('/desk');
  await desk.press('Findings to review');
  await desk.press(/Night shifts and cuckooing/);
  const reference = (await author.page.locator('main strong').first().textContent()) ?? '';
  const finding = `/findings/${reference}`;
  await desk.open(`${finding}/review`);
  await desk.press('Publish to the network');
  await desk.sees('Finding published to the network');

  const visitor = await journey.visitor();
  expect((await visitor.page.goto(`${journey.address}${finding}`))?.status()).toBe(404);
  await visitor.arrived();

  await desk.open(`${finding}/release`);
  await desk.fill('Why the public may see it', 'Published already in an open journal.');
  await desk.press('Release it');
  await visitor.open(finding);
  await visitor.heading('Night shifts and cuckooing');

  const official = await journey.as(team.author);
  await official.open(finding);
  await official.page.locator('main').getByLabel('Priority').selectOption({ index: 1 });
  await official.tick(/4 Shapes an option/);
  await official.tick('Fairly certain');
  await official.fill('Why', 'It moves the patrol plan.');
  await official.press('Rate');
  await official.sees('It moves the patrol plan.');

  await official.open(`${finding}/impact/new`);
  await official.fill('What was decided', 'Night visits in three towns start in April.');
  await official.fillDate('When', new Date('2026-10-01'));
  await official.fill('What the finding changed', 'Two teams move from day to night.');
  await official.fill('What shows it', 'Minute 4 of the board of 1 October 2026.');
  await official.press('Record it');
  const record = official.path();
  await author.open(`${record}/statement`);
  await author.sees('Night visits in three towns');
});
