import { randomInt } from 'node:crypto';

/** What is drawn can be drawn again from the same seed. */
export class Draw {
  constructor(private state: number) {}

  static fromNowhere(): { draw: Draw; seed: number } {
    const given = Number(process.env['TRUST_SEED']);
    const seed = Number.isSafeInteger(given) && given > 0 ? given : randomInt(1, 2 ** 31);
    return { draw: new Draw(seed), seed };
  }

  /** A number from 0 to below 1: mulberry32, by T. Ettinger (public domain). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  of<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to draw from');
    return item;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  times<Item>(from: number, to: number, make: () => Item): Item[] {
    return Array.from({ length: from + this.below(to - from + 1) }, make);
  }
}
