import { availableParallelism } from 'node:os';
import { holdTestServer, testServer } from '../../support/database-server';
import { ACTOR_NAMES } from '../access/roles';
import { LEAKS } from '../non-interference/leaks';
import { runPart, type Figures, type Saying } from '../non-interference/parts';
import { SECRETS } from '../non-interference/secrets/all';
import { MASKS } from '../non-interference/site';
import { Draw } from '../search/draw';
import { Findings, type SuiteOptions, type SuiteResult } from '../suite';

const LEAST = { secrets: 20, planted: 6 };
const SAMPLE = { secrets: 3, leaks: 1, answers: 500 };
const MOST_PARTS = 2;

/** Pairs of worlds that differ in one secret of a competition: those who may not know it see no difference. */
export async function run(options: SuiteOptions): Promise<SuiteResult> {
  const release = holdTestServer();
  const findings = new Findings();
  const started = performance.now();
  try {
    await testServer();
    const chosen = choose(options);
    findings.say(`seed ${chosen.seed}; not compared, with the reason:`);
    for (const line of leftOut()) findings.say(`  ${line}`);
    const total = await takeParts(chosen, findings);
    const leaks = chosen.leaks.length;
    const isWhole = !options.sample && !options.secret;
    findings.check(
      total.secrets === chosen.secrets.length,
      `${total.secrets} of ${chosen.secrets.length} secrets told`,
    );
    findings.check(total.found === leaks, `${total.found} of ${leaks} planted leaks found`);
    if (isWhole)
      findings.check(
        total.secrets >= LEAST.secrets && leaks >= LEAST.planted,
        `at least ${LEAST.secrets} secrets and ${LEAST.planted} planted leaks`,
      );
    const seconds = Math.round((performance.now() - started) / 1000);
    return {
      tried:
        `${total.secrets} secrets, ${ACTOR_NAMES.length} actors, ${total.addresses} addresses, ` +
        `${total.answers} answers compared (${total.asked} asked anew), ${total.leaks} differences, ` +
        `${total.seen} for those who may know, ${total.found} of ${leaks} planted leaks found, ${seconds} s`,
      failures: findings.failures,
    };
  } finally {
    await release();
  }
}

interface Chosen {
  secrets: string[];
  leaks: string[];
  seed: number;
  most?: number;
}

/** In a sample, other ones each day. */
function choose({ sample, secret: word, seed: given }: SuiteOptions): Chosen {
  const seed = given ?? Math.floor(Date.now() / 86_400_000);
  const isWanted = (name: string) => new RegExp(word ?? '').test(name);
  const secrets = SECRETS.map(({ name }) => name).filter(isWanted);
  const leaks = LEAKS.filter(({ secret }) => isWanted(secret)).map(({ name }) => name);
  if (!sample) return { secrets, leaks, seed };
  const draw = new Draw(seed);
  const some = (all: string[], most: number) =>
    all
      .map((name) => ({ name, place: draw.next() }))
      .sort((a, b) => a.place - b.place)
      .slice(0, most)
      .map(({ name }) => name);
  return {
    secrets: some(secrets, SAMPLE.secrets),
    leaks: some(leaks, SAMPLE.leaks),
    seed,
    most: SAMPLE.answers,
  };
}

async function takeParts(chosen: Chosen, findings: Findings): Promise<Figures> {
  const total: Figures = { secrets: 0, answers: 0, asked: 0, addresses: 0, seen: 0, leaks: 0, found: 0 };
  const hear = ({ text, holds, figures = {} }: Saying) => {
    if (holds !== undefined) findings.check(holds, text ?? '');
    else if (text !== undefined) findings.say(`  ${text}`);
    for (const name of Object.keys(total) as (keyof Figures)[]) total[name] += figures[name] ?? 0;
  };
  const parts = Math.min(MOST_PARTS, availableParallelism());
  const all = Array.from({ length: parts }, (_, part) => runPart({ ...chosen, part, parts }, hear));
  for (const ended of await Promise.allSettled(all))
    if (ended.status === 'rejected') findings.check(false, String(ended.reason));
  return total;
}

/** What no comparison looks at. */
function leftOut(): string[] {
  const apart = SECRETS.reduce((sum, { besides = [] }) => sum + besides.length, 0);
  return [
    ...MASKS.map(([of]) => of),
    'the nonce, the key of forms and the reference of a fault: given to each answer alike, as nothing of a world is in them',
    `those who are told a part of a secret, who are asked about the others: ${apart} of ${SECRETS.length * ACTOR_NAMES.length} pairs`,
    'the pages of the trail for those who may read it, who are told that something was done',
    'what asking would leave in the trail: it is forgotten, since it would change what the next one is answered',
    'the keys of rows made in both worlds, which are random: each is taken by the order in which it comes',
    'digests and signatures inside archives: what they are of is compared itself, or random',
    'the page around data that was made of the same reads, but for some that are drawn',
  ];
}
