import type { TypedValue } from './field-values';
import { isOperator, type Problem } from './tokens';

/** A place in a text that only moves forward, and what is read there. */
export class Scanner {
  readonly problems: Problem[] = [];
  protected at = 0;

  constructor(protected readonly text: string) {}

  protected problem(at: number, text: string, meant?: string): void {
    this.problems.push({ at, text, ...(meant === undefined ? {} : { meant }) });
  }

  /** The text with another one for what stands between two places. */
  protected withInstead(from: number, to: number, instead: string): string {
    return this.text.slice(0, from) + instead + this.text.slice(to);
  }

  /** Of a sticky pattern, at this place. */
  protected match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }

  /** What stands after the colon of a field, in parts between commas. */
  protected values(): TypedValue[] {
    const values: TypedValue[] = [];
    do {
      values.push(this.text.charAt(this.at) === '"' ? this.quoted() : this.bare(/[\s,"]/));
    } while (this.match(/,(?=[^\s])/y) && ++this.at);
    if (this.text.charAt(this.at) === ',') this.at += 1;
    return values;
  }

  private quoted(): TypedValue {
    const start = this.at + 1;
    const end = this.text.indexOf('"', start);
    this.at = end === -1 ? start : end + 1;
    if (end !== -1) return { text: this.text.slice(start, end), quoted: true };
    this.problem(start - 1, 'This quotation mark is never closed');
    return this.bare(/[\s,"]/);
  }

  /** Up to an end or a parenthesis that closes nothing of its own. */
  protected bare(end: RegExp): TypedValue {
    const start = this.at;
    let open = 0;
    for (; this.at < this.text.length; this.at += 1) {
      const sign = this.text.charAt(this.at);
      if (end.test(sign) || (sign === ')' && open === 0)) break;
      if (sign === '(' && this.at - start <= 3 && isOperator(this.text.slice(start, this.at))) break;
      if (sign === '(') open += 1;
      if (sign === ')') open -= 1;
    }
    const text = this.text.slice(start, this.at);
    return { text: open > 0 ? text.replaceAll(/[()]/g, ' ') : text, quoted: false };
  }
}
