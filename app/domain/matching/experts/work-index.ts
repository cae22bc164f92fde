import { GrowingNumbers } from './growing-numbers';
import { occurrenceWeight, rarity, stemsAndBigrams } from './term-weights';

export interface QuestionTerm {
  term: string;
  /** Where the term stands in the index. */
  row: number;
  /** Its weight in the question's vector of unit length. */
  weight: number;
}

export interface Similarities {
  /** The terms that were looked up, rarest first. */
  terms: readonly QuestionTerm[];
  /** One cosine per work, from 0 to 1, in the order of the works. */
  ofWorks: Float64Array;
}

/**
 * Works as vectors of unit length, `occurrenceWeight × rarity` per stem and bigram, turned into lists of the works
 * that hold a term (an inverted index). The cosine of a question with all works costs one addition per shared term.
 * A text is given in passages: `[title, abstract]`.
 */
export class WorkIndex {
  private readonly rows = new Map<string, number>();
  /** Term r is held by the works from `starts[r]` up to `starts[r + 1]`, in rising order. */
  private readonly starts: Uint32Array;
  private readonly works: Uint32Array;
  private readonly weights: Float32Array;
  readonly size: number;

  constructor(texts: readonly (readonly string[])[]) {
    this.size = texts.length;
    const rowsOfWorks = new GrowingNumbers();
    const counts = new GrowingNumbers();
    const ends = texts.map((passages) => {
      for (const [term, count] of stemsAndBigrams(passages)) {
        rowsOfWorks.push(this.rowFor(term));
        counts.push(count);
      }
      return rowsOfWorks.length;
    });
    this.starts = startsOf(rowsOfWorks, this.rows.size);
    this.works = new Uint32Array(rowsOfWorks.length);
    this.weights = new Float32Array(rowsOfWorks.length);
    this.fill(ends, rowsOfWorks, counts);
  }

  /**
   * Cosines of a question with every work. Terms are looked up rarest first until `mostPostings` occurrences were
   * read; what is left then are common terms, which part every work from the truth by the same few terms. Terms
   * that no work holds are left out of the question's length.
   */
  similarities(question: readonly string[], mostPostings = Infinity): Similarities {
    const terms: QuestionTerm[] = [];
    const ofWorks = new Float64Array(this.size);
    let read = 0;
    for (const found of this.termsOf(question)) {
      const [from, to] = this.range(found.row);
      read += to - from;
      if (read > mostPostings && terms.length > 0) break;
      terms.push(found);
      for (let index = from; index < to; index += 1) {
        const work = this.works[index] ?? 0;
        ofWorks[work] = (ofWorks[work] ?? 0) + found.weight * (this.weights[index] ?? 0);
      }
    }
    return { terms, ofWorks };
  }

  /** What a term weighs in a work: 0 when the work does not hold it. Time grows with the logarithm of its works. */
  weightIn(row: number, work: number): number {
    const [from, to] = this.range(row);
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.works[middle] ?? 0) < work) low = middle + 1;
      else high = middle;
    }
    return low < to && this.works[low] === work ? (this.weights[low] ?? 0) : 0;
  }

  /** Rarest first; terms as rare as each other keep the order of the question. */
  private termsOf(question: readonly string[]): QuestionTerm[] {
    const terms = [...stemsAndBigrams(question)].flatMap(([term, count]) => {
      const row = this.rows.get(term);
      return row === undefined ? [] : [{ term, row, weight: occurrenceWeight(count) * this.rarityOf(row) }];
    });
    const length = Math.hypot(...terms.map(({ weight }) => weight)) || 1;
    return terms
      .map((term) => ({ ...term, weight: term.weight / length }))
      .sort((a, b) => this.found(a.row) - this.found(b.row));
  }

  private fill(ends: readonly number[], rowsOfWorks: GrowingNumbers, counts: GrowingNumbers): void {
    const next = this.starts.slice();
    let from = 0;
    ends.forEach((to, work) => {
      const weightAt = (index: number) =>
        occurrenceWeight(counts.at(index)) * this.rarityOf(rowsOfWorks.at(index));
      let squares = 0;
      for (let index = from; index < to; index += 1) squares += weightAt(index) ** 2;
      for (let index = from; index < to; index += 1) {
        const row = rowsOfWorks.at(index);
        const place = next[row] ?? 0;
        this.works[place] = work;
        this.weights[place] = weightAt(index) / Math.sqrt(squares);
        next[row] = place + 1;
      }
      from = to;
    });
  }

  private rowFor(term: string): number {
    const known = this.rows.get(term);
    if (known !== undefined) return known;
    this.rows.set(term, this.rows.size);
    return this.rows.size - 1;
  }

  private range(row: number): [from: number, to: number] {
    return [this.starts[row] ?? 0, this.starts[row + 1] ?? 0];
  }

  private found(row: number): number {
    const [from, to] = this.range(row);
    return to - from;
  }

  private rarityOf(row: number): number {
    return rarity(this.size, this.found(row));
  }
}

function startsOf(rowsOfWorks: GrowingNumbers, rows: number): Uint32Array {
  const starts = new Uint32Array(rows + 1);
  for (let index = 0; index < rowsOfWorks.length; index += 1) {
    const after = rowsOfWorks.at(index) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let row = 0; row < rows; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  return starts;
}
