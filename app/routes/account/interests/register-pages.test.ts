import { beforeAll, expect, test } from 'vitest';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeCompetition } from '../../../../tests/support/factories/competitions';
import { makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
let me: string;
let expert: { id: string; name: string };
beforeAll(async () => {
  me = (await makePerson()).id;
  expert = await makePerson({ expert: true, name: 'Ada Harbour' });
});

const day = (name: string, [date, month, year]: [number, number, number]) => ({
  ...{ [`${name}.day`]: String(date), [`${name}.month`]: String(month), [`${name}.year`]: String(year) },
});
const add = (fields: Record<string, string>, as = me) => send(paths.newInterest(), fields, { as });
const own = () => visit(paths.ownInterests(), { as: me });
const entries = () =>
  store.db.registeredInterest.findMany({
    where: { personId: me },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  });

test('an empty register says who reads it, and what to do', async () => {
  const page = await own();
  expect(page.text).toContain('Only people who run a competition that you can influence read it');
  expect(page.text).toContain('Your register is empty');
  expect(page.text).toContain('I have nothing to declare');
});

test('an entry is about somebody in Soundings where the name says so, else about the words', async () => {
  const body = await makeOrganisation({ name: 'Institute of Tides' });
  expect((await add({ kind: 'coAuthor', about: 'ada harbour' })).location).toBe(paths.ownInterests());
  await add({ kind: 'employer', about: 'Institute of tides', ...day('fromOn', [1, 9, 2019]) });
  await add({ kind: 'family', about: 'My <sister>', note: 'At a firm' });
  const [author, employer, family] = await entries();
  expect([author?.aboutPersonId, author?.aboutName]).toEqual([expert.id, '']);
  expect(employer?.aboutOrganisationId).toBe(body.id);
  expect([family?.aboutPersonId, family?.aboutName]).toEqual([null, 'My <sister>']);
  const page = await own();
  for (const words of ['Ada Harbour', 'since 1 September 2019', 'My <sister>. At a firm'])
    expect(page.text).toContain(words);
});

test.each<[string, Record<string, string>, string, string]>([
  ['no kind', { about: 'X' }, 'kind', 'Choose a kind'],
  ['nobody', { kind: 'family', about: ' ' }, 'about', 'Say who or what it is about'],
  [
    'too much',
    { kind: 'family', about: 'x'.repeat(201) },
    'about',
    'Use 200 characters or fewer for “Who or what”',
  ],
  [
    'the same again',
    { kind: 'coAuthor', about: 'ADA Harbour' },
    'about',
    'Your register has an entry of this kind about them already',
  ],
])('an entry with %s is refused beside its field', async (_, fields, name, message) => {
  const page = await add(fields);
  expect([page.status, page.messageBeside(name)]).toEqual([422, message]);
});

test('an entry that ends before it began is refused, and kept as typed', async () => {
  const days = { ...day('fromOn', [1, 1, 2024]), ...day('untilOn', [1, 1, 2023]) };
  const page = await add({ kind: 'adviser', about: 'Somebody', ...days });
  expect([page.status, page.messageBeside('untilOn.day') ?? page.errors[0], page.fields['about']]).toEqual([
    422,
    'This is before it began',
    'Somebody',
  ]);
});

test('a change ends the entry and adds another; nothing is overwritten, in the database either', async () => {
  const [author] = await entries();
  const path = paths.ownInterest(author!.reference);
  const page = await visit(path, { as: me });
  expect(page.fields).toMatchObject({ kind: 'coAuthor', about: 'Ada Harbour' });
  const until = day('untilOn', [1, 3, 2025]);
  const changed = await send(path, { kind: 'coAuthor', about: 'Ada Harbour', ...until }, { as: me });
  expect(changed.location).toBe(paths.ownInterests());
  const [before, , , after] = await entries();
  expect([before?.untilOn, before?.replacedById, after?.untilOn?.getUTCFullYear()]).toEqual([
    null,
    after?.id,
    2025,
  ]);
  expect(before?.endedAt).not.toBeNull();
  expect((await own()).text).toContain('What you declared before');
  expect((await send(path, { kind: 'family', about: 'Somebody else' }, { as: me })).status).toBe(404);
  await expect(
    store.db.registeredInterest.update({ where: { id: after!.id }, data: { note: 'Another' } }),
  ).rejects.toThrow('InterestStands');
});

test('an entry is nobody else’s to see, change or remove', async () => {
  const [, employer] = await entries();
  const other = (await makePerson({ roles: ['coordinator', 'administrator'] })).id;
  for (const step of [undefined, 'remove'] as const) {
    const path = paths.ownInterest(employer!.reference, step);
    expect((await visit(path, { as: other })).status).toBe(404);
    const fields = step === undefined ? { kind: 'family', about: 'X' } : {};
    expect((await send(path, fields, { as: other })).status).toBe(404);
    expect((await visit(path, { as: me })).status).toBe(200);
  }
  await send(paths.ownInterest(employer!.reference, 'remove'), {}, { as: me });
  expect((await entries())[1]?.endedAt).not.toBeNull();
});

test('what the register says of the bidders stands in a declaration before it is made', async () => {
  const { question, panel, first } = await makeCompetition({ stage: 'declaring' });
  const [evaluator] = panel.evaluators;
  const lead = await store.db.person.findUniqueOrThrow({ where: { id: first.leadId } });
  const path = paths.declaration(question.reference);
  expect((await visit(path, { as: evaluator.id })).fields).toMatchObject({ hasInterest: '', about: [] });
  await add(
    { kind: 'family', about: lead.name, note: 'A cousin', ...day('untilOn', [1, 1, 1999]) },
    evaluator.id,
  );
  await add({ kind: 'adviser', about: lead.name, ...day('untilOn', [1, 1, 1999]) }, evaluator.id);
  const page = await visit(path, { as: evaluator.id });
  expect(page.fields).toMatchObject({
    hasInterest: 'yes',
    about: [lead.reference],
    kinds: ['family'],
    details: `Family: ${lead.name}. A cousin`,
  });
  expect(page.text).toContain('Filled in from your register of interests');
  expect((await visit(path, { as: panel.evaluators[1].id })).fields).toMatchObject({
    hasInterest: '',
    about: [],
  });
});

test('it is declared whole for a year, with one click; then it is due once, at home and by a notice', async () => {
  const due = () => store.db.fact.count({ where: { name: 'RegisterWasDue', nounId: me } });
  const home = async () => (await visit(paths.home(), { as: me })).text;
  const sent = await send(paths.ownInterests(), {}, { as: me });
  expect(sent.banner).toBe('Your register is declared for a year');
  expect((await own()).text).toContain('It is due again on');
  await recordDueFacts();
  expect([await due(), (await home()).includes('Declare your register for another year')]).toEqual([
    0,
    false,
  ]);
  await moveClock('366 days');
  await recordDueFacts();
  await recordDueFacts();
  expect([await due(), (await home()).includes('Declare your register for another year')]).toEqual([1, true]);
  expect((await own()).text).toContain('Nothing has changed');
  await send(paths.ownInterests(), {}, { as: me });
  expect(await home()).not.toContain('Declare your register for another year');
  const data = await visit(paths.ownData(), { as: me });
  expect(data.html).toContain('My <sister>');
});
