import { coordinator, expert, askingTeam } from '../support/journey/cast';
import { expect, test, type Walker } from '../support/journey/journey';
import { publishFinding, rateFinding, recordImpact } from '../support/journey/steps/knowing';

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
  await author.fill('Paste its reference', 'not a reference');
  await author.pressRefused('Continue');
  await journey.within(4, 'share a finding', author, () => share(author));
  await author.heading('Sent for review');

  const desk = await journey.as(curator);
  await desk.open('/desk');
  await desk.press('Findings to review');
  await desk.press('Select all, up to 200');
  await desk.press(/Night shifts and cuckooing/);
  const reference = (await author.page.locator('main strong').first().textContent()) ?? '';
  const finding = `/findings/${reference}`;
  await journey.within(1, 'publish a reviewed finding', desk, () => publishFinding(desk, finding));
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
  await journey.within(1, 'rate', official, () =>
    rateFinding(official, finding, 'It moves the patrol plan.'),
  );
  await journey.within(2, 'record impact', official, () => recordImpact(official, finding));
  const record = official.path();
  await author.open(`${record}/statement`);
  await author.sees('Vetting moves to three roles');
});

async function share(author: Walker): Promise<void> {
  await author.open('/findings/new');
  await author.fill('Paste its reference', BIBTEX);
  await author.press('Continue');
  await author.fill('Key messages', 'Most moves happen in the **first hour** after midnight.');
  await author.tick('Qualitative study');
  await author.fill('Limits', 'Three towns in one county; two winters.');
  await author.fill('Licence', 'CC BY 4.0');
  await author.tick('Illegal drugs');
  await author.tick('Prevent');
  await author.press('Save and continue');
  await author.sees('Night shifts and cuckooing');
  await author.press('Send for review');
}
