import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { dataPath } from '../access/answer';
import type { ActorName } from '../access/roles';
import type { Cast } from '../access/scene/cast';
import { inParallel } from '../support/http';
import type { Answered, Site } from './site';

/** One thing asked: who, where, and whether as a page, as its data or as a program. */
export interface Asked {
  actor: ActorName;
  path: string;
  accept?: string;
}

const AT_ONCE = 6;

/** Where a competition may show: its own addresses, and lists, counts and places that gather from everywhere. */
const NEAR =
  /^\/($|questions|bids|awards|clarifications|conflicts|challenges|expressions|deliverables|claims|changes|obligations|monitoring|history|search|api|desk|enquiries|account|notices|progress|organisations|teams|experts|map)/;

/** In a small sample: what people open is asked by all, and what stands behind it by every third in turn. */
const nearShare = (path: string): number => (path.split('/').length <= 3 ? 1 : 3);

/** The trail tells those who may read it that something was done; what it keeps from them it withholds itself. */
const READS_TRAIL: readonly ActorName[] = ['auditor', 'auditor and expert', 'administrator'];

/** Every actor asks for every address, as data. Of a `share` above 1, for what is far away only so many in turn. */
export function everything(
  paths: readonly string[],
  actors: readonly ActorName[],
  { turn, share = 1 }: { turn: number; share?: number | undefined },
): Asked[] {
  return paths.flatMap((path, place) =>
    actors.flatMap((actor, seat) => {
      if (share > 1 && (place + seat + turn) % (NEAR.test(path) ? nearShare(path) : share) !== 0) return [];
      if (path.startsWith('/audit') && READS_TRAIL.includes(actor)) return [];
      return [{ actor, path: path.startsWith('/api/') ? path : dataPath(path) }];
    }),
  );
}

/** The pages of what opened: every other one, in turn. A page is made of its data and of nothing else. */
export const asPages = (all: readonly Asked[], answers: Answers, turn: number): Asked[] =>
  all
    .filter((asked, place) => (place + turn) % 2 === 0 && answers.text(asked).startsWith('200'))
    .filter(({ path }) => /\.data(\?|$)/.test(path))
    .map(({ actor, path }) => ({
      actor,
      path: path.replace(/^\/_root\.data/, '/').replace(/\.data(?=\?|$)/, ''),
    }));

/** Answers as they were, each text kept once and small. */
export class Answers {
  private readonly texts = new Map<string, Buffer>();
  private readonly given = new Map<string, string>();

  keep(asked: Asked, text: Answered): void {
    const digest = createHash('sha1').update(text).digest('base64');
    if (!this.texts.has(digest)) this.texts.set(digest, deflateSync(text, { level: 1 }));
    this.given.set(keyOf(asked), digest);
  }

  has = (asked: Asked): boolean => this.given.has(keyOf(asked));
  digest = (asked: Asked): string | undefined => this.given.get(keyOf(asked));

  text(asked: Asked): string {
    const kept = this.texts.get(this.digest(asked) ?? '');
    return kept ? inflateSync(kept).toString('utf8') : '';
  }
}

const keyOf = ({ actor, path, accept = '' }: Asked): string => `${actor} ${accept} ${path}`;

/** Asks what these answers do not hold yet. */
export async function askAll(site: Site, cast: Cast, all: readonly Asked[], into: Answers): Promise<void> {
  const missing = all.filter((asked) => !into.has(asked));
  await inParallel(missing, AT_ONCE, async (asked) => {
    const asker = { cookie: cast.cookieOf(asked.actor), token: cast.tokenOf(asked.actor) };
    const over = asked.accept === undefined ? {} : { accept: asked.accept };
    into.keep(asked, await site.ask(asked.path, asker, over));
  });
}

/** Where two answers part, with a little of what stands around: in what they say, else in their headers. */
export function parting(one: string, other: string): string {
  const [head, body] = halves(one);
  const [otherHead, otherBody] = halves(other);
  const [text, otherText] = body === otherBody ? [head, otherHead] : [body, otherBody];
  let place = 0;
  while (place < text.length && text[place] === otherText[place]) place += 1;
  const cut = (whole: string) =>
    JSON.stringify(whole.slice(Math.max(0, place - 100), place + 100).replaceAll(/\s+/g, ' '));
  return `${cut(text)} and ${cut(otherText)}`;
}

function halves(text: string): [string, string] {
  const at = text.indexOf('\n\n');
  return [text.slice(0, at), text.slice(at)];
}
