import { expect } from '@playwright/test';
import { inDays } from '../clock';
import type { Walker } from '../journey';

/** Opens one task of a draft, answers it and goes on. */
async function answer(walker: Walker, draft: string, task: string, fill: () => Promise<void>): Promise<void> {
  await walker.open(`${draft}/${task}`);
  await fill();
  await walker.press('Save and continue');
}

async function tellEthics(author: Walker): Promise<void> {
  for (const principle of [1, 2, 3, 4, 5, 6]) {
    const group = author.page.getByRole('group', { name: `How does principle ${principle} stand?` });
    await group.getByLabel('Green').check();
  }
  await author.tick('No personal data');
  await author.choose('Data protection impact assessment', 'Not needed');
  await author.fill('How data will be shared', 'Results only, in aggregate.');
  await author.choose('Marking', 'OFFICIAL');
  await author.choose('Vetting that the work needs', 'None');
  await author.choose('Does trusted research guidance apply?', 'No');
}

async function tellTerms(author: Walker): Promise<void> {
  await author.choose('Who owns what is made', 'The experts or their institution');
  await author.choose('Does the other side get a licence to use it?', 'Yes');
  await author.choose('May the experts publish?', 'Yes, after the team has seen it');
  await author.fill('Days of sight before they publish', '28');
  await author.choose('Licence of what is published', 'Creative Commons Attribution 4.0');
  await author.fill('How to acknowledge the funder', 'Funded by the Home Office');
  await author.choose('Contract', 'Short-form contract for services');
  await author.choose('Payment', 'As bid, within the budget');
  await author.fill('How much work you expect', 'About 100 days');
}

/** Every task of a commissioned study, as a careful author answers them. */
export async function draftStudy(
  author: Walker,
  about: { title: string; owner: string; budgetHolder: string },
) {
  await author.open('/questions/new');
  await author.fill('The question, in one sentence', about.title);
  await author.choose('Route', /^Commissioned study/);
  await author.press('Start the draft');
  const draft = author.path();
  const tasks = await author.page.locator('main .govuk-task-list a').count();
  await answer(author, draft, 'need', async () => {
    await author.fill('Why it is asked', 'Twelve ports are about to change how they vet people.');
    await author.fill('What will be decided with the answer', 'Where to place vetting effort next year.');
    await author.fillDate('When that is decided', inDays(200));
    await author.fillDate('When the answer is needed', inDays(150));
  });
  await answer(author, draft, 'areas', async () => {
    await author.tick('Illegal drugs');
    await author.page
      .getByRole('group', { name: /^Priorities/ })
      .first()
      .getByRole('checkbox')
      .first()
      .check();
    await author.tick('Pursue');
    await author.tick('Corrupt insiders');
    await author.tick('Border');
    await author.choose('Does it matter to illicit finance?', 'No');
    await author.fill('Why, or why not', 'It is about recruitment, not about money.');
  });
  await answer(author, draft, 'scope', async () => {
    await author.fill(
      'What you need to know',
      'Which roles are approached?\nWhat raises the cost of recruiting them?',
    );
    await author.fill('What you want to receive', 'A report of 20 pages and a briefing.');
  });
  await answer(author, draft, 'ethics', () => tellEthics(author));
  await answer(author, draft, 'terms', () => tellTerms(author));
  await answer(author, draft, 'procurement', async () => {
    await author.fill('Least you expect to pay, without VAT', '90000');
    await author.fill('Most you can pay, without VAT', '£120,000');
    await author.choose('Basis in procurement or grant rules', 'Quotation below the threshold');
    await author.fill('Where that is recorded', 'Procurement record 2026/114');
  });
  await answer(author, draft, 'criteria', async () => undefined);
  await answer(author, draft, 'dates', () => author.fillDate(/Closing day/, inDays(40)));
  await answer(author, draft, 'people', async () => {
    await author.choose('Senior responsible owner', about.owner);
    await author.choose('Budget holder', about.budgetHolder);
  });
  return { draft, tasks };
}

/** A new draft from a question of the past, which brings all but its dates; gives the address of the draft. */
export async function draftFromPast(
  author: Walker,
  past: string,
  about: { title: string; tellDates?: () => Promise<void> },
): Promise<string> {
  await author.open(`/questions/${past}/copy`);
  await author.press('Make the draft');
  const draft = author.path();
  await answer(author, draft, 'need', async () => {
    await author.fill('The question, in one sentence', about.title);
    await author.fillDate('When that is decided', inDays(200));
    await author.fillDate('When the answer is needed', inDays(150));
  });
  await answer(author, draft, 'dates', async () => {
    await author.fillDate(/Closing day/, inDays(40));
    await about.tellDates?.();
  });
  return draft;
}

/** Check answers, say why it is asked all the same where others lie near, and send. */
export async function sendForApproval(author: Walker, draft: string): Promise<string> {
  await author.open(`${draft}/check`);
  const near = author.page.getByLabel('Why you ask although these are there');
  if (await near.isVisible()) await near.fill('They ask about other places.');
  await author.press('Send for approval');
  await author.sees('Sent to the senior responsible owner for approval');
  return draft.replace('/draft', '');
}

export async function approve(owner: Walker, question: string): Promise<void> {
  await owner.open(`${question}/approval`);
  await owner.press('Approve and publish');
}

/** An expert asks without a name; the team answers everybody. */
export async function clarify(asker: Walker, author: Walker, question: string): Promise<void> {
  await asker.open(`${question}/clarifications/new`);
  await asker.fill('What do you want to know?', 'May we include Scottish ports?');
  await asker.press('Ask');
  await author.open(`${question}/clarifications`);
  await author.press('Answer or decline');
  expect(await author.page.content()).not.toContain(asker.name);
  await author.fill('Answer', 'Yes, up to three of them.');
  await author.press('Publish question and answer');
}
