import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { pool } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { newId } from '~/platform/ids.server';
import { moveClock, useDatabase } from '../../../../../tests/support/database';
import { makeFinding } from '../../../../../tests/support/factories/findings';
import { makePerson } from '../../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../../tests/support/factories/questions';
import { visitorNow } from '../../../../../tests/support/factories/visitor';
import { addDays, isoDay, ukDay } from '../../../uk-time';
import type { Profile } from '../cells/profiles';
import { mapViewShape } from '../map-view';
import { countingOf } from './counting-of.server';
import { foldFindingTallies } from './fold-finding-tallies.server';
import { loadMapAxes } from './map-axes.server';
import { readFindings } from './profiled-items.server';
import { talliedFindings } from './tallied-findings.server';

const store = useDatabase();
const SET = 'nca-2018-19';
const STEPS = 30;
let terms: string[] = [];
let keeper = '';
let asked = '';
const made: string[] = [];
const days: string[] = [];

beforeAll(async () => {
  const schemes = ['threatArea', 'strand', 'level'] as const;
  const all = await store.db.term.findMany({
    where: { scheme: { in: [...schemes] } },
    orderBy: { slug: 'asc' },
  });
  terms = all.map(({ id }) => id);
  keeper = (await makePerson({ roles: ['coordinator'] })).id;
  const priorities = await store.db.priority.findMany({
    where: { prioritySet: { slug: SET } },
    orderBy: { slug: 'asc' },
    take: 2,
  });
  asked = (await makeQuestion({ priorityIds: priorities.map(({ id }) => id) })).id;
  // The day it was set up stands for all before it, so the history begins after that.
  await moveClock('3 days');
});

const clock = async () => (await visitorNow()).asOf;
const oneOf = (step: number): string => made[(step * 5) % made.length] ?? '';
const termsOf = (step: number) => terms.filter((_, at) => (at * 7 + step * 3) % 13 < 2);
const change = (step: number, data: Prisma.FindingUncheckedUpdateInput) =>
  store.db.finding.update({ where: { id: oneOf(step) }, data });

const publish = async (step: number, publishedAt: Date) => {
  const over = { released: step % 2 === 0, questionId: step % 3 === 0 ? asked : undefined };
  const studyType = step % 4 === 0 ? ('review' as const) : ('qualitative' as const);
  const year = step % 7 === 0 ? null : 2012 + (step % 6);
  made.push((await makeFinding({ ...over, studyType, year, publishedAt, termIds: termsOf(step) })).id);
};

async function reversion(step: number): Promise<void> {
  const before = await store.db.findingVersion.findFirstOrThrow({
    where: { findingId: oneOf(step) },
    orderBy: { number: 'desc' },
  });
  const number = before.number + 1;
  const publishedAt = await clock();
  const stamps = { createdAt: publishedAt, submittedAt: publishedAt, publishedAt };
  const studyType = before.studyType === 'review' ? ('impact' as const) : ('review' as const);
  const { findingId, title, keyMessages, limits, licence } = before;
  const said = { findingId, title, keyMessages, limits, licence, studyType, year: 2014 + (step % 4) };
  await store.db.findingVersion.create({ data: { id: newId(), number, ...said, ...stamps } });
  await change(step, { currentNumber: number, confidence: null, appraisedAt: null });
}

async function merge(step: number): Promise<void> {
  const [fromId, intoId] = [oneOf(step), oneOf(step + 1)];
  await store.db.finding.update({ where: { id: fromId }, data: { mergedIntoId: intoId } });
  const row = { id: newId(), noun: 'finding', reason: 'The same', moved: {}, mergedById: keeper };
  await store.db.recordMerge.create({ data: { ...row, fromId, intoId, mergedAt: await clock() } });
}

async function unmerge(): Promise<void> {
  const merged = await store.db.recordMerge.findFirst({ where: { undoneAt: null }, orderBy: { id: 'asc' } });
  if (!merged) return;
  await store.db.finding.update({ where: { id: merged.fromId }, data: { mergedIntoId: null } });
  await store.db.recordMerge.update({ where: { id: merged.id }, data: { undoneAt: await clock() } });
}

const EVENTS: ((step: number) => Promise<unknown>)[] = [
  async (step) => publish(step, await clock()),
  async (step) => change(step, { confidence: step % 2 ? 'high' : 'low', appraisedAt: await clock() }),
  async (step) => change(step, { reviewBy: addDays(await clock(), (step % 5) * 18 - 30) }),
  async (step) => publish(step, addDays(await clock(), -step * 40)),
  async (step) => {
    await store.db.findingTerm.deleteMany({ where: { findingId: oneOf(step) } });
    const data = termsOf(step + 1).map((termId) => ({ findingId: oneOf(step), termId }));
    await store.db.findingTerm.createMany({ data });
  },
  merge,
  async (step) => change(step, { releasedAt: await clock() }),
  reversion,
  async (step) => change(step, { retractedAt: await clock(), retractedReason: 'The data were wrong.' }),
  unmerge,
];

const byPlace = (one: Profile, other: Profile) =>
  one.kind.localeCompare(other.kind) || Number(one.rows - other.rows) || Number(one.columns - other.columns);

const VIEWS = [
  ...[{}, { columns: SET }, { view: 'released' }, { confidence: 'high' }, { columns: 'level' }],
  ...[{ from: '2014' }, { to: '2013', fresh: 'current' }, { from: '2013', to: '2015', columns: SET }],
  ...[{ fresh: 'current' }, { fresh: 'pastReview' }, { fresh: 'pastReview', from: '2014', columns: SET }],
];

/** The day as it is kept counted, beside what the findings themselves say of it. */
async function sameOn(on: string): Promise<number> {
  const { visitor, now } = { visitor: await visitorNow(), now: await clock() };
  let seen = 0;
  for (const over of VIEWS) {
    const view = z.strictObject(mapViewShape).parse({ ...over, on });
    const axes = await loadMapAxes(store.db, view, now);
    const counting = countingOf(visitor, view, { questions: Prisma.sql`true`, now });
    if (!axes || !counting) throw new Error(`nothing is told of ${on}`);
    const asked = { ...counting, released: view.view === 'released' };
    const kept = await talliedFindings(store.db, axes, asked);
    const read = await readFindings(store.db, axes, asked);
    expect([on, over, kept.toSorted(byPlace)]).toEqual([on, over, read.toSorted(byPlace)]);
    seen += kept.length;
  }
  return seen;
}

const KEPT = [
  'SELECT finding, terms, mark, released, review, shared, holds_until::text, year, held_from::text, held_until::text FROM soundings.finding_span ORDER BY 1, 9',
  `SELECT p.period, date_trunc(p.period, day::timestamp)::date::text AS starts, profile, mark, released, review, shared, sum(n)::int FROM (
     SELECT starts AS day, period, profile, mark, released, review, shared, change AS n FROM finding_period_tally
     UNION ALL SELECT c.day, p, profile, mark, released, review, shared, change FROM finding_tally_change c, unnest('{month,year}'::text[]) p) p
   GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7`,
  `SELECT year, changed_in, profile, mark, released, review, shared, sum(n)::int FROM (
     SELECT year, changed_in, profile, mark, released, review, shared, change AS n FROM finding_year_tally
     UNION ALL SELECT year, extract(year FROM day)::int, profile, mark, released, review, shared, change FROM finding_tally_change) y
   WHERE year IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7`,
];

/** What triggers kept, beside a count of everything anew, which is then thrown away. */
async function keptAsAnew(): Promise<void> {
  const client = await pool().connect();
  const all = async () => {
    const found: unknown[][] = [];
    for (const sql of KEPT) found.push((await client.query<Record<string, unknown>>(sql)).rows);
    return found;
  };
  try {
    await client.query('BEGIN');
    const kept = await all();
    await client.query('CALL soundings.tally_everything()');
    expect(kept).toEqual(await all());
    expect(kept.every((rows) => rows.length > 0)).toBe(true);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

test('what is kept counted says of every past day what the findings say, folded in or not', async () => {
  for (let step = 0; step < STEPS; step += 1) {
    if (step < 4) await publish(step, await clock());
    await EVENTS[step % EVENTS.length]?.(step);
    await EVENTS[(step * 3 + 1) % EVENTS.length]?.(step + 7);
    days.push(isoDay(ukDay(await clock())));
    if (step === STEPS / 2) await foldFindingTallies();
    await moveClock('6 days');
  }
  await keptAsAnew();
  const past = [...days, '2026-01-31', '2024-12-31', '2019-06-01', isoDay(ukDay(await clock()))];
  let seen = 0;
  for (const on of past) seen += await sameOn(on);
  expect(seen).toBeGreaterThan(500);
  await foldFindingTallies();
  await keptAsAnew();
  for (const on of past.filter((_, at) => at % 4 === 0)) await sameOn(on);
}, 120_000);

test('an import that is undone takes back that its findings were ever known', async () => {
  const id = made.at(-1) ?? '';
  const on = isoDay(ukDay(await clock()));
  await store.db.finding.update({
    where: { id },
    data: { publishedAt: null, releasedAt: null, currentNumber: 0 },
  });
  expect(await store.db.talliedFinding.count({ where: { finding: id } })).toBe(0);
  expect(await store.db.findingPast.count({ where: { finding: id } })).toBe(0);
  await keptAsAnew();
  await sameOn(on);
});
