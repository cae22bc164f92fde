import { setTimeout as sleep } from 'node:timers/promises';
import { connectTo, disconnect } from '~/platform/db.server';
import { embeddedAddress } from '~/platform/embedded-postgres/address.server';
import { env } from '~/platform/env.server';
import { makeQuestion } from '../../support/factories/questions';
import { Findings, type SuiteOptions, type SuiteResult } from '../suite';
import { closeConnections, inParallel } from '../support/http';
import { Installation } from '../support/installation';
import { makeDrafts } from '../support/many-drafts';
import { Writer, type Damage } from '../support/writer';

const SIZES = {
  whole: { kills: 10, writes: 2_000, writers: 8 },
  sample: { kills: 1, writes: 60, writers: 4 },
};
/** A phase that takes longer than this is killed with what it has. */
const LONGEST_PHASE_MS = 90_000;

/** Kills everything, PostgreSQL included, in the middle of writes, and compares what is left with what was said. */
export async function run({ sample }: SuiteOptions): Promise<SuiteResult> {
  const size = sample ? SIZES.sample : SIZES.whole;
  const findings = new Findings();
  const installation = await Installation.in(env.SOUNDINGS_DATA);
  try {
    findings.say(`first start took ${seconds(await installation.start())}`);
    await connectTo(ownDatabase());
    const question = await makeQuestion({ closesInDays: 20 });
    const drafts = await makeDrafts(question, size.writers);
    const writers = drafts.map((draft) => new Writer(draft));
    for (let kill = 1; kill <= size.kills; kill++)
      await killAndLook(installation, writers, Math.ceil((size.writes * kill) / size.kills), kill, findings);
    const acknowledged = total(writers);
    findings.check(
      acknowledged >= size.writes,
      `${acknowledged} writes were acknowledged over ${size.kills} kills`,
    );
    return {
      tried: `${size.kills} kills of everything over ${acknowledged} acknowledged writes`,
      failures: findings.failures,
    };
  } finally {
    closeConnections();
    await disconnect();
    await installation.stop();
  }
}

/** Of the installation under attack; suites that ran before it had databases of their own. */
function ownDatabase(): string {
  const address = embeddedAddress(env.SOUNDINGS_DATA);
  if (!address) throw new Error('the installation has no database');
  return address;
}

const total = (writers: Writer[]): number => writers.reduce((all, { acknowledged }) => all + acknowledged, 0);
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

async function killAndLook(
  installation: Installation,
  writers: Writer[],
  upTo: number,
  kill: number,
  findings: Findings,
): Promise<void> {
  let alive = true;
  const writing = Promise.all(writers.map((writer) => writer.write(installation.address, () => alive)));
  const until = performance.now() + LONGEST_PHASE_MS;
  while (total(writers) < upTo && performance.now() < until) await sleep(10);
  await sleep(Math.random() * 50);
  const killed = await installation.kill();
  alive = false;
  closeConnections();
  await writing;
  await disconnect();

  const took = await installation.start();
  await connectTo(ownDatabase());
  const before = sum(await inParallel(writers, 4, (writer) => writer.damage()));
  const retried = await inParallel(writers, 4, (writer) => writer.retry(installation.address));
  const after = sum(await inParallel(writers, 4, (writer) => writer.damage()));
  const good =
    [before, after].every(({ lost, halfDone, doubled }) => lost + halfDone + doubled === 0) &&
    retried.every(Boolean);
  findings.check(
    good,
    `kill ${kill}: ${killed} processes after ${total(writers)} writes, up again in ${seconds(took)}; ` +
      `${before.lost} lost, ${before.halfDone} half-done, ${before.doubled} doubled; after sending again ` +
      `${after.lost}, ${after.halfDone}, ${after.doubled}; ${retried.filter(Boolean).length} of ${writers.length} went through`,
  );
}

const sum = (all: Damage[]): Damage =>
  all.reduce((a, b) => ({
    lost: a.lost + b.lost,
    halfDone: a.halfDone + b.halfDone,
    doubled: a.doubled + b.doubled,
  }));
