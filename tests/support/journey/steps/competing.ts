import { inDays } from '../clock';
import type { Walker } from '../journey';

/** Says yes to whatever the team asks of whoever bids. */
export async function confirmEligibility(expert: Walker, question: string): Promise<void> {
  await expert.open(`${question}/eligibility`);
  await expert.choose('Who would you bid for?', /University/);
  for (const group of await expert.page.getByRole('group', { name: /^Does this hold/ }).all())
    await group.getByLabel('Yes').check();
  await expert.press('Confirm');
}

/** A short form without a price, from the page of the question. */
export async function sendExpression(expert: Walker, question: string, approach: string): Promise<void> {
  await expert.open(`${question}/expression`);
  await expert.choose('Who would you bid for?', /University/);
  await expert.fill('Who would do the work', `${expert.name}, lead`);
  await expert.fill('Your approach', approach);
  await expert.press('Send');
  await expert.sees('Nobody reads it before the deadline');
}

/** Those whose approach says "Excellent" or "Some" are invited, the others are not; then all are told. */
export async function judgeExpressions(moderator: Walker, question: string): Promise<void> {
  await moderator.open(`${question}/expressions`);
  for (const href of await moderator.hrefs('main a[href^="/expressions/"]')) {
    await moderator.open(href);
    const fits = /Excellent|Some/.test(await moderator.page.locator('main').innerText());
    await moderator.choose('Invite a full bid?', fits ? 'Yes' : 'No');
    await moderator.fill('Why, by the criteria', fits ? 'Has access to ports.' : 'Shows no access to ports.');
    await moderator.press('Record');
  }
  await moderator.press('Tell everybody');
}

/** One finds the requirements of each bid met, the moderator agrees. */
export async function findRequirementsMet(evaluator: Walker, moderator: Walker, bids: string[]) {
  for (const bid of bids) {
    await evaluator.open(`${bid}/requirements`);
    for (const group of await evaluator.page.getByRole('group', { name: /^Is requirement/ }).all())
      await group.getByLabel('Met', { exact: true }).check();
    await evaluator.fill('Why, in words that the bidder may read', 'The letter says so.');
    await evaluator.press('Record what you found');
    await moderator.open(`${bid}/requirements/agree`);
    await moderator.press('Agree');
  }
}

/** Each bidder is offered times of their own and chooses the first; the panel records what it found. */
export async function interview(moderator: Walker, bidders: [Walker, string][], question: string) {
  await moderator.open(`${question}/interviews`);
  await moderator.fill('What will the panel ask?', 'Who gives you access, and what if they stop?');
  const day = inDays(6);
  const date = `${day.getUTCDate()} ${day.getUTCMonth() + 1} ${day.getUTCFullYear()}`;
  const times = bidders.flatMap((_, place) => [
    `${date} ${10 + place}:00 Room 2`,
    `${date} ${10 + place}:30 Room 2`,
  ]);
  await moderator.fill('Times, one a line', times.join('\n'));
  await moderator.fillDate('By when do bidders choose?', inDays(3));
  await moderator.press('Invite the shortlist');
  for (const [bidder, bid] of bidders) {
    await bidder.open(`${bid}/interview`);
    await bidder.page
      .getByRole('group', { name: 'Which time suits you?' })
      .getByRole('radio')
      .first()
      .check();
    await bidder.press('Choose this time');
  }
}

/** Points of quality to each, in the order of the shortlist; the ranking stands with the last. */
export async function recordInterviews(moderator: Walker, question: string, points: string[]): Promise<void> {
  await moderator.open(`${question}/interviews`);
  const records = await moderator.hrefs('main a[href$="/interview-record"]');
  for (const [place, href] of records.entries()) {
    await moderator.open(href);
    await moderator.fill('Points of quality', points[place] ?? '0');
    await moderator.fill('Who took part, and what did the panel find?', 'All three. The access is firm.');
    await moderator.press('Record the interview');
  }
  await moderator.open(`${question}/interviews/agree`);
  await moderator.press('Close the interviews');
}
