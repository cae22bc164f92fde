import type { Walker } from '../journey';
import { inDays } from '../clock';

/** From an accepted deliverable to "sent for review"; gives the address of the finding. */
export async function shareDelivered(bidder: Walker, deliverable: string): Promise<string> {
  await bidder.open(deliverable);
  await bidder.press('Make it a finding');
  await bidder.press('Start the finding');
  return sendFinding(bidder, async () => {
    await bidder.fill('Key messages', 'Recruitment runs through family.');
    await bidder.tick('Qualitative study');
    await bidder.fill('Limits', 'Three ports.');
    await bidder.fill('Licence', 'CC BY 4.0');
  });
}

/** From the page of what it found, its work filled in already, to "sent for review". */
export async function sendFinding(author: Walker, tell: () => Promise<void>): Promise<string> {
  await tell();
  await author.press('Save and continue');
  await author.press('Send for review');
  await author.heading('Sent for review');
  return `/findings/${(await author.page.locator('main strong').first().textContent()) ?? ''}`;
}

export async function publishFinding(desk: Walker, finding: string): Promise<void> {
  await desk.open(`${finding}/review`);
  await desk.press('Publish to the network');
}

export async function rateFinding(reader: Walker, finding: string, why: string): Promise<void> {
  await reader.open(finding);
  await reader.page.locator('main').getByLabel('Priority').selectOption({ index: 1 });
  await reader.tick(/4 Shapes an option/);
  await reader.tick('Fairly certain');
  await reader.fill('Why', why);
  await reader.press('Rate');
  await reader.sees(why);
}

export async function recordImpact(official: Walker, finding: string): Promise<void> {
  await official.open(`${finding}/impact/new`);
  await official.fill('What was decided', 'Vetting moves to three roles.');
  await official.fillDate('When', inDays(-30));
  await official.fill('What the finding changed', 'Roles, not places, are vetted.');
  await official.fill('What shows it', 'Board minute 7.');
  await official.press('Record it');
}
