import { askingTeam } from '../support/journey/cast';
import { test, type Walker } from '../support/journey/journey';
import { inDays } from '../support/journey/clock';

test('a department declares what comes first while it waits for a strategy, and says that it follows it', async ({
  journey,
}) => {
  const team = await askingTeam();
  const name = `What ${team.owner.name} puts first`;

  const owner = await journey.as(team.owner);
  await owner.open('/strategy');
  await owner.press(/interim set/i);
  await owner.pressRefused('Add interim set');
  await owner.choose('Team that owns it', team.team.name);
  await owner.fill('Name', name);
  await owner.fillDate('Last day', inDays(1500));
  await owner.fill('Priorities, one a line', `Fraud\nIllegal drugs\n${team.owner.name} ports`);
  await owner.fill('Why it is needed for now', 'The strategy is late, and money has to be spent.');
  await owner.pressRefused('Add interim set');
  await owner.sees('Two years are the most');
  await owner.fillDate('Last day', inDays(300));
  await owner.press('Add interim set');
  await owner.sees('(interim)');
  await owner.sees(`${team.owner.name} ports`);
  const set = owner.path();

  await owner.open('/strategy/following');
  await owner.press(/Say what an organisation follows|Declare|Record/);
  await owner.choose('Organisation', team.department.name);
  await chooseBy(owner, 'Framework or priority set', name);
  await owner.fillDate('From', inDays(0));
  await owner.press('Record it');
  await owner.sees(`${name} (interim)`);

  const author = await journey.as(team.author);
  await author.open('/strategy/ranking');
  await author.sees(name);
  await author.open(set);
  await author.sees('Interim');
  await author.press(`${team.owner.name} ports`);
  await author.heading(`${team.owner.name} ports`);

  const visitor = await journey.visitor();
  await visitor.open(set);
  await visitor.sees('Interim');
});

/** In a select, the option that holds this text. */
async function chooseBy(walker: Walker, label: string, text: string): Promise<void> {
  const select = walker.page.locator('main').getByLabel(label);
  const value = await select.locator('option', { hasText: text }).first().getAttribute('value');
  await select.selectOption(value ?? '');
}
