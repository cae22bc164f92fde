import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import {
  lastLetter,
  makeAccount,
  makeOrganisation,
  makePerson,
} from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { HOSTILE, LONG } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';

const database = useDatabase();
let coordinator: string;
let administrator: string;
let member: string;
let university: Awaited<ReturnType<typeof makeOrganisation>>;

beforeAll(async () => {
  coordinator = (await makePerson({ name: 'Coord One', roles: ['coordinator'] })).id;
  administrator = (await makePerson({ roles: ['administrator'] })).id;
  member = (await makePerson()).id;
  university = await makeOrganisation({ name: 'University of Asking' });
});

/** Somebody who asks to be let in, in a session of theirs. */
async function asking(over: { name?: string; reason?: string; known?: boolean } = {}) {
  const person = await makePerson({ verified: false, name: over.name ?? 'Asking Person' });
  const where = over.known
    ? { organisation: university.reference }
    : { organisationName: 'Institute of Elsewhere' };
  const reason = over.reason ?? 'I study ports.';
  await send(paths.requestToJoin(), { ...where, reason }, { as: person.id });
  const { reference } = await database.db.joinRequest.findFirstOrThrow({ where: { personId: person.id } });
  return { ...person, address: paths.joinRequest(reference) };
}

const decide = (address: string, decision: string | undefined, reason = '', as = coordinator) =>
  send(address, { decision, reason }, { as });

describe('requests to join', () => {
  test('wait in a list for coordinators and administrators, the oldest first', async () => {
    const empty = await visit(paths.joinRequests(), { as: coordinator });
    expect(empty.text).toContain('Nobody waits');
    const first = await asking({ name: 'First Asker', known: true });
    await asking({ name: 'Second Asker' });
    for (const as of [coordinator, administrator]) {
      const page = await visit(paths.joinRequests(), { as });
      expect(page.rows.map((row) => row.slice(0, 2))).toEqual([
        ['First Asker', 'University of Asking'],
        ['Second Asker', 'Institute of Elsewhere'],
      ]);
      expect(await deadLinks(page, { as })).toEqual([]);
    }
    for (const address of [paths.joinRequests(), first.address]) {
      expect((await visit(address)).location).toContain(paths.signIn());
      for (const as of [member, first.id]) expect((await visit(address, { as })).status).toBe(403);
    }
  });

  test('one shows who asks, from where and why', async () => {
    const person = await asking({ reason: 'Ada Lovelace knows me.' });
    const page = await visit(person.address, { as: coordinator });
    expect(page.heading).toBe('Asking Person asks to join');
    expect(page.text).toContain('Ada Lovelace knows me.');
    expect(page.text).toContain(`person-${person.id}@example.org`);
    expect(page.text).toContain('Institute of Elsewhere');
    expect((await visit(paths.joinRequest('22222222'), { as: coordinator })).status).toBe(404);
  });

  test('to let in makes a member at once, who is told', async () => {
    const person = await makeAccount({ verified: false, name: 'Let In' });
    await send(
      paths.requestToJoin(),
      { organisation: university.reference, reason: 'I study ports.' },
      { as: person.id },
    );
    const { reference } = await database.db.joinRequest.findFirstOrThrow({ where: { personId: person.id } });
    expect((await visit(paths.experts(), { as: person.id })).status).toBe(403);
    const sent = await decide(paths.joinRequest(reference), 'accept');
    expect([sent.status, sent.location]).toEqual([303, paths.joinRequests()]);
    expect(sent.banner).toBe('The person is a member now');
    expect((await visit(paths.experts(), { as: person.id })).status).toBe(200);
    expect((await lastLetter(person.address)).text).toContain('Soundings');
    const shown = await visit(paths.joinRequest(reference), { as: administrator });
    expect(shown.text).toContain('Accepted on');
    expect(shown.text).toContain('by Coord One');
    expect(shown.buttons).toEqual([]);
  });

  test('to decline needs a reason, which the person reads', async () => {
    const person = await asking();
    const page = await decide(person.address, 'decline', ' ');
    expect(page.status).toBe(422);
    expect(page.messageBeside('reason')).toBe('Say why: the person is told');
    expect(page.fields['decision']).toBe('decline');
    const sent = await decide(person.address, 'decline', 'We do not know you');
    expect(sent.banner).toBe('The request is declined, and the person is told why');
    expect((await visit(paths.requestToJoin(), { as: person.id })).text).toContain('We do not know you');
    expect((await visit(paths.experts(), { as: person.id })).status).toBe(403);
  });

  test('no decision, one of nobody, and too many words are refused beside the field and kept', async () => {
    const person = await asking();
    for (const decision of [undefined, 'perhaps']) {
      const page = await decide(person.address, decision, 'Kept words');
      expect(page.status).toBe(422);
      expect(page.messageBeside('decision')).toBe('Choose whether to accept or to decline');
      expect(page.fields['reason']).toBe('Kept words');
    }
    const long = await decide(person.address, 'decline', LONG);
    expect(long.messageBeside('reason')).toBe('Use 1,000 characters or fewer');
    expect(long.fields).toMatchObject({ decision: 'decline', reason: LONG });
  });

  test('decided by two at once is decided once', async () => {
    const person = await asking();
    await decide(person.address, 'accept');
    const page = await decide(person.address, 'decline', 'No', administrator);
    expect(page.status).toBe(409);
    expect(page.text).toContain('Accepted on');
    expect((await visit(paths.experts(), { as: person.id })).status).toBe(200);
  });

  test('nobody else decides, the person who asks least of all', async () => {
    const person = await asking();
    for (const as of [member, person.id])
      expect((await decide(person.address, 'accept', '', as)).status).toBe(403);
    expect((await send(person.address, { decision: 'accept' })).location).toContain(paths.signIn());
    expect((await visit(paths.experts(), { as: person.id })).status).toBe(403);
  });

  test.each(HOSTILE)('%s as name, words and reason is text', async (_what, text) => {
    const person = await asking({ name: text, reason: text });
    for (const path of [paths.joinRequests(), person.address]) {
      const page = await visit(path, { as: coordinator });
      expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
    }
    await decide(person.address, 'decline', text);
    const page = await visit(paths.requestToJoin(), { as: person.id });
    expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
    expect(page.$('main').text()).toContain(text);
  });
});
