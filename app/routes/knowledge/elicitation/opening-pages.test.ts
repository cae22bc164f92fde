import { beforeAll, expect, test } from 'vitest';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { dayParts, opening } from '../../../../tests/support/factories/elicitations';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let expert: { id: string; reference: string };

beforeAll(async () => {
  who = await makeReaders();
  expert = await makePerson({ expert: true, name: 'Abe Zorn' });
  await makePerson({ expert: true, name: 'Bea Yule' });
  // Loads the pages before the first test is timed.
  await visit('/');
});

test('its team opens one; nobody of the team, no coordinator and no stranger estimates', async () => {
  const question = await makeQuestion({ state: 'open' });
  const { authorId, moderatorId } = question.asking;
  const address = paths.newElicitation({ question: question.reference });
  expect((await visit(address, { as: who.member })).status).toBe(403);
  expect(
    (await visit(paths.question(question.reference), { as: authorId })).links.map(({ href }) => href),
  ).toContain(address);
  const made = await send(address, opening(), { as: authorId });
  const reference = (made.location ?? '').split('/')[2] ?? '';
  for (const personId of [moderatorId, who.coordinator])
    await database.db.expertProfile.upsert({
      where: { personId },
      create: { personId, confirmedAt: new Date() },
      update: {},
    });
  const people = await database.db.person.findMany({
    where: { id: { in: [moderatorId, who.coordinator] } },
  });
  for (const person of people) {
    const refused = await send(
      paths.elicitationExperts(reference),
      { person: person.reference },
      { as: authorId },
    );
    expect([refused.status, refused.errors[0]]).toEqual([422, expect.stringContaining('give no estimates')]);
  }
  expect((await visit(paths.elicitationExperts(reference), { as: who.member })).status).toBe(404);
  const invites = () =>
    send(paths.elicitationExperts(reference), { person: expert.reference }, { as: authorId });
  expect((await Promise.all([invites(), invites()])).map(({ status }) => status).sort()).toEqual([303, 422]);
  const found = await visit(`${paths.elicitationExperts(reference)}?name=yule`, { as: authorId });
  expect(found.text).toContain('Bea Yule');
  expect(showReference(reference.replace('-', ''))).toBe(reference);
});

test.each<[string, Record<string, string>, string, string]>([
  ['no title', { title: '' }, 'title', 'Say what is to be estimated'],
  ['nothing asked', { 'q1-1-asks': '' }, 'q1-1-asks', 'Say what the experts are to estimate'],
  [
    'a closing that was',
    dayParts('firstClosesOn', -400),
    'firstClosesOn',
    'Enter a day whose 5pm lies ahead',
  ],
  [
    'closings in the wrong order',
    dayParts('secondClosesOn', 5000),
    'firstClosesOn',
    'Enter a day whose 5pm lies ahead',
  ],
])('with %s it is refused beside the field', async (_what, over, field, message) => {
  const question = await makeQuestion({ state: 'open' });
  const fields = {
    ...opening(),
    ...(field === 'firstClosesOn' ? dayParts('firstClosesOn', -400) : {}),
    ...over,
  };
  const sent = await send(paths.newElicitation({ question: question.reference }), fields, {
    as: question.asking.authorId,
  });
  expect([sent.status, sent.messageBeside(field)]).toEqual([422, message]);
  expect(sent.fields['background']).toBe('Seizures are a part of them.');
});
