import type { Passages } from './work-terms';

/** Stems and pairs of neighbouring stems by number, so that some hundred texts are counted and compared without strings. */
export class Vocabulary {
  private readonly stems = new Map<string, number>();
  /** By the first stem of a pair, then by its second. */
  private readonly pairs = new Map<number, Map<number, number>>();
  private readonly names: string[] = [];
  private readonly parts: (readonly [one: number, other: number | null])[] = [];
  private readonly found: number[] = [];
  private readonly times: number[] = [];

  /** Stems that have no frequency carry no subject and are left out. */
  constructor(private readonly frequencies: ReadonlyMap<string, number>) {}

  get size(): number {
    return this.parts.length;
  }

  isPair(term: number): boolean {
    return typeof this.parts[term]?.[1] === 'number';
  }

  /** Of a stem itself and null. */
  stemsOf(term: number): readonly [one: number, other: number | null] {
    return this.parts[term] ?? [term, null];
  }

  /** In how many works of the collection a stem occurs. */
  foundIn(stem: number): number {
    return this.found[stem] ?? 1;
  }

  /** A stem, or two with a space. */
  name(term: number): string {
    const [one, other] = this.stemsOf(term);
    return other === null ? (this.names[one] ?? '') : `${this.names[one] ?? ''} ${this.names[other] ?? ''}`;
  }

  /** How often each stem and each pair occurs; no pair reaches across two passages. */
  count(passages: Passages): { terms: number[]; counts: number[] } {
    const terms: number[] = [];
    for (const stems of passages) {
      let before: number | null = null;
      for (const stem of stems) {
        const term = this.stem(stem);
        if (term === null) continue;
        this.add(term, terms);
        if (before !== null) this.add(this.pair(before, term), terms);
        before = term;
      }
    }
    const counts = terms.map((term) => this.times[term] ?? 0);
    for (const term of terms) this.times[term] = 0;
    return { terms, counts };
  }

  private add(term: number, terms: number[]): void {
    const before = this.times[term] ?? 0;
    if (before === 0) terms.push(term);
    this.times[term] = before + 1;
  }

  private stem(stem: string): number | null {
    const known = this.stems.get(stem);
    if (known !== undefined) return known;
    const found = this.frequencies.get(stem);
    if (found === undefined) return null;
    const term = this.next([this.size, null]);
    this.stems.set(stem, term);
    this.names[term] = stem;
    this.found[term] = found;
    return term;
  }

  private pair(one: number, other: number): number {
    const after = this.pairs.get(one) ?? new Map<number, number>();
    if (after.size === 0) this.pairs.set(one, after);
    const known = after.get(other);
    if (known !== undefined) return known;
    const term = this.next([one, other]);
    after.set(other, term);
    return term;
  }

  private next(parts: readonly [one: number, other: number | null]): number {
    this.parts.push(parts);
    this.times.push(0);
    return this.parts.length - 1;
  }
}
