import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../support/database';
import { makePerson } from '../support/factories/people';
import { makePrioritySet } from '../support/factories/priorities';
import { makeTerm } from '../support/factories/terms';
import { send, visit } from '../support/site';
import { HOSTILE } from '../support/site/hostile';

const database = useDatabase();
let auditor: string;
let administrator: string;
let coordinator: string;
const reading = () => ({ as: auditor });

beforeAll(async () => {
  auditor = (await makePerson({ roles: ['auditor'] })).id;
  administrator = (await makePerson({ roles: ['administrator'] })).id;
  coordinator = (await makePerson({ name: 'Coord One', roles: ['coordinator'] })).id;
});

const whats = async (query: string) =>
  (await visit(`${paths.audit()}?${query}`, reading())).rows.map((row) => row[1]);

describe('reading the trail', () => {
  test('finds by kind, thing, person and day', async () => {
    const term = await makeTerm();
    await send(
      paths.retireTerm(term.reference),
      { revision: '1', reason: 'Nobody uses it' },
      { as: coordinator },
    );
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
    const { reference } = await database.db.person.findUniqueOrThrow({ where: { id: coordinator } });
    for (const query of [
      'noun=term',
      'name=TermWasRetired',
      'name=retired',
      `person=${reference}`,
      `from=${today}&to=${today}`,
    ])
      expect(await whats(query)).toContain('Term was retired');
    for (const query of ['noun=bid', 'name=published', 'person=22222222', 'to=2001-01-01', 'from=2999-01-01'])
      expect(await whats(query)).not.toContain('Term was retired');
  });

  test.each(['2026-02-31', '2026-13-01', '0000-00-00', '9999-99-99', 'yesterday'])(
    'a day that does not exist is refused, not a fault: %s',
    async (day) => {
      for (const name of ['from', 'to'])
        expect((await visit(`${paths.audit()}?${name}=${day}`, reading())).status).toBe(400);
    },
  );

  test.each([['a pattern', '%'], ...HOSTILE])('%s is looked for as text', async (_what, text) => {
    for (const name of ['name', 'person', 'noun']) {
      const { status, html } = await visit(
        `${paths.audit()}?${name}=${encodeURIComponent(text.slice(0, 18))}`,
        reading(),
      );
      expect(status).toBe(200);
      expect(html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
    }
  });

  test('is itself in the trail, with what was looked for', async () => {
    await whats('name=retired');
    const last = await database.db.fact.findFirstOrThrow({
      where: { name: 'TrailWasRead', actorId: auditor },
      orderBy: { number: 'desc' },
    });
    expect(last.data).toMatchObject({ name: 'retired' });
  });

  test('shows the administrator what happened without its details, and others nothing', async () => {
    const term = await makeTerm();
    await send(
      paths.retireTerm(term.reference),
      { revision: '1', reason: 'Nobody uses it' },
      { as: coordinator },
    );
    const rows = async (as: string) => (await visit(`${paths.audit()}?noun=term`, { as })).rows;
    expect((await rows(administrator)).every((row) => row[4] === '')).toBe(true);
    expect((await rows(administrator)).map((row) => row[1])).toContain('Term was retired');
    expect((await visit(paths.audit(), { as: coordinator })).status).toBe(403);
    expect((await visit(paths.auditExport(), { as: administrator })).status).toBe(403);
  });

  test('of a denied attempt says who tried what', async () => {
    const set = await makePrioritySet();
    const member = await makePerson({ name: 'Try Er' });
    const fields = { reference: set.reference, revision: '1', startsWritten: '2026', changeNote: 'Mine' };
    expect((await send(paths.editPrioritySet(set.slug), fields, { as: member.id })).status).toBe(403);
    const page = await visit(`${paths.audit()}?name=AttemptWasDenied&person=${member.reference}`, reading());
    expect(page.rows).toHaveLength(1);
    expect(page.rows[0]?.slice(1, 4)).toEqual(['An attempt was denied', 'prioritySet', 'Try Er']);
  });
});

describe('the inbox', () => {
  test.each(['new_------------------------------------', 'new_0', `old_${'0'.repeat(36)}`, '%00', "';DROP"])(
    'a place in it that cannot be is refused, not a fault: %s',
    async (after) => {
      const { status } = await visit(`${paths.inbox()}?after=${encodeURIComponent(after)}`, reading());
      expect(status).toBe(400);
    },
  );
});
