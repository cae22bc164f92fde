import { holdTestServer } from '../../support/database-server';
import { ACTOR_NAMES } from '../access/roles';
import { TABLE } from '../access/table/all';
import { builtText, loadBuild, loadChangedBuild } from '../access/product';
import { plant } from '../access/faults';
import { Answers } from '../non-interference/ask-all';
import { compareSecret, type Ground } from '../non-interference/compare';
import { LEAKS } from '../non-interference/leaks';
import { setCompetitionScene } from '../non-interference/scene';
import { SECRETS } from '../non-interference/secrets/all';
import { serveHere, type Site } from '../non-interference/site';
import { Worlds } from '../non-interference/worlds';
import { Findings, type SuiteOptions, type SuiteResult } from '../suite';

const LEAST = { secrets: 20, planted: 3 };
/** Of the secrets, and every how many actors ask for what is far from a competition. */
const SAMPLE = { secrets: 4, share: 40 };
const SHOWN = 12;

/** Pairs of worlds that differ in one secret of a competition: those who may not know it see no difference. */
export async function run(options: SuiteOptions): Promise<SuiteResult> {
  const release = holdTestServer();
  const findings = new Findings();
  const { worlds, scene } = await Worlds.of(setCompetitionScene);
  try {
    const ground: Ground = { worlds, scene, table: TABLE, plain: new Answers() };
    const asked = await tellAll(ground, options, findings);
    const found = await findLeaks(ground, findings);
    return {
      tried: `${asked}; ${found} of ${LEAKS.length} planted leaks found`,
      failures: findings.failures,
    };
  } finally {
    await worlds.end();
    await release();
  }
}

async function tellAll(
  ground: Ground,
  { sample, secret: word }: SuiteOptions,
  findings: Findings,
): Promise<string> {
  const named = SECRETS.filter(({ name }) => new RegExp(word ?? '').test(name));
  const step = sample && !word ? Math.ceil(named.length / SAMPLE.secrets) : 1;
  const secrets = named.filter((_, place) => place % step === 0);
  const site = await serveHere(await loadBuild(ground.worlds.url));
  const total = { asked: 0, leaks: 0 };
  const share = sample ? SAMPLE.share : 1;
  try {
    for (const [turn, secret] of secrets.entries()) {
      const started = performance.now();
      const { asked, actors, addresses, leaks, blind } = await compareSecret(ground, site, secret, {
        turn,
        share,
      });
      total.asked += asked;
      total.leaks += leaks.length;
      for (const leak of leaks.slice(0, SHOWN)) findings.say(`  ${leak}`);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      findings.check(
        leaks.length === 0 && blind.length === 0,
        `${secret.name}: ${actors} who may not know ask for ${addresses} addresses, ${leaks.length} answers differ; ` +
          (blind.length === 0 ? `seen by ${secret.entitled.join(', ')}` : `NOT seen by ${blind.join(', ')}`) +
          ` (${seconds} s)`,
      );
    }
  } finally {
    await site.stop();
  }
  if (!sample && !word)
    findings.check(secrets.length >= LEAST.secrets, `${secrets.length} secrets, at least ${LEAST.secrets}`);
  return `${secrets.length} secrets, ${ACTOR_NAMES.length} actors, ${total.asked} answers compared, ${total.leaks} differ`;
}

/** Each leak is planted in a copy of the build, which has to be found out by the secret that it lets go. */
async function findLeaks(ground: Ground, findings: Findings): Promise<number> {
  let found = 0;
  for (const leak of LEAKS) {
    const changed = plant(builtText(), leak);
    const secret = SECRETS.find(({ name }) => name === leak.secret);
    if (changed === null || !secret) {
      findings.check(false, `“${leak.name}”: its place is not in the build, or not only once`);
      continue;
    }
    const build = await loadChangedBuild(changed, leak.name, ground.worlds.url);
    const site: Site = await serveHere(build);
    const fresh = { ...ground, plain: new Answers() };
    const { leaks } = await compareSecret(fresh, site, secret, { turn: 0, only: leak.at });
    await site.stop();
    if (leaks.length > 0) found += 1;
    findings.check(leaks.length > 0, `planted “${leak.name}”: ${leaks.length} answers differ`);
  }
  findings.check(found >= LEAST.planted, `${found} of ${LEAKS.length} planted leaks found`);
  return found;
}
