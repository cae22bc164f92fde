import { askingTeam, committeeReader, coordinator } from '../support/journey/cast';
import { expect, test } from '../support/journey/journey';
import { inDays } from '../support/journey/clock';
import { makePrioritySet } from '../support/factories/priorities';

/** The quarter that ended last, as the product writes it: `2026-Q3`, and its name. */
function lastQuarter(now: Date) {
  const start = new Date(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 - 3, 1));
  const number = start.getUTCMonth() / 3 + 1;
  const year = start.getUTCFullYear();
  return { key: `${year}-Q${number}`, name: `Quarter ${number} of ${year}` };
}

test('a coordinator prepares the scorecard of a quarter, issues it, and the committee reads it', async ({
  journey,
}) => {
  const team = await askingTeam();
  const [editor, committee] = [await coordinator(), await committeeReader()];
  const aim = `Fewer ${team.author.name} yards`;
  const set = await makePrioritySet({ names: [aim, `Calmer ${team.author.name} roads`] });
  const quarter = lastQuarter(new Date());

  const nash = await journey.as(editor);
  await nash.open('/measures/new');
  await nash.fill('What the measure is called', `Yards raided for ${team.author.name}`);
  await nash.choose('What it is about', `Priority: ${aim} (${set.document})`);
  await nash.choose('What it counts', /^Outcome/);
  await nash.choose('Which cell of the scorecard it fills', 'Impact');
  await nash.fill('Unit', 'yards');
  await nash.choose('Which way is better', /^Lower/);
  await nash.choose('How often it is counted', 'Each quarter');
  await nash.fill('Definition', 'Yards at which stolen plant was found, each once a quarter.');
  await nash.fill('Method', 'Counted from returns.');
  await nash.fill('Source', 'Quarterly return of forces');
  await nash.fillDate('This definition holds from', new Date('2020-01-01'));
  await nash.press('Save the draft');
  await nash.pressRefused('Pilot it');
  await nash.press('Change it');
  await nash.choose('Owning organisation', team.department.name);
  await nash.choose('Owner', editor.name);
  await nash.fillDate('Look at it again on', inDays(200));
  await nash.press('Save');
  await nash.press('Pilot it');

  await nash.press('Record a figure');
  await nash.choose('Period', quarter.name);
  await nash.fill('Figure, in yards', '1,204');
  await nash.fill('Source', 'Return of the quarter, table 2');
  await nash.choose('How sound it is', /^Moderate/);
  await nash.press('Record it');
  const measure = nash.path();
  await nash.press(/^Link evidence/);
  await nash.pressRefused('Link it');
  await nash.fill('Evidence', 'https://www.example.org/return');
  await nash.fill('What it shows', 'The table, as published.');
  await nash.press('Link it');
  await nash.sees('Evidenced');

  const beth = await journey.as(team.budgetHolder);
  await beth.open(measure);
  await beth.press(/^Validate/);
  await beth.fill('What you checked', 'The sum of the forces.');
  await beth.press('It is right');
  await beth.sees('Validated');

  await nash.open(`/scorecards/live?of=${set.slug}&period=${quarter.key}`);
  await nash.heading('1 of 6 cells are filled');
  await nash.sees('1,204 yards');
  const csv = await nash.page.request.get(
    `${journey.address}/scorecards/live.csv?of=${set.slug}&period=${quarter.key}`,
  );
  expect(await csv.text()).toContain('1204');
  await nash.fill('Note (optional)', 'One force sent nothing.');
  await nash.press('Issue this scorecard');
  await nash.sees('Issued. It stays as it is now');
  const issued = nash.path();

  const reader = await journey.as(committee);
  await reader.open('/scorecards');
  await reader.press(new RegExp(set.document));
  expect(reader.path()).toBe(issued);
  await reader.sees('1,204 yards');
  await reader.sees('One force sent nothing.');
  const live = await reader.page.request.get(`${journey.address}/scorecards/live?of=${set.slug}`);
  expect(live.status()).toBe(403);
});
