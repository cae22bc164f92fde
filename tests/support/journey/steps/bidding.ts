import type { Walker } from '../journey';

interface About {
  dayRate: string;
  strength: string;
  /** With the sections that a bid may do without. */
  whole?: boolean;
}

const OPTIONAL = new Set(['references', 'confidential']);

/** A bid by one person, in the order of its task list; ends on the task list. */
export async function writeBid(bidder: Walker, question: string, about: About) {
  await bidder.open(`${question}/bid`);
  await bidder.choose('Who do you bid for?', /University/);
  await bidder.tick('I have read the terms of this question');
  await bidder.press('Start a bid');
  const bid = bidder.path();
  for (const link of await bidder.hrefs('main .govuk-task-list a[href*="/sections/"]')) {
    const section = link.split('/').at(-1) ?? '';
    if (OPTIONAL.has(section) && !about.whole) continue;
    await bidder.open(link);
    await fillSection(bidder, section, about);
    await bidder.press('Save and continue');
  }
  return bid;
}

async function fillSection(bidder: Walker, section: string, about: About) {
  if (section === 'people') {
    const person = bidder.page.getByRole('group', { name: 'Person 1' });
    await person.getByLabel('Name').fill(bidder.name);
    await person.getByLabel('Part in this work').fill('Lead');
    await person
      .getByLabel('Narrative CV')
      .fill('Ten years of fieldwork in ports, with four published studies.');
  } else if (section === 'plan') {
    for (const [row, title, weeks, share] of [
      [1, 'Protocol', '4', '20'],
      [2, 'Final report', '20', '80'],
    ] as const) {
      const milestone = bidder.page.getByRole('group', { name: `Milestone ${row}` });
      await milestone.getByLabel('What arrives').fill(title);
      await milestone.getByLabel('Weeks after the start').fill(weeks);
      await milestone.getByLabel('Share of the price').fill(share);
    }
  } else if (section === 'price') {
    const line = bidder.page.getByRole('group', { name: 'Line 1' });
    await line.getByLabel('Role').fill('Lead researcher');
    await line.getByLabel('Day rate').fill(about.dayRate);
    await line.getByLabel('Days').fill('100');
    await bidder.fill('Overheads', '10000');
    await bidder.fill('Share of the full economic cost that this price covers', '100');
  } else if (section === 'declaration') await bidder.tick('No');
  else if (section !== 'confidential')
    await bidder.page
      .locator('main textarea')
      .first()
      .fill(`${about.strength} We would interview forty people at three ports.`);
}

export async function submitBid(bidder: Walker, bid: string): Promise<void> {
  await bidder.open(`${bid}/check`);
  await bidder.press('Submit the bid');
  await bidder.sees('Receipt');
}

export async function expressInterest(expert: Walker, question: string): Promise<void> {
  await expert.open(question);
  await expert.press('Express interest');
}
