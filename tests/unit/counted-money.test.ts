import { beforeAll, expect, test } from 'vitest';
import { isMember, type Actor } from '~/domain/actor';
import { scoreAndSpend } from '~/domain/insight/spend/score-and-spend.server';
import { ask } from '~/domain/query.server';
import { questionsVisibleTo } from '~/domain/questions/question-visibility.server';
import { addDays } from '~/domain/uk-time';
import { pool } from '~/platform/db.server';
import { useDatabase } from '../support/database';
import { makeLine } from '../support/factories/money';
import { makePledge } from '../support/factories/pledges';
import { makePrioritySet } from '../support/factories/priorities';
import { makeQuestion } from '../support/factories/questions';
import { makeTerm } from '../support/factories/terms';
import { moneyFromRows, type MoneyRow } from '../support/money-from-rows';
import { CHANGES, changeMoney, makeMoneyWorld, readersOf, type MoneyWorld } from '../support/random-money';
import { secondWaits } from '../support/two-writers';
import { alignmentPage } from '~/domain/ledger/queries/alignment-page.server';
import { moneyLines, type MoneyLine } from '~/domain/ledger/queries/money-lines.server';
import { moneyPage } from '~/domain/ledger/queries/money-page.server';
import { LOCAL_KINDS, type MoneyFilter } from '~/domain/ledger/counting/all-money.server';
import { foldMoneyTallies } from '~/domain/ledger/counting/fold-money-tallies.server';

const store = useDatabase();
let world: MoneyWorld;
let kinds: Map<string, string>;
let names: Map<string, string>;
let list: string;

beforeAll(async () => {
  world = await makeMoneyWorld(20_261_123);
  const organisations = await store.db.organisation.findMany({ select: { id: true, kind: true } });
  kinds = new Map(organisations.map(({ id, kind }) => [id, kind]));
  const areas = await store.db.term.findMany({ where: { scheme: 'threatArea' } });
  names = new Map(areas.map(({ slug, name }) => [slug, name]));
  const set = await makePrioritySet({ kind: 'threat', names: ['Fraud'] });
  list = set.slug;
  await store.db.priority.updateMany({
    where: { prioritySetId: set.id },
    data: { termId: areas.find(({ slug }) => slug === 'fraud')?.id ?? '' },
  });
});

const FILTERS: readonly MoneyFilter[] = [
  {},
  { from: '2024-04-01', to: '2025-03-31' },
  { from: '2024-02-07', to: '2025-05-12' },
  { from: '2024-05-02', to: '2024-05-20' },
  { to: '2025-01-01', base: 'All spend' },
  { from: '2024-12-31', base: 'Research through Soundings' },
];

const sum = (rows: readonly MoneyRow[], of: (row: MoneyRow) => number | boolean | null) =>
  rows.reduce((all, row) => {
    const value = of(row);
    return all + (typeof value === 'boolean' ? (value ? row.amount : 0) : (value ?? 0));
  }, 0);
const spendOf = (rows: readonly MoneyRow[]) => ({
  committed: sum(rows, ({ firm }) => firm),
  spent: sum(rows, ({ actual }) => actual),
  committedLines: rows.filter(({ firm }) => firm).length,
  spentLines: rows.filter(({ actual }) => actual !== null).length,
});

function totalsOf(rows: readonly MoneyRow[]) {
  const stated = rows.map(({ statedOn }) => statedOn).sort((a, b) => a.getTime() - b.getTime());
  const of = (source: string) => sum(rows, (row) => row.source === source);
  return {
    ...{ all: sum(rows, ({ amount }) => amount), lines: rows.length, firm: sum(rows, (row) => row.firm) },
    ...{ ringFenced: sum(rows, (row) => row.ringFenced), secure: sum(rows, (row) => row.secure) },
    ...{ planned: sum(rows, (row) => row.planned), actual: sum(rows, (row) => row.actual) },
    ...{ unpaid: rows.filter(({ actual }) => actual === null).length },
    ...{
      estimates: rows.filter(({ estimate }) => estimate).length,
      estimated: sum(rows, (row) => row.estimate),
    },
    local: sum(rows, (row) => LOCAL_KINDS.includes(kinds.get(row.organisationId) ?? '')),
    ...{ overseas: sum(rows, (row) => row.overseas), home: sum(rows, (row) => row.overseas === false) },
    ...{ awards: of('award'), pledges: of('pledge'), entered: of('line') },
    noArea: sum(rows, ({ areas }) => areas.length === 0),
    ...{ firstStated: stated[0] ?? null, lastStated: stated.at(-1) ?? null },
    bases: [...new Set(rows.map(({ base }) => base))].sort(),
  };
}

/** Key, amount and lines of each part, in the order of the keys, those of nothing left out. */
type Parts = [string | null, number, number][];
const byKey = (parts: Parts) => parts.sort(([a], [b]) => String(a).localeCompare(String(b)));
const partsOf = (rows: readonly MoneyRow[], keysOf: (row: MoneyRow) => (string | null)[]) =>
  byKey(
    [...new Set(rows.flatMap(keysOf))].map((key) => {
      const of = rows.filter((row) => keysOf(row).includes(key));
      return [key, sum(of, ({ amount }) => amount), of.length];
    }),
  );
const shown = (parts: readonly { key: string | null; amount: number; lines: number }[]) =>
  byKey(parts.filter(({ lines }) => lines > 0).map(({ key, amount, lines }) => [key, amount, lines]));
const areasOf = ({ areas }: MoneyRow) => (areas.length === 0 ? [null] : areas);

function alignmentOf(of: readonly { areas: string[]; amount: number }[]) {
  const add = (some: (areas: string[]) => boolean) =>
    of.filter(({ areas }) => some(areas)).reduce((all, { amount }) => all + amount, 0);
  return {
    onPriorities: add((areas) => areas.includes('fraud')),
    elsewhere: add((areas) => areas.length > 0 && !areas.includes('fraud')),
    untagged: add((areas) => areas.length === 0),
  };
}

async function expectAnswers(actor: Actor, filter: MoneyFilter): Promise<number> {
  const rows = await moneyFromRows(actor, filter);
  const every = await moneyFromRows(actor, {});
  const page = await ask(moneyPage, actor, filter);
  const bases = [...new Set(every.map(({ base }) => base))].sort();
  expect(page?.bases).toEqual(bases);
  expect(page?.totals).toEqual(totalsOf(rows));
  expect({
    ...{ strands: shown(page?.strands ?? []), levels: shown(page?.levels ?? []) },
    ...{ areas: shown(page?.areas ?? []), interventions: shown(page?.interventions ?? []) },
  }).toEqual({
    ...{ strands: partsOf(rows, (row) => [row.strand]), levels: partsOf(rows, (row) => [row.level]) },
    ...{ areas: partsOf(rows, areasOf), interventions: partsOf(rows, (row) => [row.intervention]) },
  });
  await expectAlignment(actor, filter, rows);
  const spend = await ask(scoreAndSpend, actor, filter);
  expect([spend?.whole, spend?.noArea, spend?.bases]).toMatchObject([
    ...[spendOf(rows), spendOf(rows.filter(({ areas }) => areas.length === 0)), bases],
  ]);
  for (const { slug, spend: known } of spend?.areas ?? [])
    expect(known).toMatchObject(spendOf(rows.filter(({ areas }) => areas.includes(slug))));
  await expectLines(actor, filter, rows);
  return rows.length;
}

async function expectAlignment(actor: Actor, filter: MoneyFilter, rows: readonly MoneyRow[]) {
  const page = await ask(alignmentPage, actor, { ...filter, of: list });
  expect(page?.money).toMatchObject(alignmentOf(rows));
  const acted = rows.map(({ areas, activities }) => ({ areas, amount: activities ?? 0 }));
  expect(page?.activities).toMatchObject(alignmentOf(acted));
  const asked = await store.db.question.findMany({
    where: {
      ...{
        mergedIntoId: null,
        id: { notIn: isMember(actor) ? actor.walls.map((wall) => wall.questionId) : [] },
      },
      publishedAt: {
        not: null,
        ...(filter.from === undefined ? {} : { gte: new Date(filter.from) }),
        ...(filter.to === undefined ? {} : { lt: addDays(new Date(filter.to), 1) }),
      },
      AND: questionsVisibleTo(actor),
    },
    select: {
      terms: { where: { term: { scheme: 'threatArea' } }, select: { term: { select: { slug: true } } } },
    },
  });
  const tagged = asked.map(({ terms }) => ({ areas: terms.map(({ term }) => term.slug), amount: 1 }));
  expect(page?.questions).toMatchObject(alignmentOf(tagged));
}

async function expectLines(actor: Actor, filter: MoneyFilter, rows: readonly MoneyRow[]) {
  const lines = [];
  for (let after: string | undefined, at = 0; at < 20; at += 1) {
    const page = await ask(moneyLines, actor, { ...filter, after, limit: 9 });
    lines.push(...(page?.lines ?? []));
    after = page?.next ?? undefined;
    if (!after) break;
  }
  expect(lines.map(({ areas, ...line }) => ({ ...lineOf(line), areas: areas.toSorted() }))).toEqual(
    rows.map(({ areas, ...row }) => ({
      ...lineOf(row),
      areas: areas.map((slug) => names.get(slug) ?? '').sort(),
    })),
  );
}

/** What a line and a row say alike, terms by name or slug and funders left out. */
const lineOf = ({ id, source, reference, title, ...of }: Omit<MoneyLine & MoneyRow, 'areas' | Names>) => ({
  ...{
    id,
    source,
    reference,
    title,
    amount: of.amount,
    planned: of.planned,
    actual: of.actual,
    firm: of.firm,
  },
  ...{ ringFenced: of.ringFenced, secure: of.secure, startsOn: of.startsOn, base: of.base },
  ...{ statedOn: of.statedOn, estimate: of.estimate, overseas: of.overseas, activities: of.activities },
});
type Names = 'funder' | 'organisationId' | 'strand' | 'level' | 'intervention';

test('after any change everybody gets what the rows say, for any days and base', async () => {
  const carried = new Map<string, number>();
  const changes = Object.keys(CHANGES);
  const seen = new Set<number>();
  for (let made = 0; made < 150; made += 1) {
    const name = world.one(changes);
    if (await changeMoney(name, world)) carried.set(name, (carried.get(name) ?? 0) + 1);
    if (made % 10 === 9) seen.add(await expectAnswers(world.one(await readersOf(world)), world.one(FILTERS)));
  }
  await foldMoneyTallies();
  for (const [at, actor] of (await readersOf(world)).entries())
    for (const filter of FILTERS.filter((_, place) => place % 2 === at % 2))
      seen.add(await expectAnswers(actor, filter));
  expect(await store.db.moneyTallyChange.count()).toBe(0);
  expect(await store.db.moneyTally.count({ where: { lines: 0 } })).toBe(0);
  // Nothing was refused every time, and readers differ in what they may count.
  expect(changes.filter((name) => !carried.has(name))).toEqual([]);
  expect(seen.size).toBeGreaterThan(8);
}, 60_000);

const SUM = `SELECT dimension, quarter, base, source, key, sum(lines)::int AS lines, sum(amount)::int8 AS amount,
    sum(actual)::int8 AS actual, sum(firm)::int8 AS firm, sum(overseas)::int8 AS overseas
  FROM money_tally GROUP BY 1, 2, 3, 4, 5 HAVING sum(lines) <> 0 ORDER BY 1, 2, 3, 4, 5`;

test('counted anew, it comes to the same', async () => {
  await foldMoneyTallies();
  const read = async () => [
    (await pool().query('SELECT * FROM counted_money ORDER BY id')).rows,
    (await pool().query(SUM)).rows,
  ];
  const kept = await read();
  await pool().query('CALL soundings.tally_everything()');
  expect(await read()).toEqual(kept);
});

test('money of more areas, or on a longer base, than a key of an index can hold is counted all the same', async () => {
  const about = { recordedById: world.coordinator, organisationId: world.organisations[1] ?? '', pounds: 7 };
  for (let made = 0; made < 45; made += 1) await makeTerm({ scheme: 'threatArea' });
  const areas = await store.db.term.findMany({ where: { scheme: 'threatArea' } });
  await makeLine({ ...about, areas: areas.map(({ slug }) => slug) });
  const base = 'é'.repeat(200);
  await makeLine({ ...about, base });
  await foldMoneyTallies();
  names = new Map(areas.map(({ slug, name }) => [slug, name]));
  const [coordinator] = await readersOf(world);
  if (!coordinator) throw new Error('nobody');
  await expectAnswers(coordinator, {});
  expect(await expectAnswers(coordinator, { base })).toBe(1);
});

test('two who change the money of one question at once are both counted', async () => {
  const { id, asking } = await makeQuestion({ state: 'draft' });
  const pledge = await makePledge({ questionId: id, recordedById: asking.authorId });
  const term = await store.db.term.findFirstOrThrow({ where: { scheme: 'strand', slug: 'prevent' } });
  await secondWaits(
    (one) =>
      one.query(
        `INSERT INTO funding_change (funding_id, certainty, "on", reason, recorded_at, recorded_by_id)
         VALUES ($1, 'fallenAway', '2026-01-01', 'Gone', now(), $2)`,
        [pledge.id, asking.authorId],
      ),
    (two) => two.query('INSERT INTO question_term (question_id, term_id) VALUES ($1, $2)', [id, term.id]),
  );
  expect(await store.db.countedMoney.count({ where: { ownerId: id } })).toBe(0);
});
