import type { ActorName } from '../access/roles';
import type { Row } from '../access/rule';
import { addressesOf, around, type Address } from './addresses';
import { Answers, parting, withoutNewKeys } from './answers';
import { askersOf, asPage, everything, isOfPage, type Asked } from './asked';
import { askAll, drawn, type Plain } from './reads/plain';
import { Reader } from './reads/reader';
import type { CompetitionScene } from './scene';
import type { Secret } from './secret';
import type { Site } from './site';
import type { Worlds } from './worlds';

export interface Ground {
  worlds: Worlds;
  scene: CompetitionScene;
  routes: { table: readonly Row[]; isPage: (route: string) => boolean };
  plain: Plain;
  /** The product in the world in which something was done. */
  site: Site;
  /** How what is tried again is drawn. */
  seed: string;
}

export interface Compared {
  /** Answers that were compared, and how many of them were asked for in this world. */
  answers: number;
  asked: number;
  /** Who may not know it, and how many addresses there are. */
  actors: number;
  addresses: number;
  /** Where somebody who may not know was answered otherwise. */
  leaks: string[];
  /** Where somebody who may know was. */
  seen: number;
  /** Who may know, and got the same answers all the same. */
  blind: ActorName[];
  /** Answers that had to be the same because all that was read for them was, and were not. */
  wrong: string[];
}

export interface Narrowed {
  only?: (path: string) => boolean;
  /** At most so many of all that those could be answered who may not know. */
  most?: number;
}

/** How many of the answers that follow from what was read are asked for all the same, in each world. */
const CHECKED = { data: 60, pages: 12 };

/** Two worlds that differ in one secret: everybody asks for everything in both. */
export async function compareSecret(ground: Ground, secret: Secret, over: Narrowed = {}): Promise<Compared> {
  const { worlds, scene, plain } = ground;
  const { entitled, instead } = secret;
  const addresses = await worlds.begin(async () => {
    await secret.make(scene);
    return addressesOf(ground.routes, scene, await around(secret.question(scene)));
  });
  const all = narrowed(addresses, secret, ground.seed, over);
  await plain.learn(all);
  const told = await answersHere(ground, all);
  const untold = instead
    ? await worlds.begin(async () => instead(scene)).then(() => answersHere(ground, all))
    : { answers: plain.answers, asked: [], wrong: [] };
  const parted = [
    ...new Map([...told.asked, ...untold.asked].map((one) => [`${one.actor} ${one.path}`, one])).values(),
  ];
  await askAll(plain.site, scene.cast, parted, plain.answers);
  const textIn = (answers: Answers, one: Asked) =>
    withoutNewKeys((answers.has(one) ? answers : plain.answers).text(one), worlds.madeAt);
  const different = parted.filter((one) => textIn(told.answers, one) !== textIn(untold.answers, one));
  const leaks = different.filter(({ actor }) => !entitled.includes(actor));
  return {
    answers: all.length,
    asked: told.asked.length + untold.asked.length,
    actors: askersOf(secret).filter((name) => !entitled.includes(name)).length,
    addresses: addresses.length,
    leaks: leaks.map((one) => inWords(one, textIn(untold.answers, one), textIn(told.answers, one))),
    seen: different.length - leaks.length,
    blind: entitled.filter((name) => !different.some(({ actor }) => actor === name)),
    wrong: [...told.wrong, ...untold.wrong],
  };
}

/** In a sample, whoever may know asks for what is near the secret, and of all that the others may ask some is drawn. */
function narrowed(
  addresses: readonly Address[],
  secret: Secret,
  seed: string,
  { only, most }: Narrowed,
): Asked[] {
  const chosen = only ? addresses.filter(({ path }) => only(path)) : addresses;
  const all = everything(chosen, askersOf(secret));
  if (most === undefined) return all;
  const near = everything(
    chosen.filter(({ isNear }) => isNear),
    secret.entitled,
  );
  const others = all.filter(({ actor }) => !secret.entitled.includes(actor));
  return [...near, ...drawn(others, seed, most)];
}

interface Here {
  answers: Answers;
  /** What was asked in this world; all else is answered as in the plain one. */
  asked: Asked[];
  wrong: string[];
}

async function answersHere(
  { worlds, scene: { cast }, plain, site, seed }: Ground,
  all: Asked[],
): Promise<Here> {
  const reader = new Reader(worlds.url);
  const touched = await plain.touched(all, reader);
  await reader.end();
  const answers = new Answers();
  const asked = [...touched];
  await askAll(site, cast, asked, answers);
  const pages = asked.filter((one) => isOfPage(one) && answers.text(one).startsWith('200')).map(asPage);
  await askAll(site, cast, pages, answers);

  const untouched = all.filter((one) => !touched.has(one));
  const opened = untouched.filter((one) => isOfPage(one) && plain.answers.text(one).startsWith('200'));
  const checked = [
    ...drawn(untouched, seed, CHECKED.data),
    ...drawn(opened, seed, CHECKED.pages).map(asPage),
  ];
  const again = new Answers();
  await askAll(site, cast, checked, again);
  await askAll(plain.site, cast, checked, plain.answers);
  const wrong = checked.filter((one) => again.digest(one) !== plain.answers.digest(one));
  return {
    answers,
    asked: [...asked, ...pages],
    wrong: wrong.map((one) => inWords(one, plain.answers.text(one), again.text(one))),
  };
}

const inWords = (asked: Asked, one: string, other: string): string =>
  `${asked.actor} ${asked.path}: ${parting(one, other)}`;
