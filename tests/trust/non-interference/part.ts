/** One of the processes among which the secrets are shared: it has worlds of its own, and says what it found. */
import type { ServerBuild } from '@remix-run/server-runtime';
import { holdTestServer } from '../../support/database-server';
import { plant } from '../access/faults';
import { builtText, loadBuild, loadChangedBuild } from '../access/product';
import { TABLE } from '../access/table/all';
import { someOfEach } from './answers';
import { compareSecret, type Compared, type Ground, type Narrowed } from './compare';
import { LEAKS } from './leaks';
import { Plain } from './reads/plain';
import { Reader } from './reads/reader';
import { setCompetitionScene, type CompetitionScene } from './scene';
import type { Secret } from './secret';
import { SECRETS } from './secrets/all';
import { shareOf } from './shares';
import { serveHere } from './site';
import { Worlds } from './worlds';
import type { Saying, Task } from './parts';

const task = JSON.parse(process.argv[2] ?? '') as Task;
const say = (saying: Saying) => process.send?.(saying);

const release = holdTestServer();
const { worlds, scene } = await Worlds.of(setCompetitionScene);

interface Builds {
  plain: ServerBuild;
  world: ServerBuild;
}

async function onGround<Value>(builds: Builds, work: (ground: Ground) => Promise<Value>): Promise<Value> {
  const [here, there] = [await serveHere(builds.plain), await serveHere(builds.world)];
  const reader = new Reader(worlds.plainUrl);
  const routes = { table: TABLE, isPage: pagesOf(builds.plain) };
  const plain = new Plain(here, reader, scene.cast);
  try {
    return await work({ worlds, scene, routes, plain, site: there, seed: `${task.seed}` });
  } finally {
    await Promise.all([here.stop(), there.stop(), reader.end()]);
  }
}

/** Routes that show a page; the others give a file, a feed or what programs read. */
function pagesOf({ routes }: ServerBuild): (route: string) => boolean {
  const all = Object.values(routes);
  return (route) =>
    all.some(
      ({ index, path = '', module }) => (index ? '/' : path) === route && module.default !== undefined,
    );
}

async function tellSecrets(builds: Builds): Promise<void> {
  const named = SECRETS.filter(({ name }) => task.secrets.includes(name));
  const mine = shareOf(groupedByQuestion(named, scene), task.part, task.parts);
  await onGround(builds, async (ground) => {
    for (const secret of mine) await tell(ground, secret, task.most === undefined ? {} : { most: task.most });
  });
}

/** Secrets of one question share what is asked in the plain world. */
function groupedByQuestion(secrets: readonly Secret[], { at, ...rest }: CompetitionScene): Secret[][] {
  const groups = new Map<string, Secret[]>();
  for (const secret of secrets) {
    const question = secret.question({ at, ...rest });
    groups.set(question, [...(groups.get(question) ?? []), secret]);
  }
  return [...groups.values()];
}

async function tell(ground: Ground, secret: Secret, over: Narrowed): Promise<void> {
  const started = performance.now();
  try {
    const compared = await compareSecret(ground, secret, over);
    for (const text of someOfEach([...compared.leaks, ...compared.wrong])) say({ text });
    const { leaks, blind, wrong } = compared;
    const holds = leaks.length === 0 && blind.length === 0 && wrong.length === 0;
    const seconds = (performance.now() - started) / 1000;
    say({ holds, text: `${inWords(secret, compared)} (${seconds.toFixed(1)} s)` });
    const { answers, asked, addresses, seen } = compared;
    say({ figures: { secrets: 1, answers, asked, addresses, seen, leaks: leaks.length } });
  } catch (error) {
    say({
      holds: false,
      text: `${secret.name}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
    });
  }
}

const inWords = (
  secret: Secret,
  { answers, asked, actors, addresses, leaks, seen, blind, wrong }: Compared,
): string =>
  `${secret.name}: ${actors} who may not know, ${addresses} addresses, ${answers} answers (${asked} asked anew), ` +
  `${leaks.length} differ; ${seen} differ for ` +
  (blind.length === 0 ? secret.entitled.join(', ') : `those who may, but NONE for ${blind.join(', ')}`) +
  (wrong.length === 0 ? '' : `; ${wrong.length} differ that could not`);

/** Each leak is planted in copies of the build, and has to be found out by the secret that it lets go. */
async function findLeaks(): Promise<void> {
  const mine = LEAKS.filter(({ name }) => task.leaks.includes(name)).filter(
    (_, place) => place % task.parts === task.part,
  );
  for (const leak of mine) {
    const changed = plant(builtText(), leak);
    const secret = SECRETS.find(({ name }) => name === leak.secret);
    if (changed === null || !secret) {
      say({ holds: false, text: `planted “${leak.name}”: its place is not in the build, or not only once` });
      continue;
    }
    const builds = {
      plain: await loadChangedBuild(changed, `${leak.name} plain`, worlds.plainUrl),
      world: await loadChangedBuild(changed, leak.name, worlds.url),
    };
    const { leaks } = await onGround(builds, (ground) => compareSecret(ground, secret, { only: leak.at }));
    say({
      holds: leaks.length > 0,
      text: `planted ${leak.kind}, “${leak.name}”: ${leaks.length} answers differ`,
    });
    for (const text of leaks.slice(0, 1)) say({ text });
    if (leaks.length > 0) say({ figures: { found: 1 } });
  }
}

try {
  await tellSecrets({
    plain: await loadBuild(worlds.plainUrl),
    world: await loadChangedBuild(builtText(), 'the other world', worlds.url),
  });
  await findLeaks();
} finally {
  await worlds.end();
  await release();
}
process.exit(0);
