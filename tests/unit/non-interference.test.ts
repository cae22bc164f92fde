import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zipArchive } from '~/domain/knowledge/citations/exchange/tables/zip-archive.server';
import { newReference } from '~/domain/new-reference.server';
import { pool } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../support/database';
import { createTestDatabase, type TestDatabase } from '../support/database-server';
import { ACTOR_NAMES } from '../trust/access/roles';
import type { Cast } from '../trust/access/scene/cast';
import { archiveText } from '../trust/non-interference/archive-text';
import { Answers, parting, someOfEach, withoutNewKeys } from '../trust/non-interference/answers';
import { askersOf, asPage, everything, isOfPage } from '../trust/non-interference/asked';
import { LEAKS } from '../trust/non-interference/leaks';
import { askAll, drawn, Plain } from '../trust/non-interference/reads/plain';
import { Reader } from '../trust/non-interference/reads/reader';
import { withSameReferences } from '../trust/non-interference/same-references';
import { SECRETS } from '../trust/non-interference/secrets/all';
import { shareOf } from '../trust/non-interference/shares';
import type { Site } from '../trust/non-interference/site';
import { isOfReading, listening, type Memory } from '../trust/non-interference/reads/statements';

const store = useDatabase();
const cast = { cookieOf: () => undefined, tokenOf: () => undefined } as unknown as Cast;
const asked = (path: string) => ({ actor: 'visitor' as const, path });
const ALL = ['/terms', '/routes', '/still', '/wrote', '/function'].map(asked);
const READS: Record<string, string> = {
  '/terms': 'SELECT name FROM term ORDER BY id',
  '/routes': 'SELECT slug FROM route ORDER BY id',
  '/function': 'SELECT soundings.one_spelling($1)',
  '/wrote': 'DELETE FROM term WHERE false',
};

/** A product of a few addresses, each of which reads one thing. */
const site: Site = {
  ask: async (path) => {
    const text = READS[path];
    if (!text) return '200\n\nstill';
    const { rows } = await pool().query(text, text.includes('$1') ? ['harbours'] : []);
    return `200\n\n${JSON.stringify(rows)}`;
  },
  send: () => Promise.reject(new Error('sends nothing')),
  stop: () => Promise.resolve(),
};

describe('what is asked anew in another world', () => {
  let made: TestDatabase;
  let here: Reader;
  let there: Reader;
  const inWorld = async (text: string) => {
    const client = new pg.Client({ connectionString: made.url });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  beforeAll(async () => {
    made = await createTestDatabase();
    here = new Reader(store.url);
    there = new Reader(made.url);
  });
  afterAll(async () => {
    await Promise.all([here.end(), there.end()]);
    await made.drop();
  });

  test('is what was made of a row that is another there, and what wrote', async () => {
    const plain = new Plain(site, here, cast);
    await plain.learn(ALL);
    const paths = async () => [...(await plain.touched(ALL, there))].map(({ path }) => path);
    expect(await paths()).toEqual(['/wrote']);
    await inWorld("UPDATE term SET name = 'Another' WHERE position = 1");
    expect((await there.tables()).get('term')).not.toBe((await here.tables()).get('term'));
    expect((await there.tables()).get('route')).toBe((await here.tables()).get('route'));
    expect(await paths()).toEqual(['/terms', '/wrote']);
    const answers = new Answers();
    expect(await askAll(site, cast, ALL, answers)).toBe(ALL.length);
    expect(await askAll(site, cast, ALL, answers)).toBe(0);
    for (const one of ALL) expect(answers.digest(one)).toBe(plain.answers.digest(one));
  });

  test('a statement names the tables that it reads, those behind others too', async () => {
    const reads = (text: string) => here.tablesOf({ key: '', text, values: [] });
    expect([...(await reads('SELECT name FROM term'))]).toContain('term');
    expect([...(await reads('SELECT soundings.now()'))]).toContain('soundings.clock');
    expect([...(await reads('SELECT 1'))]).not.toContain('term');
  });
});

describe('what is heard of an answer', () => {
  test('each read, from memory the second time, until something is written', async () => {
    const memory: Memory = new Map();
    const read = () => listening(memory, () => pool().query("SELECT name FROM term WHERE slug = 'fraud'"));
    const first = await read();
    expect(first.made?.map(({ text }) => text)).toEqual(["SELECT name FROM term WHERE slug = 'fraud'"]);
    await pool().query("UPDATE term SET name = 'Fraud!' WHERE slug = 'fraud'");
    const again = await read();
    expect(again.value.rows).toEqual(first.value.rows);
    expect(again.made?.map(({ key }) => key)).toEqual(first.made?.map(({ key }) => key));
    const wrote = await listening(memory, () =>
      pool().query("UPDATE term SET name = name WHERE slug = 'fraud'"),
    );
    expect(wrote.made).toBeNull();
    expect((await read()).value.rows).toEqual([{ name: 'Fraud!' }]);
  });

  test('one answer at a time', async () => {
    const both = [1, 2].map(() => listening(new Map(), () => pool().query('SELECT 1')));
    const [first, second] = await Promise.allSettled(both);
    expect([first?.status, second?.status]).toEqual(['fulfilled', 'rejected']);
  });

  test.each([
    ['SELECT 1', true],
    ['WITH a AS (SELECT 1) SELECT * FROM a FOR UPDATE', true],
    ['WITH a AS (INSERT INTO t VALUES (1) RETURNING *) SELECT * FROM a', false],
    ['UPDATE "public"."t" SET a = 1', false],
    ["SELECT nextval('s')", false],
    ['SELECT pg_try_advisory_lock(1)', false],
  ])('%s only reads: %s', (text, reads) => {
    expect(isOfReading(text)).toBe(reads);
  });
});

describe('answers', () => {
  test('are one where only the keys of new rows differ, in the same order', () => {
    const since = Date.now() - 1_000;
    const [old, one, other] = ['01890000-0000-7000-8000-000000000000', newId(), newId()];
    const text = (first: string, second: string) => `${old} ${first} ${second} ${first}`;
    expect(withoutNewKeys(text(one, other), since)).toBe(`${old} key 1 key 2 key 1`);
    expect(withoutNewKeys(text(other, one), since)).toBe(withoutNewKeys(text(one, other), since));
    expect(withoutNewKeys(text(one, one), since)).not.toBe(withoutNewKeys(text(one, other), since));
  });

  test('part in what they say, else in their headers', () => {
    expect(parting('200\na: 1\n\nsame', '200\na: 2\n\nsame')).toContain('a: 2');
    expect(parting('200\na: 1\n\nthis', '200\na: 2\n\nthat')).not.toContain('a: 2');
  });

  test('that differ are told of each actor, a few and how many', () => {
    const of = (actor: string, ...paths: string[]) => paths.map((path) => `${actor} ${path}: "a" and "b"`);
    const [many, one] = [of('lead bidder', '/a', '/b', '/c', '/d'), of('a visitor', '/a')];
    expect(someOfEach([...many, ...one])).toEqual([...many.slice(0, 3), 'lead bidder: 4 in all', ...one]);
    expect(someOfEach(many.slice(1))).toEqual(many.slice(1));
  });

  test('of archives are their files', async () => {
    async function* said() {
      yield 'second '.repeat(100);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of zipArchive([
      { name: 'a.txt', content: 'first' },
      { name: 'b.txt', content: said() },
      { name: 'c.json', content: `{"sha256":"${'0f'.repeat(32)}"}` },
      { name: 'c.sig', content: 'signed' },
    ]))
      chunks.push(chunk);
    expect(archiveText(Buffer.concat(chunks))).toBe(
      `a.txt\nfirst\n\nb.txt\n${'second '.repeat(100)}\n\nc.json\n{"sha256":"digest"}\n\nc.sig\n`,
    );
    expect(archiveText(Buffer.from('no archive'))).toBe('no archive');
  });
});

describe('who is asked for what', () => {
  const addresses = [
    { path: '/', isPage: true, isNear: true },
    { path: '/audit?page=2', isPage: true, isNear: true },
    { path: '/map.csv', isPage: false, isNear: true },
  ];

  test('everybody for everything but readers of the trail for the trail', () => {
    const all = everything(addresses, ['visitor', 'auditor']);
    expect(all.map(({ actor, path }) => `${actor} ${path}`)).toEqual([
      'visitor /_root.data',
      'auditor /_root.data',
      'visitor /audit.data?page=2',
      'visitor /map.csv',
      'auditor /map.csv',
    ]);
    expect(
      all
        .filter(isOfPage)
        .map(asPage)
        .map(({ path }) => path),
    ).toEqual(['/', '/', '/audit?page=2']);
  });

  test('those who are told a part are left out, those who may know are not', () => {
    for (const secret of SECRETS) {
      const askers = askersOf(secret);
      expect(askers).toEqual(expect.arrayContaining(secret.entitled));
      expect(askers.length).toBeGreaterThan(secret.entitled.length);
    }
    expect(SECRETS.length).toBeGreaterThanOrEqual(20);
    expect(new Set(SECRETS.map(({ name }) => name)).size).toBe(SECRETS.length);
    expect(ACTOR_NAMES).toHaveLength(24);
  });

  test('a leak of each of six kinds lets one of the secrets go', () => {
    expect(new Set(LEAKS.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6);
    for (const { secret } of LEAKS) expect(SECRETS.map(({ name }) => name)).toContain(secret);
  });

  test('a draw is the same for the same seed', () => {
    const all = Array.from({ length: 50 }, (_, place) => asked(`/${place}`));
    expect(drawn(all, '1', 5)).toEqual(drawn([...all].reverse(), '1', 5));
    expect(drawn(all, '1', 5)).not.toEqual(drawn(all, '2', 5));
  });

  test('each group goes to one process, and all of them to some', () => {
    const groups = [['a'], ['b', 'c', 'd'], ['e'], ['f']];
    const shares = [0, 1].map((part) => shareOf(groups, part, 2));
    expect(shares).toEqual([
      ['b', 'c', 'd'],
      ['a', 'e', 'f'],
    ]);
  });
});

test('references are the same in each world, and random elsewhere', async () => {
  const two = () => Promise.resolve([newReference(), newReference()]);
  const [first, second] = [await withSameReferences(two), await withSameReferences(two)];
  expect(second).toEqual(first);
  expect(first[0]).not.toBe(first[1]);
  expect(newReference()).not.toBe(first[0]);
  expect(randomBytes(8)).not.toEqual(randomBytes(8));
});
