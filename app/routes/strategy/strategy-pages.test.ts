import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makePerson } from '../../../tests/support/factories/people';
import { send, visit } from '../../../tests/support/site';
import { HOSTILE, LONG } from '../../../tests/support/site/hostile';
import { deadLinks } from '../../../tests/support/site/links';

const database = useDatabase();
const who: Record<'coordinator' | 'member' | 'auditor' | 'unverified', string> = {
  coordinator: '',
  member: '',
  auditor: '',
  unverified: '',
};

beforeAll(async () => {
  who.coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  who.member = (await makePerson()).id;
  who.auditor = (await makePerson({ roles: ['auditor'] })).id;
  who.unverified = (await makePerson({ verified: false })).id;
});

describe('the strategy', () => {
  test('a visitor reads what is in force today and what of it is unknown', async () => {
    const page = await visit(paths.strategy());
    expect(page.status).toBe(200);
    expect(page.heading).toBe('The strategy today');
    expect(page.text).toContain('List unknown');
    expect(page.text).toContain('No list of this kind is known to be in force. The last one,');
    expect(page.buttons).not.toContain('Add a priority set');
    expect(page.links.map(({ href }) => href)).not.toContain(paths.newPrioritySet());
  });

  test('another day shows what held then, and the way back to today', async () => {
    const page = await visit(`${paths.strategy()}?on=2017-06-01`);
    expect(page.heading).toBe('The strategy on 1 June 2017');
    expect(page.text).toContain('October 2013 to November 2018');
    expect(page.fields['on']).toBe('2017-06-01');
    expect(page.links).toContainEqual({ text: 'See it as it is today', href: paths.strategy() });
  });

  test('a day before everything says that nothing is known of it', async () => {
    const page = await visit(`${paths.strategy()}?on=1990-01-01`);
    expect(page.text).toContain('No framework is known to have been in force on that day.');
    expect(page.text).toContain('No list of this kind is known for that day.');
    expect(page.text).toMatch(/Not in force on that day: \d+ documents/);
  });

  test.each(['yesterday', '2019-02-30', '2019-13-01', '2019', '<script>'])(
    '%s is no day: a message stands beside the field, which keeps it',
    async (typed) => {
      const page = await visit(`${paths.strategy()}?on=${encodeURIComponent(typed)}`);
      expect(page.status).toBe(400);
      expect(page.messageBeside('on')).toBe('Enter a real date, like 2019-05-01');
      expect(page.fields['on']).toBe(typed);
      expect(page.heading).toBe('The strategy today');
    },
  );

  test('a parameter that nobody knows is refused', async () => {
    expect((await visit(`${paths.strategy()}?day=2019-01-01`)).status).toBe(400);
    expect((await visit(`${paths.strategy()}?on=${'9'.repeat(40)}`)).status).toBe(400);
  });

  test('a coordinator alone is offered to add a list', async () => {
    const add = { text: 'Add a priority set', href: paths.newPrioritySet() };
    expect((await visit(paths.strategy(), { as: who.coordinator })).links).toContainEqual(add);
    for (const as of [who.member, who.auditor, who.unverified])
      expect((await visit(paths.strategy(), { as })).links).not.toContainEqual(add);
  });

  test('every link leads somewhere, for whoever sees it', async () => {
    const committeeReader = (await makePerson({ roles: ['committeeReader'] })).id;
    for (const as of [undefined, who.unverified, who.auditor, committeeReader, who.coordinator])
      expect(await deadLinks(await visit(paths.strategy(), { as }), { as })).toEqual([]);
  });
});

describe('a framework', () => {
  const slug = 'soc-strategy-2013';

  test('everybody reads its items, dates and the versions of the record', async () => {
    const page = await visit(paths.framework(slug));
    expect(page.status).toBe(200);
    expect(page.text).toContain('Ended');
    expect(page.text).toContain('October 2013 to November 2018');
    expect(page.text).toContain('What it sets out');
    expect(page.text).toContain('Version 1');
    expect(page.links.map(({ text }) => text)).not.toContain('Change dates or note');
  });

  test('every link leads somewhere, for whoever sees it', async () => {
    for (const as of [undefined, who.unverified, who.member, who.coordinator])
      expect(await deadLinks(await visit(paths.framework(slug), { as }), { as })).toEqual([]);
  });

  test('one that nobody recorded is not there, for changing neither', async () => {
    expect((await visit(paths.framework('no-such-strategy'))).status).toBe(404);
    expect((await visit(paths.editFramework('no-such-strategy'), { as: who.coordinator })).status).toBe(404);
    expect((await visit(paths.framework('x'.repeat(200)))).status).toBe(404);
  });
});

describe('changing a framework', () => {
  const slug = 'soc-strategy-2018';
  const form = async () => (await visit(paths.editFramework(slug), { as: who.coordinator })).fields;
  const filled = async (over: Record<string, string> = {}) =>
    send(
      paths.editFramework(slug),
      { ...(await form()), changeNote: 'Better known now', ...over },
      {
        as: who.coordinator,
      },
    );

  test('is a coordinator’s: others are told so, a visitor signs in first', async () => {
    const address = paths.editFramework(slug);
    expect((await visit(address)).location).toBe(`${paths.signIn()}?from=${encodeURIComponent(address)}`);
    for (const as of [who.member, who.auditor, who.unverified]) {
      const page = await visit(address, { as });
      expect(page.status).toBe(403);
      expect(page.text).toContain('Only a coordinator can change frameworks');
      expect((await send(address, { ...(await form()), changeNote: 'Mine' }, { as })).status).toBe(403);
    }
  });

  test('starts from what is recorded', async () => {
    const row = await database.db.framework.findUniqueOrThrow({ where: { slug } });
    expect(await form()).toMatchObject({
      startsWritten: row.startsWritten,
      endsWritten: row.endsWritten ?? '',
      note: row.note,
      changeNote: '',
    });
  });

  test.each([
    ['no reason', 'changeNote', '', 'Say what changes and why'],
    ['too long a reason', 'changeNote', LONG, 'Use 500 characters or fewer'],
    ['too long a note', 'note', LONG, 'Use 2,000 characters or fewer'],
    ['no start', 'startsWritten', '', 'Enter when it starts'],
    [
      'a season',
      'startsWritten',
      'spring',
      'Enter a date as far as it is known, like 2026, 2026-11 or 2026-11-21',
    ],
    [
      'a day that is not',
      'startsWritten',
      '2026-02-30',
      'Enter a date as far as it is known, like 2026, 2026-11 or 2026-11-21',
    ],
    ['a day in words', 'startsWritten', '12 November 2018', 'Use 10 characters or fewer'],
    ['an end before the start', 'endsWritten', '1999', 'The end must not be before the start'],
  ])('%s is refused beside the field, and all that was typed is kept', async (_what, name, text, says) => {
    const page = await filled({ [name]: text });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual([says]);
    expect(page.messageBeside(name)).toBe(says);
    expect(page.fields[name]).toBe(text);
    if (name !== 'changeNote') expect(page.fields['changeNote']).toBe('Better known now');
  });

  test.each(HOSTILE)('%s in the note stands there as text', async (_what, text) => {
    const sent = await filled({ note: text, changeNote: text });
    expect(sent.location).toBe(paths.framework(slug));
    const page = await visit(paths.framework(slug));
    expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
    expect((await form())['note']).toBe(text);
  });

  test('writes a version that everybody reads, and a fact', async () => {
    const before = await database.db.frameworkVersion.count({ where: { framework: { slug } } });
    const sent = await filled({ note: 'The end is approximate', changeNote: 'The archive says so' });
    expect(sent.status).toBe(303);
    expect(sent.banner).toBe('Framework changed');
    const page = await visit(paths.framework(slug));
    expect(page.text).toContain('The end is approximate.');
    expect(page.text).toContain(`Version ${before + 1}: The archive says so`);
    const facts = await database.db.fact.findMany({ where: { name: 'FrameworkWasRevised' } });
    expect(facts.at(-1)).toMatchObject({ data: { version: before + 1 }, actorId: who.coordinator });
  });

  test('on top of somebody else’s change is refused, with the own words kept', async () => {
    const stale = await form();
    await filled({ note: 'Theirs' });
    const fields = { ...stale, note: 'Mine', changeNote: 'Mine too' };
    const page = await send(paths.editFramework(slug), fields, { as: who.coordinator });
    expect(page.status).toBe(409);
    expect(page.errors[0]).toContain('Somebody else changed this framework');
    expect(page.fields['note']).toBe('Mine');
    expect((await visit(paths.framework(slug))).text).toContain('Theirs.');
  });
});
