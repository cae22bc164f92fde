import type { PoolClient } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { pool } from '~/platform/db.server';
import { useDatabase } from '../../../../../tests/support/database';
import { makeFinding } from '../../../../../tests/support/factories/findings';
import { makeTerm } from '../../../../../tests/support/factories/terms';
import { makeQuestion } from '../../../../../tests/support/factories/questions';
import { secondWaits } from '../../../../../tests/support/two-writers';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Profile } from '../cells/profiles';
import { mapViewShape } from '../map-view';
import { foldFindingTallies } from './fold-finding-tallies.server';
import { loadMapAxes } from './map-axes.server';
import { profiledFindings, readFindings } from './profiled-items.server';
import { talliedFindings } from './tallied-findings.server';

const store = useDatabase();
let threats: string[] = [];
let strands: string[] = [];

beforeAll(async () => {
  const idsOf = async (scheme: 'threatArea' | 'strand') =>
    (await store.db.term.findMany({ where: { scheme }, orderBy: { slug: 'asc' }, select: { id: true } })).map(
      ({ id }) => id,
    );
  threats = await idsOf('threatArea');
  strands = await idsOf('strand');
});

const SUM = `SELECT profile, mark, released, review, shared, sum(n)::int AS n FROM (
  SELECT profile, mark, released, review, shared, findings AS n FROM finding_tally
  UNION ALL SELECT profile, mark, released, review, shared, change FROM finding_tally_change) t
  GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4, 5`;

const YEARS = `SELECT year, changed_in, profile, mark, released, review, shared, sum(n)::int AS n FROM (
  SELECT year, changed_in, profile, mark, released, review, shared, change AS n FROM finding_year_tally
  UNION ALL SELECT year, extract(year FROM day)::int, profile, mark, released, review, shared, change FROM finding_tally_change) t
  WHERE year IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7`;

/** What is kept counted, and what a count of everything anew gives, which is then thrown away. */
async function keptAndTrue() {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    const { rows: kept } = await client.query(SUM);
    const { rows: years } = await client.query(YEARS);
    await client.query('CALL soundings.tally_everything()');
    const { rows: anew } = await client.query(SUM);
    expect(years).toEqual((await client.query(YEARS)).rows);
    return { kept, anew };
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function expectTrue() {
  const { kept, anew } = await keptAndTrue();
  expect(kept).toEqual(anew);
  return kept as { n: number; released: boolean; mark: string }[];
}

const totalOf = (rows: { n: number }[]) => rows.reduce((sum, { n }) => sum + n, 0);

test('every change of a finding and of its terms is counted, folded in or not', async () => {
  const [drugs = '', fraud = ''] = threats;
  const [pursue = '', protect = ''] = strands;
  const before = totalOf(await expectTrue());
  const { id } = await makeFinding({ termIds: [drugs, pursue], studyType: 'review', year: 2019 });
  expect(totalOf(await expectTrue())).toBe(before + 1);
  const change = (data: Parameters<typeof store.db.finding.update>[0]['data']) =>
    store.db.finding.update({ where: { id }, data });
  await store.db.findingTerm.createMany({
    data: [fraud, protect].map((termId) => ({ findingId: id, termId })),
  });
  expect(totalOf(await expectTrue())).toBe(before + 1);
  await change({ releasedAt: new Date() });
  expect((await expectTrue()).some(({ released }) => released)).toBe(true);
  await foldFindingTallies();
  expect(await store.db.findingTallyChange.count()).toBe(0);
  await expectTrue();
  await change({ confidence: 'high', appraisedAt: new Date() });
  await store.db.findingTerm.deleteMany({
    where: { findingId: id, termId: { in: [drugs, pursue, protect] } },
  });
  expect((await expectTrue()).some(({ mark }) => mark === 'finding-high')).toBe(true);
  await change({ reviewBy: new Date('2026-01-01') });
  await expectTrue();
  await foldFindingTallies();
  expect(await store.db.findingYearTally.count({ where: { year: 2019 } })).toBeGreaterThan(0);
  await change({ releasedAt: null });
  await change({ retractedAt: new Date(), retractedReason: 'The data were wrong.' });
  expect(totalOf(await expectTrue())).toBe(before);
  await foldFindingTallies();
  expect(totalOf(await expectTrue())).toBe(before);
  expect(await store.db.findingTally.count({ where: { findings: 0 } })).toBe(0);
});

test('what is drafted and never published is counted nowhere', async () => {
  const before = await keptAndTrue();
  await makeFinding({ state: 'draft', termIds: threats.slice(0, 2) });
  expect((await keptAndTrue()).kept).toEqual(before.kept);
});

test('a finding of more terms than a key of an index can hold is counted all the same', async () => {
  for (let made = 0; made < 260; made += 1) await makeTerm({ scheme: 'discipline' });
  const all = await store.db.term.findMany({ where: { scheme: 'discipline' }, select: { id: true } });
  const before = totalOf(await expectTrue());
  const { id } = await makeFinding({ termIds: [...threats.slice(0, 1), ...all.map((term) => term.id)] });
  await store.db.finding.update({ where: { id }, data: { reviewBy: new Date('2026-01-01') } });
  await foldFindingTallies();
  expect(totalOf(await expectTrue())).toBe(before + 1);
  await store.db.findingTerm.deleteMany({
    where: { findingId: id, termId: { in: all.map((term) => term.id) } },
  });
  await foldFindingTallies();
  expect(totalOf(await expectTrue())).toBe(before + 1);
});

test('two who tag one finding at once are both counted', async () => {
  const { id } = await makeFinding({ termIds: threats.slice(0, 1) });
  const tag = 'INSERT INTO finding_term (finding_id, term_id) VALUES ($1, $2)';
  await secondWaits(
    (one) => one.query(tag, [id, threats[1]]),
    (two) => two.query(tag, [id, threats[2]]),
  );
  await expectTrue();
  const held = await store.db.talliedFinding.findUnique({ where: { finding: id } });
  expect(held?.terms.toSorted()).toEqual(threats.slice(0, 3).toSorted());
});

const TAG = 'INSERT INTO finding_term (finding_id, term_id) VALUES ($1, $2)';
const PUBLISH = 'UPDATE finding SET published_at = soundings.now(), current_number = 1 WHERE id = $1';
test.each([
  [TAG, PUBLISH],
  [PUBLISH, TAG],
])(
  'what is tagged while it is published is counted by its tags, whichever comes first: %s',
  async (...deeds) => {
    const { id } = await makeFinding({ termIds: threats.slice(0, 1) });
    await store.db.finding.update({ where: { id }, data: { publishedAt: null, currentNumber: 0 } });
    const [first, second] = deeds.map(
      (deed) => (client: PoolClient) => client.query(deed, deed === TAG ? [id, threats[1]] : [id]),
    );
    if (first && second) await secondWaits(first, second);
    await expectTrue();
    const held = await store.db.talliedFinding.findUnique({ where: { finding: id } });
    expect(held?.terms.toSorted()).toEqual(threats.slice(0, 2).toSorted());
  },
);

test('the map by any two lists is the same from what is kept as from the findings themselves', async () => {
  const db = store.db;
  const terms = await db.term.findMany({
    where: { scheme: { in: ['threatArea', 'strand', 'level', 'enabler'] } },
    orderBy: { slug: 'asc' },
    select: { id: true, scheme: true, slug: true },
  });
  const priorities = await db.priority.findMany({
    where: { prioritySet: { slug: SETS[0] } },
    orderBy: { slug: 'asc' },
    take: 3,
  });
  const asked = await makeQuestion({ priorityIds: priorities.map(({ id }) => id) });
  for (let made = 0; made < 24; made += 1) {
    const { id } = await makeFinding({
      released: made % 3 === 0,
      year: made % 7 === 0 ? null : 2010 + (made % 6),
      studyType: made % 4 === 0 ? 'review' : 'qualitative',
      questionId: made % 5 === 0 ? asked.id : undefined,
      termIds: terms.filter((_, at) => (at * 7 + made * 3) % 11 < 2).map((term) => term.id),
    });
    const said = { reviewBy: new Date(made % 2 === 0 ? '2026-01-01' : '2090-01-01') };
    if (made % 6 > 0) await db.finding.update({ where: { id }, data: { ...said, ...appraisedAs(made) } });
    if (made === 12) await foldFindingTallies();
  }
  const now = new Date();
  const level = terms.find(({ scheme }) => scheme === 'level')?.slug;
  const views = [
    ...[{}, { view: 'released' }, { level }, { confidence: 'high' }, { confidence: 'notAppraised' }],
    ...[{ from: '2012' }, { to: '2012', fresh: 'current' }, { fresh: 'pastReview' }, { fresh: 'current' }],
  ];
  const lists = [...['threatArea', 'strand', 'enabler'], ...SETS];
  let seen = 0;
  for (const [rows, columns] of lists.flatMap((one) => lists.map((other) => [one, other] as const)))
    for (const over of views) {
      const view = z.strictObject(mapViewShape).parse({ ...over, rows, columns });
      const axes = await loadMapAxes(db, view, now);
      const released = view.view === 'released';
      if (!axes) throw new Error(`no axes for ${rows} and ${columns}`);
      const counting = { view, released, at: now, questions: Prisma.sql`true` };
      const kept = await talliedFindings(db, axes, counting);
      expect(kept.toSorted(byPlace)).toEqual((await readFindings(db, axes, counting)).toSorted(byPlace));
      seen += kept.length;
    }
  expect(seen).toBeGreaterThan(100);
});

test('a map of some years, or of what has to be looked at again, reads what is kept counted', async () => {
  const shown = async (over: Record<string, string>) => {
    const view = z.strictObject(mapViewShape).parse(over);
    const axes = await loadMapAxes(store.db, view, new Date());
    if (!axes) throw new Error('no axes');
    const counting = { view, released: false, at: new Date(), questions: Prisma.sql`true` };
    const profiles = await profiledFindings(store.db, axes, counting);
    return profiles.reduce((sum, { count }) => sum + count, 0);
  };
  const views: Record<string, string>[] = [
    { from: '1801' },
    { to: '1801' },
    { to: '1801', fresh: 'current' },
    { fresh: 'current' },
    {},
  ];
  const before = await Promise.all(views.map(shown));
  const said = { profile: '{}', mark: 'finding-high', released: true, review: false, shared: true };
  await store.db.findingYearTally.create({ data: { year: 1801, changedIn: 2020, ...said, change: 1000 } });
  await store.db.findingTally.create({ data: { ...said, findings: 500 } });
  const after = await Promise.all(views.map(shown));
  expect(after.map((count, at) => count - (before[at] ?? 0))).toEqual([1000, 1000, 1000, 500, 500]);
});

const SETS = ['nca-2018-19'];
const appraisedAs = (made: number) =>
  made % 2 === 0 ? { confidence: 'high' as const, appraisedAt: new Date() } : {};
const byPlace = (one: Profile, other: Profile) =>
  one.kind.localeCompare(other.kind) || Number(one.rows - other.rows) || Number(one.columns - other.columns);
