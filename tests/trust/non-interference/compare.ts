import { ACTOR_NAMES, type ActorName } from '../access/roles';
import type { Row } from '../access/rule';
import { addressesOf, around } from './addresses';
import { Answers, asPages, askAll, everything, parting, type Asked } from './ask-all';
import type { CompetitionScene } from './scene';
import type { Secret } from './secret';
import type { Site } from './site';
import type { Worlds } from './worlds';

export interface Ground {
  worlds: Worlds;
  scene: CompetitionScene;
  table: readonly Row[];
  /** Answers in the world in which nothing was done. */
  plain: Answers;
}

export interface Compared {
  asked: number;
  actors: number;
  addresses: number;
  /** Where somebody who may not know was answered otherwise. */
  leaks: string[];
  /** Who may know, and got the same answers all the same. */
  blind: ActorName[];
}

/** Two worlds that differ in one secret: everybody asks for everything in both. */
export async function compareSecret(
  { worlds, scene, table, plain }: Ground,
  site: Site,
  secret: Secret,
  over: { turn: number; share?: number; only?: (path: string) => boolean },
): Promise<Compared> {
  const { entitled, besides = [] } = secret;
  const inTheOther = secret.instead;
  const askers = ACTOR_NAMES.filter((name) => entitled.includes(name) || !besides.includes(name));
  const paths = await worlds.begin(async () => {
    await secret.make(scene);
    return addressesOf(table, scene.things, await around(secret.question(scene)));
  });
  const chosen = over.only ? paths.filter(over.only) : paths;
  const told = new Answers();
  const asData = everything(chosen, askers, over);
  await askAll(site, scene.cast, asData, told);
  const all = [...asData, ...asPages(asData, told, over.turn)];
  await askAll(site, scene.cast, all, told);
  const untold = inTheOther ? new Answers() : plain;
  if (all.some((asked) => !untold.has(asked))) {
    await worlds.begin(async () => inTheOther?.(scene));
    await askAll(site, scene.cast, all, untold);
  }
  const different = all.filter((asked) => told.digest(asked) !== untold.digest(asked));
  const leaks = different.filter(({ actor }) => !entitled.includes(actor));
  return {
    asked: all.length,
    actors: askers.filter((name) => !entitled.includes(name)).length,
    addresses: chosen.length,
    leaks: leaks.map((asked) => inWords(asked, untold, told)),
    blind: entitled.filter((name) => !different.some(({ actor }) => actor === name)),
  };
}

const inWords = (asked: Asked, one: Answers, other: Answers): string =>
  `${asked.actor} ${asked.path}: ${parting(one.text(asked), other.text(asked))}`;
