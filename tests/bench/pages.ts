/**
 * `npm run bench`: ratios, queries and bytes from one run. Each figure has its bound; a figure that falls
 * short ends the command with a failure.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { showReference } from '~/domain/reference';
import { connectTo, database, disconnect } from '~/platform/db.server';
import { createTestDatabase, holdTestServer } from '../support/database-server';
import { serve } from '../support/journey/processes';
import { cookieFor } from '../support/journey/session';
import { countingProxy } from './counting-proxy';
import { ratio } from './load';
import { makeReader, makeRows } from './rows';

const MOST_QUERIES = 8;
/** Asks that the page be made for this request, and not be given again from the web server's memory. */
const MADE_ANEW = { 'cache-control': 'no-cache' };
const LEAST_RATIO = 0.6;
const MOST_CSS = 25 * 1024;

const failures: string[] = [];
const say = (good: boolean, text: string) => {
  console.log(`${good ? 'ok  ' : 'FAIL'}  ${text}`);
  if (!good) failures.push(text);
};

if (!existsSync('build/server/index.js')) execFileSync('npx', ['remix', 'vite:build'], { stdio: 'inherit' });
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
console.log(`commit ${commit}, node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`);

const release = holdTestServer();
const made = await createTestDatabase();
await connectTo(made.url);
const proxy = await countingProxy(made.url);
const app = await serve(made.url, { jobs: false, env: { LOG_LEVEL: 'error' } });
const counted = await serve(proxy.url, { jobs: false, env: { LOG_LEVEL: 'error' } });

try {
  const reader = await makeReader();
  const cookie = await cookieFor(reader.id);
  let shown = await makeRows(10);
  const few = await measurePages(counted.address, cookie, pagesOf(shown));
  shown = await makeRows(990);
  await database().$executeRaw`ANALYZE`;
  const many = await measurePages(counted.address, cookie, pagesOf(shown));
  reportPages(few, many);
  reportStyles();
  await reportRatios(app.address, cookie, shown);
} finally {
  await app.stop();
  await counted.stop();
  proxy.close();
  await disconnect();
  await made.drop();
  await release();
}
console.log(
  failures.length === 0 ? '\nEvery figure is within its bound.' : `\n${failures.length} figures fall short.`,
);
process.exit(failures.length === 0 ? 0 : 1);

type Shown = { question: string; finding: string };
type Measured = { queries: number; html: number; scripts: number };

function pagesOf({ question, finding }: Shown): [string, string][] {
  return [
    ['home', '/'],
    ['question list', '/questions'],
    ['question', `/questions/${showReference(question)}`],
    ['finding list', '/findings'],
    ['finding', `/findings/${showReference(finding)}`],
    ['expert list', '/experts'],
    ['strategy', '/strategy'],
    ['map', '/map'],
    ['threat area', '/threat-areas/fraud'],
    ['search', '/search?q=trade'],
    ['inbox', '/inbox'],
  ];
}

async function measurePages(address: string, cookie: string, pages: [string, string][]) {
  const measured = new Map<string, Measured>();
  for (const [who, headers] of [
    ['visitor', {}],
    ['member', { cookie }],
  ] as const)
    for (const [name, path] of pages) {
      const ask = () =>
        fetch(`${address}${path}`, { headers: { ...headers, ...MADE_ANEW }, redirect: 'manual' });
      await (await ask()).text();
      proxy.take();
      const answer = await ask();
      const html = await answer.text();
      if (answer.status === 200)
        measured.set(`${name}, ${who}`, {
          queries: proxy.take(),
          html: gzipSync(html).length,
          scripts: scriptBytes(html),
        });
    }
  return measured;
}

/** Inline script and linked script, in bytes as sent. */
function scriptBytes(html: string): number {
  const inline = [...html.matchAll(/<script\b(?![^>]*application\/ld\+json)[^>]*>([\s\S]*?)<\/script>/g)];
  const linked = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)];
  const size = (path: string) => gzipSync(readFileSync(`build/client${path}`)).length;
  return (
    inline.reduce((sum, [, code = '']) => sum + code.length, 0) +
    linked.reduce((sum, [, path = '']) => sum + size(path), 0)
  );
}

function reportPages(few: Map<string, Measured>, many: Map<string, Measured>) {
  for (const [page, at10] of few) {
    const at1000 = many.get(page);
    if (!at1000) continue;
    const constant = at1000.queries <= MOST_QUERIES && at10.queries <= MOST_QUERIES;
    say(
      constant,
      `${page}: ${at10.queries} queries at 10 rows, ${at1000.queries} at 1,000 (at most ${MOST_QUERIES})`,
    );
    say(
      at1000.scripts === 0,
      `${page}: ${at1000.scripts} bytes of JavaScript (0), ${at1000.html} bytes of HTML, gzip`,
    );
  }
}

function reportStyles() {
  const sheets = readdirSync('build/client/assets').filter((name) => name.endsWith('.css'));
  const size = sheets.reduce(
    (sum, name) => sum + gzipSync(readFileSync(`build/client/assets/${name}`), { level: 9 }).length,
    0,
  );
  say(size <= MOST_CSS, `style sheets: ${size} bytes gzip (at most ${MOST_CSS})`);
}

async function reportRatios(address: string, cookie: string, { question, finding }: Shown) {
  const pages = [
    ['question list', '/questions'],
    ['finding', `/findings/${showReference(finding)}`],
    ['question', `/questions/${showReference(question)}`],
  ] as const;
  const askers: [string, Record<string, string>][] = [
    ['public', {}],
    ['signed in', { cookie }],
  ];
  for (const [who, headers] of askers)
    for (const [name, path] of pages) {
      const ours = { address: `${address}${path}`, headers };
      const bytes = (await (await fetch(ours.address, { headers })).text()).length;
      const minimal = await serve(made.url, {
        jobs: false,
        web: 'tests/bench/minimal-server.tsx',
        env: { MINIMAL_BYTES: String(bytes), LOG_LEVEL: 'error' },
      });
      const other = { address: `${minimal.address}/` };
      const served = await ratio(ours, other);
      const anew = await ratio({ ...ours, headers: { ...headers, ...MADE_ANEW } }, other);
      await minimal.stop();
      const page = `${name}, ${who}`;
      say(
        served.median >= LEAST_RATIO,
        `${page}: ${inWords(served)} of a minimal page of ${bytes} bytes (at least ${LEAST_RATIO})`,
      );
      console.log(`      ${page}, made anew for every request: ${inWords(anew)}`);
    }
}

function inWords({ median, lowest, highest, rateA }: Awaited<ReturnType<typeof ratio>>): string {
  return `${median.toFixed(2)} (${lowest.toFixed(2)}–${highest.toFixed(2)}; ${rateA.toFixed(0)} a second)`;
}
