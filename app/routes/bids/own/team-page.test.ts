import { beforeAll, describe, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { joinBid, makeBid, makeExpert } from '../../../../tests/support/factories/bids';
import { makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let question: Awaited<ReturnType<typeof makeQuestion>>;
let bid: Awaited<ReturnType<typeof makeBid>>;
let lead: string;
let editor: string;
let partner: string;
const NOBODY = newReference();
const address = () => paths.bidTeam(bid.reference);
const referenceOf = async (id: string) =>
  (await database.db.person.findUniqueOrThrow({ where: { id }, select: { reference: true } })).reference;
const namedExpert = async (name: string) => (await makeExpert({ name })).id;

beforeAll(async () => {
  question = await makeQuestion();
  bid = await makeBid({ question, submitted: false });
  lead = bid.leadId;
  editor = await joinBid(bid.id, { personId: await namedExpert('Edda Writes') });
  partner = await joinBid(bid.id, { personId: await namedExpert('Paul Reads'), role: 'partner' });
});

describe('people and partners', () => {
  test('everybody in the bid sees who is in it; the lead alone searches and removes', async () => {
    const page = await visit(address(), { as: lead });
    expect(page.rows.map(([name, part, answer]) => [name, part, answer])).toEqual([
      [expect.any(String), 'Lead', 'In the bid'],
      ['Edda Writes', 'Editor: reads and writes', 'In the bid'],
      ['Paul Reads', 'Partner: reads', 'In the bid'],
    ]);
    expect(page.buttons).toEqual(['Remove Edda Writes', 'Remove Paul Reads', 'Search', 'Search']);
    const own = await visit(address(), { as: editor });
    expect(own.buttons).toEqual(['Leave the bid Edda Writes']);
    expect(own.fields).not.toHaveProperty('organisation');
  });

  test('does not exist for anybody outside', async () => {
    for (const as of [
      question.asking.authorId,
      await joinBid(bid.id, { answer: 'asked' }),
      (await makeExpert()).id,
    ])
      expect((await visit(address(), { as })).status).toBe(404);
    const invite = { intent: 'invite', person: await referenceOf(editor), role: 'editor' };
    expect((await send(address(), invite, { as: question.asking.authorId })).status).toBe(404);
    expect((await visit(address())).location).toContain(paths.signIn());
  });

  test('a form that says nothing of what it is for is a bad request', async () => {
    for (const intent of [undefined, '', 'sell'])
      expect((await send(address(), { intent }, { as: lead })).status).toBe(400);
  });

  test('an editor who searches gets no list of people', async () => {
    const page = await visit(`${address()}?person=a`, { as: editor });
    expect(page.text).not.toContain('Experts found');
    expect((await visit(`${address()}?who=a`, { as: lead })).status).toBe(400);
    expect((await visit(`${address()}?person=${'x'.repeat(101)}`, { as: lead })).status).toBe(400);
  });
});

describe('asking somebody in', () => {
  test('finds experts by part of a name, without those who are in the bid, and asks them', async () => {
    const wanted = await namedExpert('Ines Wanted');
    const found = await visit(`${address()}?person=wanted`, { as: lead });
    expect(found.fields['person']).toBeTruthy();
    expect(found.buttons).toEqual(expect.arrayContaining(['Editor Ines Wanted', 'Partner Ines Wanted']));
    const fields = { intent: 'invite', person: await referenceOf(wanted), role: 'partner' };
    const sent = await send(`${address()}?person=wanted`, fields, { as: lead });
    expect([sent.location, sent.banner]).toEqual([address(), 'Ines Wanted is asked to join']);
    const page = await visit(address(), { as: lead });
    expect(page.rows).toContainEqual([
      'Ines Wanted',
      'Partner: reads',
      'Asked to join',
      'Remove Ines Wanted',
    ]);
    expect((await visit(`${address()}?person=wanted`, { as: lead })).text).toContain(
      'No verified expert has “wanted”',
    );
    expect((await visit(paths.bids(), { as: wanted })).rows[0]?.[3]).toBe('Asked to join');
  });

  test('wild cards, quotes and mark-up in the search find nobody and break nothing', async () => {
    for (const words of ['%', '_', '\\', "'; DROP TABLE bid; --", '<script>alert(1)</script>', '🦈']) {
      const page = await visit(`${address()}?person=${encodeURIComponent(words)}`, { as: lead });
      expect(page.text).toContain(`No verified expert has “${words}” in their name`);
      expect(page.html).not.toContain('<script>alert');
    }
  });

  test('somebody suspended, unlisted or without a profile is not found', async () => {
    const suspended = await makePerson({ expert: true, name: 'Zora Gone' });
    await database.db.person.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });
    const unlisted = await makePerson({ expert: true, name: 'Zora Hidden' });
    await database.db.expertProfile.update({ where: { personId: unlisted.id }, data: { listed: false } });
    await makePerson({ name: 'Zora Official' });
    expect((await visit(`${address()}?person=zora`, { as: lead })).text).toContain(
      'No verified expert has “zora”',
    );
  });

  test.each([
    ['somebody unknown', { person: NOBODY, role: 'editor' }, 'No verified expert has this reference'],
    ['without a part', { person: NOBODY }, 'Choose what they can do'],
  ])('%s is refused in words', async (_, fields, message) => {
    const page = await send(address(), { intent: 'invite', ...fields }, { as: lead });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual([message]);
  });

  test('somebody who is in already is refused', async () => {
    const fields = { intent: 'invite', person: await referenceOf(editor), role: 'partner' };
    const page = await send(address(), fields, { as: lead });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(['Edda Writes is in this bid already, or has been asked']);
    expect(
      await database.db.bidMember.count({ where: { bidId: bid.id, personId: editor, role: 'editor' } }),
    ).toBe(1);
  });

  test('somebody who declined can be asked again', async () => {
    const shy = await joinBid(bid.id, { personId: await namedExpert('Cosmo Shy'), answer: 'declined' });
    const fields = { intent: 'invite', person: await referenceOf(shy), role: 'editor' };
    expect((await send(address(), fields, { as: lead })).status).toBe(303);
    expect((await visit(paths.bidInvitation(bid.reference), { as: shy })).status).toBe(200);
  });

  test('a bid holds twenty people and no more', async () => {
    const full = await makeBid({ question: await makeQuestion(), submitted: false });
    for (let n = 1; n < 20; n += 1)
      await joinBid(full.id, { personId: (await makePerson({ expert: true })).id });
    const fields = { intent: 'invite', person: await referenceOf((await makeExpert()).id), role: 'editor' };
    const page = await send(paths.bidTeam(full.reference), fields, { as: full.leadId });
    expect(page.errors).toEqual(['A bid holds at most 20 people']);
    expect(await database.db.bidMember.count({ where: { bidId: full.id } })).toBe(20);
  });

  test('is the lead’s alone', async () => {
    const fields = { intent: 'invite', person: await referenceOf((await makeExpert()).id), role: 'editor' };
    for (const as of [editor, partner]) expect((await send(address(), fields, { as })).status).toBe(403);
  });
});

describe('removing and leaving', () => {
  test('the lead removes somebody, who can read nothing from then on', async () => {
    const leaver = await joinBid(bid.id, { personId: await namedExpert('Ruth Removed') });
    const fields = { intent: 'remove', person: await referenceOf(leaver) };
    const sent = await send(address(), fields, { as: lead });
    expect([sent.location, sent.banner]).toEqual([address(), 'Ruth Removed is removed from the bid']);
    expect((await visit(paths.bid(bid.reference), { as: leaver })).status).toBe(404);
    const again = await send(address(), fields, { as: lead });
    expect([again.status, again.errors]).toEqual([422, ['This person is not in the bid.']]);
  });

  test('a partner leaves by themselves, and removes nobody else', async () => {
    const leaver = await joinBid(bid.id, { role: 'partner' });
    const other = { intent: 'remove', person: await referenceOf(editor) };
    expect((await send(address(), other, { as: leaver })).status).toBe(403);
    const own = { intent: 'remove', person: await referenceOf(leaver) };
    const sent = await send(address(), own, { as: leaver });
    expect([sent.location, sent.banner]).toEqual([paths.bids(), 'You have left the bid']);
  });

  test('the lead stays', async () => {
    const page = await send(address(), { intent: 'remove', person: await referenceOf(lead) }, { as: lead });
    expect(page.errors).toEqual(['The lead cannot leave a bid. Withdraw or discard it instead.']);
  });
});

describe('partner organisations', () => {
  test('are found, named with their part, shown beside the bid, and removed', async () => {
    const { reference, name } = await makeOrganisation({ name: 'Institute of Ports & Tides' });
    const found = await visit(`${address()}?organisation=ports`, { as: lead });
    expect(found.buttons).toContain(`Add ${name}`);
    const part = 'Interviews <b>on site</b>';
    const fields = { intent: 'addPartner', organisation: reference, part };
    const sent = await send(address(), fields, { as: lead });
    expect([sent.location, sent.banner]).toEqual([address(), `${name} is added as a partner`]);
    expect((await visit(address(), { as: partner })).rows).toContainEqual([name, part, '']);
    expect((await visit(paths.bid(bid.reference), { as: partner })).$('aside').text()).toContain(name);
    const twice = await send(`${address()}?organisation=ports`, fields, { as: lead });
    expect([twice.status, twice.errors]).toEqual([422, [`${name} is a partner already`]]);
    const removed = await send(address(), { intent: 'removePartner', organisation: reference }, { as: lead });
    expect(removed.banner).toBe(`${name} is removed`);
    const again = await send(address(), { intent: 'removePartner', organisation: reference }, { as: lead });
    expect(again.errors).toEqual(['This organisation is not a partner of the bid.']);
  });

  test('what they would do is kept when it is too long, with the message beside it', async () => {
    const { reference, name } = await makeOrganisation({ name: 'Long Winded Institute' });
    const part = 'x'.repeat(301);
    const fields = { intent: 'addPartner', organisation: reference, part };
    const page = await send(`${address()}?organisation=winded`, fields, { as: lead });
    expect(page.status).toBe(422);
    expect(page.messageBeside('part')).toBe('Use 300 characters or fewer');
    expect(page.fields['part']).toBe(part);
    expect(page.text).toContain(name);
  });

  test('an unknown one, and one that closed, are refused', async () => {
    const closed = await makeOrganisation();
    await database.db.organisation.update({ where: { id: closed.id }, data: { closedAt: new Date() } });
    for (const organisation of [NOBODY, closed.reference]) {
      const page = await send(address(), { intent: 'addPartner', organisation, part: '' }, { as: lead });
      expect([page.status, page.errors]).toEqual([422, ['No organisation has this reference']]);
    }
  });

  test('are the lead’s alone to change', async () => {
    const { reference } = await makeOrganisation();
    for (const intent of ['addPartner', 'removePartner'])
      expect((await send(address(), { intent, organisation: reference }, { as: editor })).status).toBe(403);
  });
});

test('after closing the team stands: no forms, and a late one is refused in words', async () => {
  const closed = await makeQuestion({ state: 'closed' });
  const sealed = await makeBid({ question: closed });
  const member = await joinBid(sealed.id);
  const path = paths.bidTeam(sealed.reference);
  expect((await visit(path, { as: sealed.leadId })).buttons).toEqual([]);
  expect((await visit(path, { as: member })).buttons).toEqual([]);
  const forms = [
    { intent: 'invite', person: await referenceOf(editor), role: 'editor' },
    { intent: 'remove', person: await referenceOf(member) },
    { intent: 'addPartner', organisation: NOBODY, part: '' },
    { intent: 'removePartner', organisation: NOBODY },
  ];
  for (const fields of forms) {
    const page = await send(path, fields, { as: sealed.leadId });
    expect(page.status).toBe(422);
    expect(page.errors[0]).toMatch(/bids for this question closed on/);
  }
});
