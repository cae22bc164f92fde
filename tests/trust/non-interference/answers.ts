import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { keyOf, type Asked } from './asked';
import type { Answered } from './site';

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

/** Of each actor. */
const SHOWN = 3;

/** A few of the differences of each actor, who stands before the address, and how many there are of whom there are more. */
export function someOfEach(differences: readonly string[]): string[] {
  const byActor = new Map<string, string[]>();
  for (const text of differences) {
    const actor = text.slice(0, text.indexOf(' /'));
    byActor.set(actor, [...(byActor.get(actor) ?? []), text]);
  }
  return [...byActor].flatMap(([actor, all]) => [
    ...all.slice(0, SHOWN),
    ...(all.length > SHOWN ? [`${actor}: ${all.length} in all`] : []),
  ]);
}

function halves(text: string): [string, string] {
  const at = text.indexOf('\n\n');
  return [text.slice(0, at), text.slice(at)];
}

const KEY = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/**
 * With the keys of rows that were made since an instant in the order in which they come: they are of the time of
 * making and random, so that the same done in two worlds has two of them.
 */
export function withoutNewKeys(text: string, since: number): string {
  const known = new Map<string, string>();
  return text.replace(KEY, (key) => {
    if (Number.parseInt(key.replace('-', '').slice(0, 12), 16) < since) return key;
    const short = known.get(key) ?? `key ${known.size + 1}`;
    known.set(key, short);
    return short;
  });
}
