import { connectTo, disconnect } from '~/platform/db.server';
import { createTestDatabase, holdTestServer } from '../../support/database-server';
import { loadBuild } from '../access/product';
import { ACTIONS } from '../lifecycle/actions';
import { makeCast } from '../lifecycle/cast';
import { findFaults } from '../lifecycle/faults';
import { Names } from '../lifecycle/names';
import { playSequence, type Played } from '../lifecycle/sequence';
import { shrunk } from '../lifecycle/shrink';
import { reachedBy, type Reached } from '../lifecycle/reached';
import { serveHere, type Site } from '../non-interference/site';
import { Draw } from '../search/draw';
import { stopClock } from '../support/standing-clock';
import { Findings, type SuiteOptions, type SuiteResult } from '../suite';

const WHOLE = { sequences: 1_000, each: 20, faults: 3 };
const SAMPLE_SEQUENCES = 15;
const STEPS = 30;
const SHOWN = 3;

/** Random sequences over the whole life of a question: a model predicts each step, and what everybody sees. */
export async function run({ sample, seed, sequences }: SuiteOptions): Promise<SuiteResult> {
  const release = holdTestServer();
  const made = await createTestDatabase();
  try {
    await connectTo(made.url);
    const site = await serveHere(await loadBuild(made.url));
    const count = sequences ?? (sample ? SAMPLE_SEQUENCES : WHOLE.sequences);
    const result = await playLife({ count, seed, site, whole: count >= WHOLE.sequences });
    await site.stop();
    return result;
  } finally {
    await disconnect();
    await made.drop();
    await release();
  }
}

interface Life {
  count: number;
  seed: number | undefined;
  /** Where the names of states are read; nowhere in a small sample. */
  site: Site | null;
  /** Whether there are enough for every state to be reached. */
  whole: boolean;
}

/** On the database that this process is connected to. */
export async function playLife({ count, seed, site, whole }: Life): Promise<SuiteResult> {
  const findings = new Findings();
  const given = seed ?? Draw.fromNowhere().seed;
  findings.say(`drawn from seed ${given}; the same again with --seed ${given}`);
  const cast = await makeCast();
  await stopClock();
  const names = site && new Names(site);
  const all: Played[] = [];
  const kinds = new Set<string>();
  const started = performance.now();
  for (let number = 0; number < count; number++) {
    const draw = new Draw(given + number * 7_919);
    const played = await playSequence({ cast, draw, actions: ACTIONS, steps: STEPS, names });
    all.push(played);
    if (played.differences.length === 0) continue;
    findings.say(`sequence ${number} of seed ${given}: ${played.differences[0]}`);
    if (kinds.has(played.differences[0] ?? '') || kinds.size >= SHOWN) continue;
    kinds.add(played.differences[0] ?? '');
    for (const text of await shrunk(cast, ACTIONS, played)) findings.say(`  ${text}`);
  }
  const seconds = (performance.now() - started) / 1000;
  const attempts = all.flatMap(({ tried }) => tried);
  const differing = all.filter(({ differences }) => differences.length > 0);
  findings.check(
    differing.length === 0,
    `${count} sequences of ${STEPS} steps, ${attempts.length} attempts in ${seconds.toFixed(0)} s; ` +
      `in ${differing.length} the model, the database and what people see part`,
  );
  sayReached(reachedBy(all), whole, findings);
  if (names) names.check(findings);
  const found = findFaults(all, findings);
  findings.check(found >= WHOLE.faults || !whole, `${found} faults planted in the model were found`);
  const tried = `${count} sequences, ${attempts.length} attempts, ${differing.length} differ; ${found} planted faults found`;
  return { tried, failures: findings.failures };
}

function sayReached({ states, moves }: Reached, whole: boolean, findings: Findings): void {
  for (const [kind, counts] of Object.entries(states))
    findings.say(`${kind}: ${[...counts].map(([name, times]) => `${name} ${times}`).join(', ')}`);
  findings.say(`steps done: ${[...moves].map(([name, times]) => `${name} ${times}`).join('; ')}`);
  const rare = Object.entries(states).flatMap(([kind, counts]) =>
    [...counts].filter(([, times]) => times < WHOLE.each).map(([name]) => `${kind} ${name}`),
  );
  findings.check(
    !whole || rare.length === 0,
    rare.length === 0
      ? `every state was reached at least ${WHOLE.each} times`
      : `reached less than ${WHOLE.each} times: ${rare.join(', ')}`,
  );
}
