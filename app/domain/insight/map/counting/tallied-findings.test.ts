import { beforeAll, expect, test, vi } from 'vitest';
import { pool } from '~/platform/db.server';
import { useDatabase } from '../../../../../tests/support/database';
import { makeFinding } from '../../../../../tests/support/factories/findings';
import { foldFindingTallies } from './fold-finding-tallies.server';

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

const SUM = `SELECT level, threat, strand, mark, released, sum(n)::int AS n FROM (
  SELECT level, threat, strand, mark, released, findings AS n FROM finding_tally
  UNION ALL SELECT level, threat, strand, mark, released, change FROM finding_tally_change) t
  GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4, 5`;

const FACTS = `SELECT threat, strand, released, review, shared, holds_until::text, sum(n)::int AS n FROM (
  SELECT threat, strand, released, review, shared, holds_until, findings AS n FROM finding_fact_tally
  UNION ALL SELECT threat, strand, released, review, shared, holds_until, change FROM finding_tally_change WHERE level = 0) t
  GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4, 5, 6`;

/** What is kept counted, and what a count of everything anew gives, which is then thrown away. */
async function keptAndTrue() {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    const { rows: kept } = await client.query(SUM);
    const { rows: facts } = await client.query(FACTS);
    await client.query('CALL soundings.tally_everything()');
    const { rows: anew } = await client.query(SUM);
    expect(facts).toEqual((await client.query(FACTS)).rows);
    return { kept, anew };
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function expectTrue() {
  const { kept, anew } = await keptAndTrue();
  expect(kept).toEqual(anew);
  return kept as { level: number; n: number; released: boolean; mark: string }[];
}

const totalOf = (rows: { level: number; n: number }[]) =>
  rows.filter(({ level }) => level === 2).reduce((sum, { n }) => sum + n, 0);

test('every change of a finding and of its terms is counted, folded in or not', async () => {
  const [drugs = '', fraud = ''] = threats;
  const [pursue = '', protect = ''] = strands;
  const before = totalOf(await expectTrue());
  const { id } = await makeFinding({ termIds: [drugs, pursue], studyType: 'review' });
  expect(totalOf(await expectTrue())).toBe(before + 1);
  const change = (data: Parameters<typeof store.db.finding.update>[0]['data']) =>
    store.db.finding.update({ where: { id }, data });
  await store.db.findingTerm.createMany({
    data: [fraud, protect].map((termId) => ({ findingId: id, termId })),
  });
  expect(totalOf(await expectTrue())).toBe(before + 1);
  await change({ releasedAt: new Date() });
  expect((await expectTrue()).some(({ released, level }) => released && level === 2)).toBe(true);
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
  await change({ releasedAt: null });
  await change({ retractedAt: new Date(), retractedReason: 'The data were wrong.' });
  expect(totalOf(await expectTrue())).toBe(before);
  await foldFindingTallies();
  expect(totalOf(await expectTrue())).toBe(before);
});

test('what is drafted and never published is counted nowhere', async () => {
  const before = await keptAndTrue();
  await makeFinding({ state: 'draft', termIds: threats.slice(0, 2) });
  expect((await keptAndTrue()).kept).toEqual(before.kept);
});

test('two who tag one finding at once are both counted', async () => {
  const { id } = await makeFinding({ termIds: threats.slice(0, 1) });
  const [one, two] = [await pool().connect(), await pool().connect()];
  try {
    await one.query('BEGIN');
    await two.query('BEGIN');
    await one.query('INSERT INTO finding_term (finding_id, term_id) VALUES ($1, $2)', [id, threats[1]]);
    const second = two.query('INSERT INTO finding_term (finding_id, term_id) VALUES ($1, $2)', [
      id,
      threats[2],
    ]);
    await vi.waitFor(async () => {
      const { rowCount } = await pool().query('SELECT FROM pg_locks WHERE NOT granted');
      expect(rowCount).toBe(1);
    });
    await one.query('COMMIT');
    await second;
    await two.query('COMMIT');
  } finally {
    one.release();
    two.release();
  }
  await expectTrue();
  const held = await store.db.talliedFinding.findUnique({ where: { finding: id } });
  expect(held?.threats.toSorted()).toEqual(threats.slice(0, 3).toSorted());
});
