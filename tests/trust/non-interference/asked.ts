import { dataPath } from '../access/answer';
import { ACTOR_NAMES, type ActorName } from '../access/roles';
import type { Address } from './addresses';
import type { Secret } from './secret';

/** One thing asked: who, and where. */
export interface Asked {
  actor: ActorName;
  path: string;
}

export const keyOf = ({ actor, path }: Asked): string => `${actor} ${path}`;

/** The trail tells those who may read it that something was done; what it keeps from them it withholds itself. */
export const READS_TRAIL: readonly ActorName[] = ['auditor', 'auditor and expert', 'administrator'];

/** Who is asked about a secret: those who may know it, and those who may not, but not who is told a part. */
export const askersOf = ({ entitled, besides = [] }: Secret): ActorName[] =>
  ACTOR_NAMES.filter((name) => entitled.includes(name) || !besides.includes(name));

/** Everybody asks for every address: for the data of pages, and for all else as it is. */
export const everything = (addresses: readonly Address[], actors: readonly ActorName[]): Asked[] =>
  addresses.flatMap(({ path, isPage }) =>
    actors
      .filter((actor) => !(path.startsWith('/audit') && READS_TRAIL.includes(actor)))
      .map((actor) => ({ actor, path: isPage ? dataPath(path) : path })),
  );

/** The page itself of what was asked for as data. */
export const asPage = ({ actor, path }: Asked): Asked => ({
  actor,
  path: path.replace(/^\/_root\.data/, '/').replace(/\.data(?=\?|$)/, ''),
});

export const isOfPage = ({ path }: Asked): boolean => /\.data(\?|$)/.test(path);
