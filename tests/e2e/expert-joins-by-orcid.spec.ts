import { TOTP } from 'otpauth';
import { DECLINE_LABELS } from '~/domain/questions/inviting/answer';
import { makeOrganisation } from '../support/factories/people';
import { makeQuestion } from '../support/factories/questions';
import { askingTeam } from '../support/journey/cast';
import { database, expect, test, type Journey, type Walker } from '../support/journey/journey';

const JOSIAH = {
  orcid: '0000-0002-1825-0097',
  name: 'Josiah Carberry',
  works: [
    {
      ...{ putCode: 1, title: 'Small boats, large debts', year: '2023', doi: '10.5555/boats' },
      ...{ description: 'How people smuggling is paid for.', others: ['Ann Other'] },
    },
    { putCode: 2, title: 'Somebody else’s work', year: '2001' },
  ],
};
const ADDRESS = 'josiah@joining.example';

test('an expert joins by ORCID, brings works, is suggested for a question by them, and declines', async ({
  journey,
}) => {
  const organisation = await makeOrganisation({ name: 'University of Joining' });
  await database().organisationDomain.create({
    data: { domain: 'joining.example', organisationId: organisation.id },
  });
  journey.orcid.holder = JOSIAH;

  const expert = await journey.visitor('Josiah Carberry');
  await expert.open('/sign-in');
  await expert.press('Sign in or join with ORCID');
  await expert.heading('Join with ORCID');
  await expert.fill('E-mail address', ADDRESS);
  await expert.press('Make my account');
  await giveSecondFactor(expert);
  await expert.open('/account');
  await expert.sees('0000-0002-1825-0097, confirmed by ORCID');
  expect((await expert.page.goto(`${journey.address}/experts`))?.status()).toBe(403);
  await expert.arrived();

  await journey.within(2, 'bring works from ORCID', expert, () => bringWorks(expert));
  await confirmAddress(expert);
  await expert.open('/account/profile');
  await expert.fill('What you work on, in a few sentences', 'Debt and journeys.');
  await expert.tick('Answer requests for advice');
  await expert.press('Save as current');
  await expert.open('/experts');
  await expert.press('Josiah Carberry');
  await expert.sees('Small boats, large debts');
  await expert.sees('From their works: Organised immigration crime (1).');
  await expert.press(/Who works with/);
  await expert.sees('Ann Other');
  await isSuggestedAndDeclines(journey, expert);
});

/** A question near to a work: its team is shown the work and the words, and the invitation tells why. */
async function isSuggestedAndDeclines(journey: Journey, expert: Walker): Promise<void> {
  const { team, author: asks, owner, budgetHolder, moderator } = await askingTeam();
  const title = `Who lends ${asks.name} the money for journeys in small boats?`;
  const asking = {
    ...{ teamId: team.id, authorId: asks.id, ownerId: owner.id, budgetHolderId: budgetHolder.id },
    ...{ moderatorId: moderator.id, evaluatorId: budgetHolder.id },
  };
  const { reference } = await makeQuestion({ title, asking });
  const author = await journey.as(asks);
  await author.open(`/questions/${reference}/invitations`);
  const suggested = author.page.locator('li', { hasText: 'Josiah Carberry' });
  await suggested.getByText(/near to this question/).click();
  await expect(suggested).toContainText('small boats');
  await expect(suggested).toContainText('Small boats, large debts (2023), 100% of what their works add');
  await expect(suggested).toContainText('Not asked in the last 12 months');
  await author.press('Invite Josiah Carberry');
  await author.sees('Invited. They are told in their inbox.');

  await expert.open(`/questions/${reference}/invitation`);
  await expert.sees('Your work: Small boats, large debts');
  await expert.choose('Will you look at it?', DECLINE_LABELS.noTime);
  await expert.press('Send the answer');
  await author.open(`/questions/${reference}/invitations`);
  await author.sees('Declined: no time');
}

/** From the page of works to works on the profile. */
async function bringWorks(expert: Walker): Promise<void> {
  await expert.open('/account/works');
  await expert.press('Read my ORCID record');
  await expert.page.getByLabel(/Somebody else/).uncheck();
  await expert.press('These are mine');
  await expert.sees('1 work is on your profile');
}

async function giveSecondFactor(expert: Walker): Promise<void> {
  await expert.press('Set it up');
  const secret = (await expert.page.locator('code').first().textContent()) ?? '';
  await expert.fill('Code', new TOTP({ secret: secret.replaceAll(' ', '') }).generate());
  await expert.press('Confirm');
  await expert.press('I have kept them, continue');
}

/** By the link of the letter that joining sent. */
async function confirmAddress(expert: Walker): Promise<void> {
  const letter = await database().mail.findFirstOrThrow({ where: { toAddress: ADDRESS } });
  await expert.open(/\/account\/emails\/confirm\/\S+/.exec(letter.text)?.[0] ?? '');
  await expert.press(`Confirm ${ADDRESS}`);
  await expert.sees('University of Joining');
}
