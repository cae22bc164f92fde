import { connectTo, disconnect } from '~/platform/db.server';
import { createTestDatabase, holdTestServer } from '../../support/database-server';
import { loadBuild } from '../access/product';
import { ACTIONS } from '../lifecycle/actions';
import { makeCast } from '../lifecycle/cast';
import { FAULTS, missedFaults, noticedBy } from '../lifecycle/faults';
import { Names } from '../lifecycle/names';
import { playSequence, type Played } from '../lifecycle/sequence';
import { shrunk } from '../lifecycle/shrink';
import { reachedBy, type Reached } from '../lifecycle/reached';
import { serveHere, type Site } from '../non-interference/site';
import { Draw } from '../search/draw';
import { stopClock } from '../support/standing-clock';
import { Findings, type SuiteOptions, type SuiteResult } from '../suite';

/** From `judged` sequences on every state and every planted fault has to be met. */
const WHOLE = { sequences: 1_000, judged: 500, each: 20 };
/** It goes on, up to so many times the sequences asked for, while a state or a fault is met too seldom to judge. */
const FURTHER = 1.5;
/** The same ones each time: what a change of the product must not break is not left to chance. */
const SAMPLE = { sequences: 10, seed: 1 };
const STEPS = 30;
const SHOWN = 3;
/** How often it says how far it is, in sequences. */
const EVERY = 50;

/** Random sequences over the whole life of a question: a model predicts each step, and what everybody sees. */
export async function run({ sample, seed, sequences }: SuiteOptions): Promise<SuiteResult> {
  const release = holdTestServer();
  const made = await createTestDatabase();
  try {
    await connectTo(made.url);
    const site = sample ? null : await serveHere(await loadBuild(made.url));
    const count = sequences ?? (sample ? SAMPLE.sequences : WHOLE.sequences);
    const from = seed ?? (sample ? SAMPLE.seed : undefined);
    const result = await playLife({ count, seed: from, site, whole: count >= WHOLE.judged });
    await site?.stop();
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
  const started = performance.now();
  const goesOn = (played: number) => whole && played < FURTHER * count && meetsTooLittle(all);
  for (let number = 0; number < count || goesOn(number); number++) {
    const draw = new Draw(given + number * 7_919);
    const played = await playSequence({ cast, draw, actions: ACTIONS, steps: STEPS, names });
    all.push(played);
    if (number % EVERY === EVERY - 1)
      findings.say(`${number + 1} sequences in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    if (played.differences.length === 0) continue;
    findings.say(`sequence ${number} of seed ${given}: ${played.differences[0]}`);
  }
  const seconds = (performance.now() - started) / 1000;
  const attempts = all.flatMap(({ tried }) => tried);
  const done = attempts.filter(({ kind }) => kind === 'done').length;
  const taken = all.reduce((sum, { steps }) => sum + steps.length, 0);
  const differing = all.filter(({ differences }) => differences.length > 0);
  const kinds = new Map(differing.map((played) => [played.differences[0], played]));
  for (const played of [...kinds.values()].slice(0, SHOWN))
    for (const text of await shrunk(cast, ACTIONS, played)) findings.say(`  ${text}`);
  findings.check(
    differing.length === 0,
    `${all.length} sequences of ${STEPS} steps, ${taken} steps with the ways to their beginnings, ${attempts.length} attempts, ` +
      `${done} of them accepted, in ${seconds.toFixed(0)} s; in ${differing.length} the model, the database and what people see part`,
  );
  sayReached(reachedBy(all), whole, findings);
  if (names) names.check(findings);
  const missed = missedFaults(all, findings);
  const found = `${FAULTS.length - missed.length} of ${FAULTS.length} faults planted in the model were found`;
  findings.check(missed.length === 0 || !whole, [found, ...missed.map((name) => `not “${name}”`)].join('; '));
  const tried = `${all.length} sequences, ${attempts.length} attempts, ${differing.length} differ; ${found}`;
  return { tried, failures: findings.failures };
}

const rareAmong = (states: Reached['states']): string[] =>
  Object.entries(states).flatMap(([kind, counts]) =>
    [...counts].filter(([, times]) => times < WHOLE.each).map(([name]) => `${kind} ${name}`),
  );

const meetsTooLittle = (all: readonly Played[]): boolean =>
  rareAmong(reachedBy(all).states).length > 0 || FAULTS.some((fault) => noticedBy(fault, all).length === 0);

function sayReached({ states, moves }: Reached, whole: boolean, findings: Findings): void {
  for (const [kind, counts] of Object.entries(states))
    findings.say(`${kind}: ${[...counts].map(([name, times]) => `${name} ${times}`).join(', ')}`);
  findings.say(`steps done: ${[...moves].map(([name, times]) => `${name} ${times}`).join('; ')}`);
  const rare = rareAmong(states);
  findings.check(
    !whole || rare.length === 0,
    rare.length === 0
      ? `every state was reached at least ${WHOLE.each} times`
      : `reached less than ${WHOLE.each} times: ${rare.join(', ')}`,
  );
}
