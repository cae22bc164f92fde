/**
 * `npm run trust -- [access|sealed|deadline|crash|pack …] [--sample]`: attacks on what Soundings promises. Without a
 * name every suite runs. Each prints what it tried and found; one that falls short ends the command with a failure.
 * `--seed` and `--sequences` are for lifecycle, `--secret WORD` for non-interference.
 */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/build.mjs';
import type { Suite, SuiteOptions, SuiteResult } from './suite';

const folder = resolve('tests/trust/suites');
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3))
  .sort();
const { values, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'boolean', default: false },
    seed: { type: 'string' },
    sequences: { type: 'string' },
    secret: { type: 'string' },
  },
});
const { sample } = values;
const unknown = chosen.filter((word) => !known.includes(word));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}\nUsage: npm run trust -- [${known.join('|')}] [--sample]`);
  process.exit(2);
}
const options: SuiteOptions = {
  sample,
  ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
  ...(values.sequences === undefined ? {} : { sequences: Number(values.sequences) }),
  ...(values.secret === undefined ? {} : { secret: values.secret }),
};

await build();
// Keys and files of the suites are theirs: set before anything reads the environment.
const data = mkdtempSync(join(tmpdir(), 'soundings-trust-'));
// PostgreSQL may run as another user, who has to get in.
chmodSync(data, 0o755);
process.env['SOUNDINGS_DATA'] = data;
process.env['LOG_LEVEL'] = 'silent';

const results: [string, SuiteResult][] = [];
for (const name of chosen.length > 0 ? chosen : known) results.push([name, await takeSuite(name)]);
rmSync(data, { recursive: true, force: true });

console.log('');
for (const [name, { tried, failures }] of results)
  console.log(
    `${failures.length === 0 ? 'passed' : 'FAILED'}  trust ${name}${sample ? ' (sample)' : ''}: ${tried}`,
  );
process.exit(results.every(([, { failures }]) => failures.length === 0) ? 0 : 1);

async function takeSuite(name: string): Promise<SuiteResult> {
  console.log(`\ntrust ${name}${sample ? ' (sample)' : ''}`);
  const started = performance.now();
  try {
    const suite = (await import(join(folder, `${name}.ts`))) as Suite;
    const result = await suite.run(options);
    console.log(`  took ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    console.error(error);
    return { tried: 'stopped by a fault', failures: [String(error)] };
  }
}
