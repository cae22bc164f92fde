import { inDays } from '../clock';
import type { Walker } from '../journey';
import type { Role } from '../cast';

/** All of the team, whose members the page lists. */
export async function appointPanel(author: Walker, question: string, moderator: Role, evaluators: Role[]) {
  await author.open(`${question}/panel`);
  for (const [person, part] of [
    [moderator, 'Moderator'],
    ...evaluators.map((one) => [one, 'Evaluator'] as const),
  ] as [Role, string][]) {
    await author.page.locator('main').getByRole('radio', { name: person.name }).check();
    await author.choose('As', part);
    await author.press('Appoint');
  }
}

/** Nobody has an interest here; the walls have a journey in the access suite. */
export async function declareNone(walkers: Walker[], question: string): Promise<void> {
  for (const walker of walkers) {
    await walker.open(`${question}/declaration`);
    await walker.tick('No, I have no interest to declare');
    await walker.press('Declare');
  }
}

/** The bids of an opened question, as links on the evaluation page. */
export async function bidLinks(walker: Walker, question: string): Promise<string[]> {
  await walker.open(`${question}/evaluation`);
  const hrefs = await walker.hrefs('main a[href^="/bids/"]');
  return [...new Set(hrefs.map((href) => href.split('/').slice(0, 3).join('/')))];
}

/** Scores every criterion: the bid that says "Excellent" gets `high`, the others `low`. */
export async function scoreBids(evaluator: Walker, bids: string[], high: number, low: number): Promise<void> {
  for (const bid of bids) {
    await evaluator.open(`${bid}/scores`);
    const excellent = (await evaluator.page.locator('main').innerText()).includes('Excellent');
    const value = excellent ? high : low;
    for (const group of await evaluator.page.getByRole('group', { name: /^Score for/ }).all())
      await group.getByRole('radio', { name: new RegExp(`^${value} –`) }).check();
    for (const reason of await evaluator.page.locator('main textarea').all())
      await reason.fill(excellent ? 'Strong evidence throughout.' : 'Meets the need, with gaps.');
    await evaluator.press('Submit your scores');
  }
}

export async function moderate(moderator: Walker, question: string): Promise<void> {
  await moderator.open(`${question}/moderation`);
  await moderator.fillDate('When was it?', inDays(0));
  await moderator.fill('Minutes', 'All three met and went through each bid by criterion.');
  await moderator.press('Record the minutes');
  await moderator.open(`${question}/moderation/agree`);
  await moderator.press('Agree quality');
}

/** The first so many of the ranking, or the bid of this bidder. */
export async function recommend(moderator: Walker, question: string, who: number | RegExp = 1) {
  await moderator.open(`${question}/recommendation`);
  const { page } = moderator;
  await page
    .getByRole('group', { name: 'What does the panel recommend?' })
    .getByRole('radio')
    .first()
    .check();
  const bids = page.getByRole('group', { name: 'Which bid, if any?' });
  if (typeof who === 'number')
    for (const box of (await bids.getByRole('checkbox').all()).slice(0, who)) await box.check();
  else await bids.getByRole('checkbox', { name: who }).check();
  await moderator.fill('Why', 'The highest total, with the soundest method.');
  await moderator.press('Send the recommendation');
}

/** The owner decides as the panel recommends. */
export async function decide(owner: Walker, question: string): Promise<void> {
  await owner.open(`${question}/decision`);
  await owner.press('Approve');
}

/** Summaries to all, then the notice. */
export async function tellBidders(owner: Walker, question: string): Promise<void> {
  await owner.open(`${question}/summaries`);
  await owner.press('Send all summaries');
  await owner.open(`${question}/summaries/notice`);
  await owner.press('Give the notice');
}

/** Everybody whose confirmation the route asks for confirms; with the last one the bids are open. */
export async function open(openers: Walker[], question: string): Promise<void> {
  for (const opener of openers) {
    await opener.open(`${question}/opening`);
    const button = opener.page.getByRole('button', { name: /Open the bids|Confirm the opening/ });
    if ((await button.count()) > 0) await opener.press(/Open the bids|Confirm the opening/);
  }
}
