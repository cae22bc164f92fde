import { database, pool } from '~/platform/db.server';
import { loadDemonstration } from '../../prisma/seed/demonstration';
import { serve } from '../support/journey/processes';
import { cookieFor } from '../support/journey/session';
import { countingProxy, type CountingProxy } from './counting-proxy';
import { makeMoney } from './dashboards/make-money';
import { makeQuestions } from './dashboards/make-questions';
import { setUpLongAgo } from './dashboards/set-up-long-ago';
import { onOwnDatabase } from './own-database';
import { makeFindings } from './scale/make-findings';
import { quantile, verdict } from './scale/times';

const SIZE = { findings: 1_000_000, questions: 50_000, lines: 200_000 };
const LESS = 1000;
/** Rounds that are not timed: a page is measured once its code is compiled and its plans are kept. */
const WARM_UPS = 5;
const ROUNDS = 20;
/** A page may take so many times what its statements take; one that answers in this time is not slow. */
const MOST_RATIO = 2;
const QUICK_MS = 100;
const MOST_STATEMENTS = 8;
/** Pages that answer as of a past day too, and one that most of what the bench makes had come by. */
const PAST = [
  ...['/map', '/map/overlap', '/map/capacity', '/demand', '/money', '/money/lines', '/money/bands'],
  ...['/money/objectives', '/money/alignment', '/money/score-and-spend', '/terms'],
  ...['/strategy', '/strategy/direction', '/strategy/ranking', '/strategy/compare', '/strategy/following'],
  ...['/strategy/health', '/strategy/understanding', '/strategy/indicators', '/strategy/coverage'],
];
const PAST_DAY = '2026-10-31';
/** Maps of some years of publication, and of what holds or has to be looked at again. */
const NARROWED = [
  ...['/map?from=2015', '/map?from=2005&to=2014&rows=level', '/map?fresh=current', '/map?fresh=pastReview'],
  ...['/map?from=2015&fresh=current&columns=level'],
];
const COMPARED = '/strategy/compare?one=nca-2018-19&other=nca-2019-05';
/** Asks that the page be made for this request, and not be given again from the web server's memory. */
const MADE_ANEW = { 'cache-control': 'no-cache' };

interface Timed {
  page: number;
  sql: number;
  queries: number;
}

/** `npm run bench -- dashboards [part]`: what each dashboard costs at full size, or a part of it, beside a thousandth. */
export async function benchDashboards(part = 1): Promise<boolean> {
  const few = await measure(part / LESS);
  const many = await measure(part);
  console.log('\np95 of the page and of its own statements, in ms; growth from a thousandth');
  // The same pages in the same order, though one is called by a reference that differs.
  const fewer = [...few.values()];
  const good = [...many].map(([path, { page, sql, queries }], at) => {
    const before = fewer[at];
    const growth = before ? (page / before.page).toFixed(1) : '–';
    const times = page <= QUICK_MS ? 'quick' : `${(page / sql).toFixed(2)} times (≤ ${MOST_RATIO})`;
    return verdict(
      (page <= QUICK_MS || page <= MOST_RATIO * sql) && queries <= MOST_STATEMENTS,
      `${path}: ${page.toFixed(0)} by ${sql.toFixed(0)}, ${queries} statements (≤ ${MOST_STATEMENTS}), ${times}, growth ${growth}`,
    );
  });
  return good.every(Boolean);
}

const measure = (part: number): Promise<Map<string, Timed>> =>
  onOwnDatabase(async ({ url }) => {
    const [findings, questions, lines] = [SIZE.findings, SIZE.questions, SIZE.lines].map((size) =>
      Math.max(1, Math.round(size * part)),
    ) as [number, number, number];
    console.log(`\n${findings} findings, ${questions} questions, ${lines} lines of the ledger`);
    const started = performance.now();
    await loadDemonstration();
    await setUpLongAgo();
    await makeFindings(findings);
    await makeQuestions(questions);
    await makeMoney(lines);
    await tallyEverything();
    await database().$executeRaw`ANALYZE`;
    console.log(`      made in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    const proxy = await countingProxy(url);
    const app = await serve(proxy.url, { jobs: false, env: { LOG_LEVEL: 'error' } });
    try {
      return await timeAll(app.address, proxy);
    } finally {
      await app.stop();
      proxy.close();
    }
  });

/** What a trigger counts as it is written; nothing here is searched, so nothing is ranked. */
async function tallyEverything(): Promise<void> {
  const client = await pool().connect();
  await client.query('SET statement_timeout = 0');
  await client.query('CALL soundings.tally_everything()');
  client.release(true);
}

async function timeAll(address: string, proxy: CountingProxy): Promise<Map<string, Timed>> {
  const coordinator = await database().person.findFirstOrThrow({
    where: { installationRoles: { some: { role: 'coordinator', revokedAt: null } } },
    orderBy: { id: 'asc' },
  });
  const headers = { cookie: await cookieFor(coordinator.id), ...MADE_ANEW };
  const timed = new Map<string, Timed>();
  for (const path of await dashboards()) timed.set(path, await timePage(`${address}${path}`, headers, proxy));
  return timed;
}

async function timePage(page: string, headers: Record<string, string>, proxy: CountingProxy): Promise<Timed> {
  const rounds: Timed[] = [];
  for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
    proxy.take();
    proxy.takeBusy();
    const from = performance.now();
    const answer = await fetch(page, { headers, redirect: 'manual' });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`);
    const taken = performance.now() - from;
    if (round >= WARM_UPS) rounds.push({ page: taken, sql: proxy.takeBusy(), queries: proxy.take() });
  }
  const p95 = (of: keyof Timed) =>
    quantile(
      rounds.map((one) => one[of]),
      0.95,
    );
  return { page: p95('page'), sql: p95('sql'), queries: p95('queries') };
}

/** Every page that shows figures about all there is. */
async function dashboards(): Promise<string[]> {
  const db = database();
  const area = await db.term.findFirstOrThrow({ where: { scheme: 'threatArea' }, orderBy: { slug: 'asc' } });
  const set = await db.prioritySet.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const enabler = await db.term.findFirstOrThrow({
    where: { scheme: 'enabler', parentId: null },
    orderBy: { slug: 'asc' },
  });
  const chosen = [...NARROWED, COMPARED, `/terms/${enabler.reference}`];
  return [
    ...[
      '/',
      '/map',
      '/map?rows=enabler&columns=strand',
      '/map/overlap',
      '/map/capacity',
      '/demand',
      '/demand?by=organisation',
    ],
    ...['/money', '/money/lines', '/money/objectives', '/money/alignment', '/money/score-and-spend'],
    ...['/strategy', '/strategy/direction', '/strategy/ranking', '/strategy/compare', '/strategy/following'],
    ...['/strategy/health', '/strategy/understanding', '/strategy/indicators', '/strategy/coverage'],
    ...['/scorecards/live', '/measures', '/follow-ups', '/harm', '/questions/performance', '/uptake'],
    ...['/governance', '/governance/groups', '/governance/groups/over-time', '/governance/groups/alike'],
    ...[
      '/governance/responsibilities',
      '/governance/capabilities',
      '/horizon',
      '/interventions',
      '/datasets',
    ],
    ...[`/threat-areas/${area.slug}`, `/priority-sets/${set.slug}`, ...chosen],
    ...[...PAST, `/threat-areas/${area.slug}`, ...chosen].map(
      (path) => `${path}${path.includes('?') ? '&' : '?'}on=${PAST_DAY}`,
    ),
  ];
}
