import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { HOSTILE, makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let person: string;

beforeAll(async () => {
  who = await makeReaders();
});
beforeEach(async () => {
  person = (await makePerson({ name: 'Re Cipient' })).id;
});

const give = async (
  personId: string,
  subject: string,
  over: { path?: string | null; body?: string } = {},
) => {
  const id = newId();
  await database.db.notice.create({
    data: {
      ...{ id, personId, factId: newId(), kind: 'test', subject, createdAt: new Date() },
      ...{ body: over.body ?? 'Something happened', path: over.path === undefined ? '/findings' : over.path },
    },
  });
  return id;
};
const inbox = (as: string | undefined = person) => visit(paths.inbox(), { as });
const mark = (notice: string, as: string | undefined = person) => send(paths.inbox(), { notice }, { as });

describe('the inbox', () => {
  test('is everybody’s own, verified or not; a visitor signs in first', async () => {
    for (const as of Object.values(who)) {
      const page = await visit(paths.inbox(), { as });
      expect(page.status).toBe(200);
      expect(page.text).toContain('Nothing has been written to you yet');
    }
    expect((await visit(paths.inbox())).location).toContain(paths.signIn());
  });

  test('shows nobody what was written to another', async () => {
    await give(person, 'For one person only');
    expect((await inbox()).text).toContain('For one person only');
    for (const as of Object.values(who)) expect((await inbox(as)).html).not.toContain('For one person only');
  });

  test('leads from a notice to its page, where it has one', async () => {
    await give(person, 'With a page', { path: '/findings' });
    await give(person, 'Without a page', { path: null });
    const { links } = await inbox();
    expect(links).toContainEqual({ text: 'With a page', href: '/findings' });
    expect(links.map(({ text }) => text)).not.toContain('Without a page');
  });

  test('one notice is marked as read, the rest stay new', async () => {
    const id = await give(person, 'First');
    await give(person, 'Second');
    const before = await inbox();
    expect(before.buttons).toEqual(['Mark all as read', 'Mark as read: Second', 'Mark as read: First']);
    expect((await mark(id)).location).toBe(paths.inbox());
    const after = await inbox();
    expect(after.buttons).toEqual(['Mark all as read', 'Mark as read: Second']);
    expect(after.text.indexOf('Second')).toBeLessThan(after.text.indexOf('First'));
  });

  test('all are marked at once, and the frame counts no more', async () => {
    await give(person, 'First');
    await give(person, 'Second');
    expect((await inbox()).$('header').text()).toMatch(/2/);
    await mark('all');
    const page = await inbox();
    expect(page.buttons).toEqual([]);
    expect(page.text).not.toContain('New');
  });

  test('nobody marks the notice of another', async () => {
    const id = await give(person, 'Not yours');
    expect((await mark(id, who.administrator)).status).toBe(404);
    expect((await send(paths.inbox(), { notice: id })).location).toContain(paths.signIn());
    const row = await database.db.notice.findUniqueOrThrow({ where: { id } });
    expect(row.readAt).toBeNull();
  });

  test.each(['', 'everything', HOSTILE])(
    'a form that names no notice changes nothing (%#)',
    async (notice) => {
      const id = await give(person, 'Still new');
      const page = await mark(notice);
      expect(page.status).toBe(422);
      expect((await database.db.notice.findUniqueOrThrow({ where: { id } })).readAt).toBeNull();
    },
  );

  test('pages by key; an unreadable place in it is refused', async () => {
    for (let place = 0; place < 27; place += 1) await give(person, `Notice ${place}.`);
    const first = await inbox();
    const next = first.links.find(({ href }) => href.includes('after='))?.href ?? '';
    const second = await visit(next, { as: person });
    const names = [first, second].flatMap((page) => page.text.match(/Notice \d+\.(?=Something)/g) ?? []);
    expect(new Set(names).size).toBe(27);
    for (const query of ['?after=x', '?after=new_1', '?page=2'])
      expect((await visit(`${paths.inbox()}${query}`, { as: person })).status).toBe(400);
  });

  test('hostile words stay words', async () => {
    await give(person, HOSTILE, { body: HOSTILE });
    const page = await inbox();
    expect(page.text).toContain('<script>alert(1)</script>');
    expect(page.$('main script').length).toBe(0);
  });
});

describe('letters', () => {
  const choose = (letters: string | undefined, as: string | undefined = person) =>
    send(paths.noticeSettings(), { letters }, { as });
  const stands = async () => (await visit(paths.noticeSettings(), { as: person })).fields['letters'];

  test('are chosen by each for themselves', async () => {
    expect(await stands()).toBe('yes');
    const sent = await choose('no');
    expect([sent.location, sent.banner]).toEqual([paths.noticeSettings(), 'Saved']);
    expect(await stands()).toBe('no');
    await choose('yes');
    expect(await stands()).toBe('yes');
  });

  test('go to the address that the page names', async () => {
    const page = await visit(paths.noticeSettings(), { as: person });
    expect(page.text).toContain(`Letters go to person-${person}@example.org.`);
  });

  test.each([undefined, '', 'perhaps'])('%j is no choice, which is said beside it', async (letters) => {
    const page = await choose(letters);
    expect(page.status).toBe(422);
    expect(page.messageBeside('letters')).toBe('Choose whether you want letters');
    expect(await stands()).toBe('yes');
  });

  test('a visitor signs in first', async () => {
    expect((await visit(paths.noticeSettings())).location).toContain(paths.signIn());
    expect((await send(paths.noticeSettings(), { letters: 'no' })).location).toContain(paths.signIn());
  });
});
