/**
 * `npm run shape`: the figures of the code's shape, each against its bound. Generated code, migrations, data
 * and seeds are left out; tests are counted apart.
 */
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { cyclesIn, importsOf } from './shape/imports';
import { commentLinesOf } from './shape/comments';
import { violationsIn } from './shape/zones';

interface Source {
  path: string;
  text: string;
  lines: number;
  test: boolean;
}

const LEFT_OUT =
  /^(app\/platform\/generated|prisma\/|build\/|tests\/(?:e2e|bench|trust|conformance)\/fixtures)/;
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('tests/');

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
});
const sources: Source[] = tracked
  .split('\n')
  .filter((path) => /\.(ts|tsx|mjs|js)$/.test(path) && !LEFT_OUT.test(path))
  .flatMap((path) => {
    try {
      const text = readFileSync(path, 'utf8');
      return [{ path, text, lines: text.split('\n').length - 1, test: isTest(path) }];
    } catch {
      return []; // Deleted but not committed yet.
    }
  });

const code = sources.filter(({ test, path }) => !test && path.startsWith('app/'));
const operated = sources.filter(({ test }) => !test);
const tests = sources.filter(({ test }) => test);
const sum = (list: Source[]) => list.reduce((total, { lines }) => total + lines, 0);
const sorted = code.map(({ lines }) => lines).sort((a, b) => a - b);
const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const largest = [...operated].sort((a, b) => b.lines - a.lines)[0];
const long = operated.filter(({ lines }) => lines > 300);
const longTests = tests.filter(({ lines }) => lines > 400);
const graph = importsOf(sources.map(({ path, text }) => ({ path, text })));
const cycles = cyclesIn(graph);
const violations = violationsIn(graph);
const comments = (100 * code.reduce((total, { text }) => total + commentLinesOf(text), 0)) / sum(code);
const ratio = sum(tests) / sum(code);

const rows: [string, string, boolean][] = [
  ['files of code under app/', `${code.length}, ${sum(code)} lines`, true],
  ['files of tests', `${tests.length}, ${sum(tests)} lines`, true],
  ['median file, lines (≤ 65)', String(at(0.5)), at(0.5) <= 65],
  ['p90 file, lines (≤ 180)', String(at(0.9)), at(0.9) <= 180],
  [
    'largest file, lines (≤ 300)',
    `${largest?.lines ?? 0} ${largest?.path ?? ''}`,
    (largest?.lines ?? 0) <= 300,
  ],
  ['files over 300 lines (0)', list(long), long.length === 0],
  ['tests over 400 lines (0)', list(longTests), longTests.length === 0],
  [
    'import cycles (0)',
    cycles.length === 0 ? '0' : cycles.map((cycle) => cycle.join(' → ')).join('; '),
    cycles.length === 0,
  ],
  ['zone violations (0)', violations.length === 0 ? '0' : violations.join('; '), violations.length === 0],
  ['comment lines, % of code (1–6)', comments.toFixed(1), comments >= 1 && comments <= 6],
  ['test lines ÷ code lines (≥ 0.8)', ratio.toFixed(2), ratio >= 0.8],
];

function list(found: Source[]): string {
  return found.length === 0
    ? '0'
    : `${found.length}: ${found.map(({ path, lines }) => `${path} ${lines}`).join(', ')}`;
}

for (const [name, value, good] of rows) console.log(`${good ? 'ok  ' : 'FAIL'}  ${name.padEnd(36)} ${value}`);
process.exitCode = rows.every(([, , good]) => good) ? 0 : 1;
