import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeLetter } from '../../../../tests/support/factories/letters';
import { makePerson } from '../../../../tests/support/factories/people';
import { visit } from '../../../../tests/support/site';
import { HOSTILE } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';

const database = useDatabase();
let administrator: string;
let others: string[];
const inside = () => ({ as: administrator });

beforeAll(async () => {
  administrator = (await makePerson({ roles: ['administrator'] })).id;
  others = [
    (await makePerson({ roles: ['coordinator'] })).id,
    (await makePerson({ roles: ['auditor'] })).id,
    (await makePerson()).id,
  ];
  const at = new Date('2026-01-02T09:00:00Z');
  await makeLetter({ subject: 'A waiting letter' });
  await makeLetter({ subject: 'A kept letter', enqueuedAt: at, keptAt: at });
  await makeLetter({ subject: 'A failing letter', enqueuedAt: at, lastError: 'Mailbox full', attempts: 3 });
  await makeLetter({ subject: 'A sent letter', enqueuedAt: at, sentAt: at });
});

describe('the letters', () => {
  test('are an administrator’s to read', async () => {
    const { id } = await makeLetter();
    for (const address of [paths.keptMail(), paths.keptLetter(id)]) {
      expect((await visit(address)).location).toContain(paths.signIn());
      for (const as of others) {
        const page = await visit(address, { as });
        expect(page.status).toBe(403);
        expect(page.text).not.toContain('Confirm your address');
      }
    }
  });

  test('stand with their state, the latest first, and every link leads somewhere', async () => {
    const page = await visit(paths.keptMail(), inside());
    const listed = page.rows.map((row) => [row[2], row[3]]);
    expect(listed.slice(-4)).toEqual([
      ['A sent letter', 'Sent'],
      ['A failing letter', 'Not accepted yet'],
      ['A kept letter', 'Kept'],
      ['A waiting letter', 'Waiting'],
    ]);
    expect(await deadLinks(page, inside())).toEqual([]);
  });

  test.each([
    ['waiting', 'A waiting letter'],
    ['kept', 'A kept letter'],
    ['failing', 'A failing letter'],
    ['sent', 'A sent letter'],
  ])('are filtered to the %s ones', async (state, subject) => {
    const page = await visit(`${paths.keptMail()}?state=${state}`, inside());
    expect(page.rows.map((row) => row[2])).toContain(subject);
    expect(new Set(page.rows.map((row) => row[3])).size).toBe(1);
    expect(page.$('[aria-current]').last().text()).toBe(page.rows[0]?.[3]);
  });

  test('of a state that nobody knows are refused', async () => {
    for (const query of ['state=lost', 'after=1', 'to=ada@example.org'])
      expect((await visit(`${paths.keptMail()}?${query}`, inside())).status).toBe(400);
  });

  test('go on page by page, none twice and none left out', async () => {
    for (let turn = 0; turn < 60; turn += 1) await makeLetter({ subject: `Letter ${turn}` });
    const all = await database.db.mail.count();
    const seen: string[] = [];
    let address: string | undefined = paths.keptMail();
    while (address && seen.length <= all) {
      const page: Awaited<ReturnType<typeof visit>> = await visit(address, inside());
      seen.push(
        ...page
          .$('tbody a')
          .toArray()
          .map((node) => page.$(node).attr('href') ?? ''),
      );
      address = page.links.find(({ text }) => text.startsWith('Next'))?.href;
    }
    expect(seen).toHaveLength(all);
    expect(new Set(seen).size).toBe(all);
  });

  test('one is shown as it was written, and its reading is recorded', async () => {
    const letter = await makeLetter({
      text: 'First line\n\nSecond  line',
      lastError: 'Mailbox full',
      attempts: 3,
    });
    const page = await visit(paths.keptLetter(letter.id), inside());
    expect(page.heading).toBe('Confirm your address');
    expect(page.$('pre').text()).toBe('First line\n\nSecond  line');
    expect(page.text).toContain('After 3 tries');
    expect(page.text).toContain('Mailbox full');
    const reads = await database.db.fact.findMany({ where: { actorId: administrator, nounId: letter.id } });
    expect(reads).toHaveLength(1);
  });

  /** Of a fact about that thing, with the noun as its subject. */
  async function letterAbout(noun: string, nounId: string, personId: string) {
    const at = new Date('2026-01-03T09:00:00Z');
    const fact = { noun, nounId, at, actorId: personId, command: 'x', data: {} };
    const { id: factId } = await database.db.fact.create({
      data: { id: randomUUID(), name: 'SomethingWas', hash: new Uint8Array(32).fill(1), ...fact },
    });
    const notice = { personId, factId, kind: 'x', subject: noun, body: 'x', createdAt: at };
    const { id: noticeId } = await database.db.notice.create({ data: { id: randomUUID(), ...notice } });
    return makeLetter({ subject: `About: ${noun}`, noticeId });
  }

  test('one about a decision is not there before it is told', async () => {
    const { question, award } = await makeAward({ state: 'decided' });
    const { id } = await letterAbout('question', question.id, question.asking.ownerId);
    expect((await visit(paths.keptLetter(id), inside())).status).toBe(404);
    await database.db.award.update({ where: { id: award.id }, data: { noticeAt: new Date() } });
    expect((await visit(paths.keptLetter(id), inside())).status).toBe(200);
  });

  test('one about what was written to a team in private is not there', async () => {
    const { id: personId } = await makePerson();
    const letters = ['enquiry', 'person'].map((noun) => letterAbout(noun, personId, personId));
    const [hidden, shown] = await Promise.all(letters);
    const subjects = (await visit(paths.keptMail(), inside())).rows.map((row) => row[2]);
    expect(subjects).toContain('About: person');
    expect(subjects).not.toContain('About: enquiry');
    expect((await visit(paths.keptLetter(shown?.id ?? ''), inside())).status).toBe(200);
    expect((await visit(paths.keptLetter(hidden?.id ?? ''), inside())).status).toBe(404);
  });

  test.each(HOSTILE)('%s in a letter is shown as text', async (_what, text) => {
    const letter = await makeLetter({ subject: text, text });
    for (const path of [paths.keptMail(), paths.keptLetter(letter.id)]) {
      const page = await visit(path, inside());
      expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
    }
    expect((await visit(paths.keptLetter(letter.id), inside())).$('pre').text()).toBe(text);
  });

  test('one that is not there is not there', async () => {
    for (const id of [randomUUID(), 'nonsense', "';DROP"])
      expect((await visit(paths.keptLetter(id), inside())).status).toBe(404);
  });
});
