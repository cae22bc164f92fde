import { FIELDS, FORMULAS, MEASURE, fieldCalled, isFormula, type FormulaName } from './fields';
import { Unread, plainNumber, readTest } from './field-values';
import { nearest } from './nearest';
import { COMPARISONS, type Tree } from './query-tree';
import { Scanner } from './scanner';
import { OPERATORS, isOperator, wordOf, type Operator, type Token } from './tokens';

/** Each field is a condition for the database to judge; nobody needs more of them. */
export const MOST_FIELDS = 12;

const LETTERS = /[\p{Letter}\p{Number}]/u;
const SPACE = /\s/;

/** Splits a text into tokens, each character once. What cannot be read as a field or formula becomes its words. */
export class Lexer extends Scanner {
  readonly tokens: Token[] = [];
  private fields = 0;

  read(): this {
    while (this.at < this.text.length) this.next();
    return this;
  }

  private next(): void {
    const { at } = this;
    const sign = this.text.charAt(at);
    if (SPACE.test(sign)) this.at += 1;
    else if (sign === '(' || sign === ')') this.push(sign === '(' ? 'open' : 'close', 1);
    else if (sign === '"') this.phrase();
    else if (sign === '-') this.minus();
    else if (!this.formula() && !this.field()) this.word();
  }

  private push(kind: Operator['kind'], length: number): void {
    this.tokens.push({ kind, at: this.at, text: this.text.slice(this.at, this.at + length) });
    this.at += length;
  }

  private term(at: number, tree: Tree): void {
    this.tokens.push({ kind: 'term', at, tree });
  }

  private condition(at: number, tree: Tree): void {
    this.fields += 1;
    if (this.fields <= MOST_FIELDS) return this.term(at, tree);
    if (this.fields === MOST_FIELDS + 1) this.problem(at, `Only the first ${MOST_FIELDS} fields were read`);
    this.words(at, this.text.slice(at, this.at));
  }

  /** The words of a text that could not be read otherwise; a minus before it is before them all. */
  private words(at: number, text: string): void {
    const words = text.match(/[\p{Letter}\p{Number}][^\s:,<>="()]*/gu) ?? [];
    const isOne = words.length < 2 || this.tokens.at(-1)?.kind !== 'not';
    if (!isOne) this.tokens.push({ kind: 'open', at, text: '' });
    for (const word of words) this.term(at, wordOf(word));
    if (!isOne) this.tokens.push({ kind: 'close', at, text: '' });
  }

  private phrase(): void {
    const { at } = this;
    const end = this.text.indexOf('"', at + 1);
    this.at = end === -1 ? at + 1 : end + 1;
    if (end === -1) return this.problem(at, 'This quotation mark is never closed');
    const text = this.text
      .slice(at + 1, end)
      .trim()
      .replaceAll(/\s+/g, ' ');
    if (LETTERS.test(text)) this.term(at, { kind: 'phrase', text });
  }

  /** Several in a row are one; one with nothing after it is a dash. */
  private minus(): void {
    const { at } = this;
    while (this.text.charAt(this.at) === '-') this.at += 1;
    if (/[^\s)]/.test(this.text.charAt(this.at))) this.tokens.push({ kind: 'not', at, text: '' });
  }

  /** Of a name that is no formula, only what can be nothing else: a sign and no space. */
  private formula(): boolean {
    const found = this.match(/([a-z]+)\(\s*([a-z]*)\s*\)(?:\s*(<=|>=|<|>|=)\s*([^\s)]*))?/iy);
    if (!found) return false;
    const { at } = this;
    const [whole, name = '', measure = '', sign, value = ''] = found;
    const formula = name.toLowerCase();
    if (!isFormula(formula) && (!sign || SPACE.test(whole))) return false;
    this.at += whole.length;
    const by = COMPARISONS.find((known) => known === sign);
    const number = plainNumber(value);
    if (isFormula(formula) && measure.toLowerCase() === MEASURE && by && number !== null)
      this.condition(at, { kind: 'formula', formula, by, value: number });
    else {
      const names = Object.keys(FORMULAS) as FormulaName[];
      const near = FORMULAS[nearest(formula, names) ?? 'mean'].example;
      this.problem(at, `“${whole}” is no formula that can be searched. The nearest is ${near}`);
      this.words(at, whole);
    }
    return true;
  }

  private field(): boolean {
    const [start, name = ''] = this.match(/([a-z][a-z-]{0,40}):(?!\/\/)/iy) ?? [];
    if (start === undefined) return false;
    const { at } = this;
    const field = fieldCalled(name);
    const follows = /[^\s)]/.test(this.text.charAt(at + start.length));
    if (!field && !follows) return false;
    this.at += start.length;
    const values = follows ? this.values() : [];
    const test = field ? readTest(field, values) : unknownField(name);
    if (field && !(test instanceof Unread)) this.condition(at, { kind: 'field', field: field.name, test });
    else {
      const typed = this.text.slice(at, this.at);
      if (test instanceof Unread)
        this.problem(at, test.why, test.meant && this.withInstead(at, this.at, test.meantIn(typed)));
      this.words(at, typed);
    }
    return true;
  }

  private word(): void {
    const { at } = this;
    const { text } = this.bare(SPACE);
    if (isOperator(text)) {
      this.at = at;
      this.push(OPERATORS[text], text.length);
    } else if (text.includes(' ')) this.words(at, text);
    else if (LETTERS.test(text)) this.term(at, wordOf(text));
  }
}

function unknownField(name: string): Unread {
  const names = FIELDS.map((field) => field.name);
  const near = nearest(name, names) ?? '';
  return new Unread(`There is no field “${name}:”. The nearest is “${near}:”`, {
    typed: `${name}:`,
    instead: `${near}:`,
  });
}
