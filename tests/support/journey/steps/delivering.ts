import type { Walker } from '../journey';
import { inDays } from '../clock';

export async function recordContract(owner: Walker, award: string, contract: string): Promise<void> {
  await owner.open(`${award}/contract`);
  await owner.fill('Reference of the contract', contract);
  await owner.fillDate('First day', inDays(90));
  await owner.fillDate('Last day', inDays(300));
  await owner.press('Record the contract');
}

/** Delivers one milestone; gives the address of what was delivered. */
export async function deliver(bidder: Walker, award: string, milestone: number): Promise<string> {
  await bidder.open(`${award}/milestones/${milestone}/deliver`);
  await bidder.fill('Title', 'Recruitment at three ports');
  await bidder.fill('What you deliver', 'Approaches come through family in most cases.');
  await bidder.fill(/^Limits/, 'Three ports, forty interviews.');
  await bidder.press('Deliver');
  return bidder.path();
}

export async function accept(evaluator: Walker, owner: Walker, deliverable: string): Promise<void> {
  await evaluator.open(deliverable);
  await evaluator.press('Review');
  await evaluator.page.locator('main textarea').fill('Sound, and it answers what was asked.');
  await evaluator.press('Record the review');
  await owner.open(deliverable);
  await owner.press('Accept');
  await owner.press('Accept');
}
