import { beforeAll, describe, expect, test } from 'vitest';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { joinTeam, makeOutsiders, type Outsiders } from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, type AskingTeam } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const store = useDatabase();
let asking: AskingTeam;
let team: string;
let who: Outsiders;
let first: string;

beforeAll(async () => {
  [asking, who] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
  team = (await store.db.team.findUniqueOrThrow({ where: { id: asking.teamId } })).reference;
});

const teamText = async (as: string) => (await visit(paths.team(team), { as })).text;
const promise = (workingDays: string, as = asking.ownerId) =>
  send(paths.teamPromise(team), { workingDays }, { as });
const open = (fields: Record<string, string>, as = who.expert) =>
  send(paths.writeToTeam(team), fields, { as });
const openOne = async (subject: string, as = who.expert): Promise<string> => {
  const { location } = await open({ subject, text: 'May we speak about it?' }, as);
  return location?.split('/').at(-1)?.replace('-', '') ?? '';
};
const write = (reference: string, text: string, as: string) =>
  send(paths.enquiry(reference), { text }, { as });
const close = (reference: string, as: string) => send(paths.enquiry(reference), { intent: 'close' }, { as });
const factsOf = (name: string) => store.db.fact.count({ where: { name } });

describe('a promise', () => {
  test('is the owner’s to make, to change and to take back, and everybody of the network reads it', async () => {
    expect(await teamText(who.expert)).toContain('Answers enquiries within: No promise.');
    expect((await visit(paths.teamPromise(team), { as: asking.authorId })).status).toBe(403);
    expect((await promise('5', asking.authorId)).status).toBe(403);
    for (const days of ['0', '21', '2.5', 'soon', ''])
      expect((await promise(days)).messageBeside('workingDays'), days).toBe(
        'Choose how soon your team answers',
      );
    expect((await promise('2')).banner).toContain('The promise of the team is changed');
    expect((await promise('2')).messageBeside('workingDays')).toContain('promises already');
    expect(await teamText(who.expert)).toContain('2 working days; too few enquiries to say how it is kept');
    expect(flawsOf((await visit(paths.teamPromise(team), { as: asking.ownerId })).$)).toEqual([]);
  });

  test('is kept in the database as it was', async () => {
    await expect(store.db.replyPromise.updateMany({ data: { workingDays: 9 } })).rejects.toThrow(
      /Code: `23514`/,
    );
    await expect(store.db.replyPromise.deleteMany({})).rejects.toThrow(/Code: `23514`/);
  });
});

describe('an enquiry', () => {
  test('asks for a subject and words, warns of personal data, and keeps what was typed', async () => {
    const empty = await open({ subject: ' ', text: '' });
    expect([empty.status, empty.messageBeside('subject'), empty.messageBeside('text')]).toEqual([
      ...[422, 'Say in a few words what it is about'],
      'Enter what you want to say',
    ]);
    const personal = await open({ subject: 'A call', text: 'Ring me on 07700 900123 <b>now</b>' });
    expect([personal.status, personal.fields['text']]).toEqual([422, 'Ring me on 07700 900123 <b>now</b>']);
    expect((await open({ subject: 'A', text: 'word '.repeat(401) })).status).toBe(422);
    expect(await store.db.enquiry.count()).toBe(0);
  });

  test('goes to those who speak for the team, with the day by which they promised to answer', async () => {
    first = await openOne('Access to the survey');
    const page = await visit(paths.enquiry(first), { as: asking.authorId });
    expect(page.text).toContain('Access to the survey');
    expect(page.text).toContain('Answer promised by');
    expect(flawsOf(page.$)).toEqual([]);
    expect((await visit(paths.home(), { as: asking.authorId })).text).toContain('Answer an enquiry');
    expect((await visit(paths.enquiries(), { as: asking.ownerId })).text).toContain('Awaiting an answer');
  });

  test('does not exist for anybody else, a coordinator included, by any address or form', async () => {
    const observer = (await joinTeam(asking.teamId, ['observer'])).id;
    for (const as of [who.rival, who.coordinator, who.auditor, asking.evaluatorId, observer]) {
      expect((await visit(paths.enquiry(first), { as })).status).toBe(404);
      expect((await write(first, 'Hello', as)).status).toBe(404);
      expect((await close(first, as)).status).toBe(404);
      expect((await visit(paths.enquiries(), { as })).text).not.toContain('Access to the survey');
    }
    expect((await visit(paths.enquiry(first))).location).toContain('/sign-in');
  });

  test('is answered, asked further, answered and closed, each side in its turn', async () => {
    expect((await close(first, asking.authorId)).status).toBe(403);
    expect(
      (await write(first, 'Yes: <script>alert(1)</script> ask the holder.', asking.authorId)).status,
    ).toBe(303);
    const page = await visit(paths.enquiry(first), { as: who.expert });
    expect(page.text).toContain('<script>alert(1)</script> ask the holder.');
    expect(page.text).toContain('Answered');
    await write(first, 'Which of them?', who.expert);
    await write(first, 'And until when?', who.expert);
    expect(await store.db.enquiryMessage.count({ where: { dueOn: { not: null }, answeredAt: null } })).toBe(
      1,
    );
    await write(first, 'The first, until May.', asking.ownerId);
    expect(await store.db.enquiryMessage.count({ where: { fromTeam: false, answeredAt: null } })).toBe(0);
    expect((await close(first, asking.authorId)).banner).toContain('closed');
    expect((await write(first, 'One more', who.expert)).status).toBe(403);
    expect((await close(first, who.expert)).status).toBe(403);
    await expect(store.db.enquiryMessage.updateMany({ data: { text: 'Other words' } })).rejects.toThrow(
      /Code: `23514`/,
    );
  });

  test('five may wait with one team, however many are sent at once', async () => {
    const sent = await Promise.all(
      Array.from({ length: 8 }, (_, index) => open({ subject: `N ${index}`, text: 'x' }, who.rival)),
    );
    expect(sent.filter(({ status }) => status === 303)).toHaveLength(5);
    expect(sent.find(({ status }) => status === 422)?.text).toContain('You have 5 open enquiries');
    for (const { reference } of await store.db.enquiry.findMany({ where: { askerId: who.rival } }))
      await close(reference, who.rival);
  });

  test('nobody writes to their own team, to a closed one, or from outside the network', async () => {
    expect((await open({ subject: 'A', text: 'b' }, asking.evaluatorId)).status).toBe(403);
    const closed = await makeTeam();
    await store.db.team.update({ where: { id: closed.id }, data: { closedAt: new Date() } });
    expect((await visit(paths.writeToTeam(closed.reference), { as: who.expert })).status).toBe(403);
    const unverified = (await makePerson({ verified: false })).id;
    expect((await open({ subject: 'A', text: 'b' }, unverified)).status).toBeGreaterThanOrEqual(300);
    expect(await store.db.enquiry.count({ where: { askerId: unverified } })).toBe(0);
  });
});

describe('once its day has passed', () => {
  test('coordinators are told once and may read it; the rate shows what was kept', async () => {
    const late = await openOne('A late one');
    const taken = await openOne('Taken back before anybody answered');
    await close(taken, who.expert);
    await moveClock('7 days');
    expect((await visit(paths.enquiries(), { as: who.coordinator })).text).toContain('A late one');
    const page = await visit(paths.enquiry(late), { as: who.coordinator });
    expect([page.status, page.text.includes('Late')]).toEqual([200, true]);
    expect((await write(late, 'I help', who.coordinator)).status).toBe(403);
    await recordDueFacts();
    await recordDueFacts();
    expect(await factsOf('EnquiryWasNotAnsweredInTime')).toBe(1);
    // Two answers in time, one that nobody gave; those taken back do not count.
    expect(await teamText(who.expert)).toContain('2 working days; kept 2 of 3 times in twelve months');
    await write(late, 'Sorry: yes.', asking.authorId);
    expect((await visit(paths.enquiry(late), { as: who.coordinator })).status).toBe(404);
    expect(await teamText(who.expert)).toContain('kept 2 of 3 times');
  });

  test('a promise taken back leaves days that run, and gives none to what comes', async () => {
    await promise('none');
    const reference = await openOne('Without a day');
    expect((await visit(paths.enquiry(reference), { as: who.expert })).text).not.toContain('promised by');
  });

  test('what one wrote is among one’s own data', async () => {
    const own = await visit(paths.ownData(), { as: who.expert });
    expect(own.html).toContain('May we speak about it?');
    expect((await visit(paths.ownData(), { as: who.rival })).html).not.toContain('Which of them?');
  });
});

test('a long list goes on where it ended', async () => {
  const askers = await Promise.all(Array.from({ length: 6 }, () => makePerson({ expert: true })));
  for (const { id } of askers) for (let nth = 0; nth < 5; nth += 1) await openOne(`List ${nth}`, id);
  const page = await visit(paths.enquiries(), { as: asking.authorId });
  expect(page.$('tbody tr')).toHaveLength(25);
  const next = page.links.find(({ text }) => text === 'Earlier enquiries')?.href ?? '';
  const rest = await visit(next, { as: asking.authorId });
  const all = [page, rest].flatMap(({ $ }) =>
    $('tbody a')
      .toArray()
      .map((one) => $(one).attr('href')),
  );
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(30);
  expect((await visit(`${paths.enquiries()}?after=x`, { as: asking.authorId })).status).toBe(400);
});
