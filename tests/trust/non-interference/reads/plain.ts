import { createHash } from 'node:crypto';
import { inParallel } from '../../support/http';
import type { Cast } from '../../access/scene/cast';
import { Answers } from '../answers';
import { keyOf, type Asked } from '../asked';
import type { Reader } from './reader';
import type { Site } from '../site';
import { listening, type Memory, type Statement } from './statements';

/**
 * The world in which nothing was done: what each was answered there, and what was read for the answer. Where all
 * that is the same in another world, so is the answer: the product knows nothing but what it is asked and what it
 * reads, and its clock is a thing that it reads.
 */
export class Plain {
  readonly answers = new Answers();
  /** Of each answer the statements that it was made of, by their keys; null where something was written for it. */
  private readonly madeOf = new Map<string, readonly string[] | null>();
  private readonly statements = new Map<string, Statement>();
  private readonly tablesOf = new Map<string, ReadonlySet<string> | null>();
  private tables: ReadonlyMap<string, string> | undefined;
  private readonly memory: Memory = new Map();

  constructor(
    readonly site: Site,
    private readonly reader: Reader,
    private readonly cast: Cast,
  ) {}

  /** One after the other, so that it is known what was read for which. */
  async learn(all: readonly Asked[]): Promise<void> {
    for (const asked of all) {
      if (this.answers.has(asked)) continue;
      const { value, made } = await listening(this.memory, () =>
        this.site.ask(asked.path, askerOf(this.cast, asked)),
      );
      this.answers.keep(asked, value);
      for (const one of made ?? []) this.statements.set(one.key, one);
      this.madeOf.set(keyOf(asked), made?.map(({ key }) => key) ?? null);
    }
  }

  /** Those whose answers were made of something that is otherwise in this world, or cannot be known to be the same. */
  async touched(all: readonly Asked[], world: Reader): Promise<Set<Asked>> {
    this.tables ??= await this.reader.tables();
    const changed = changedBetween(this.tables, await world.tables());
    const concerned = new Map<string, Statement>();
    for (const key of new Set(all.flatMap((asked) => this.madeOf.get(keyOf(asked)) ?? []))) {
      const one = this.statements.get(key);
      if (one && (await this.mayRead(one, changed))) concerned.set(key, one);
    }
    const here = await this.reader.resultsOf(concerned);
    const there = await world.resultsOf(concerned);
    const isOther = (key: string) => concerned.has(key) && here.get(key) !== there.get(key);
    return new Set(all.filter((asked) => this.madeOf.get(keyOf(asked))?.some(isOther) ?? true));
  }

  private async mayRead(one: Statement, changed: ReadonlySet<string>): Promise<boolean> {
    if (!this.tablesOf.has(one.text))
      this.tablesOf.set(one.text, callsMore(one.text) ? null : await this.reader.tablesOf(one));
    const tables = this.tablesOf.get(one.text);
    return !tables || [...tables].some((name) => changed.has(name));
  }
}

/** Functions may read what shows only when they are called with the right values; the clock is a table like others. */
const callsMore = (text: string): boolean => /soundings\.(?!now\()\w+\(/.test(text);

const changedBetween = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): Set<string> =>
  new Set([...one.keys(), ...other.keys()].filter((name) => one.get(name) !== other.get(name)));

export const askerOf = (cast: Cast, { actor }: Asked) => ({
  cookie: cast.cookieOf(actor),
  token: cast.tokenOf(actor),
});

const AT_ONCE = 6;

export async function askAll(site: Site, cast: Cast, all: readonly Asked[], into: Answers): Promise<number> {
  const missing = all.filter((asked) => !into.has(asked));
  await inParallel(missing, AT_ONCE, async (asked) => {
    into.keep(asked, await site.ask(asked.path, askerOf(cast, asked)));
  });
  return missing.length;
}

/** A share of them that is the same for the same seed. */
export const drawn = <Item extends Asked>(all: readonly Item[], seed: string, most: number): Item[] =>
  all
    .map((item) => ({
      item,
      place: createHash('sha1')
        .update(`${seed} ${keyOf(item)}`)
        .digest('base64'),
    }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, most)
    .map(({ item }) => item);
