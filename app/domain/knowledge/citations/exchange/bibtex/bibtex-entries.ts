import { MOST_RECORDS } from '../clean-record';
import { lineCounter } from '../read-record';

/** An entry as the file has it: type and field names in lower case, values still in LaTeX. */
export interface BibtexEntry {
  type: string;
  line: number;
  fields: Map<string, string>;
}

/** An entry starts a line, or follows the end of the entry before it. */
const START = /(?:^[ \t]{0,200}|[})][ \t]{0,200})@([A-Za-z]{1,40})\s{0,20}([{(])/gm;
const NOT_ENTRIES = new Set(['comment', 'preamble']);
const WORD = /[^\s=,{}()"#%']{1,100}/y;
const SPACE = /\s*/y;
const BETWEEN = /[\s,]*/y;
const KEY = /[^,={}"]*/y;
const MOST_VALUE = 100_000;
const MOST_FIELDS = 1000;

const MONTHS = 'january february march april may june july august september october november december';

class Cursor {
  at: number;
  constructor(
    readonly text: string,
    from: number,
    readonly end: number,
  ) {
    this.at = from;
  }

  get sign(): string {
    return this.at < this.end ? this.text.charAt(this.at) : '';
  }

  skip(expression: RegExp): void {
    expression.lastIndex = this.at;
    this.at = Math.min(this.at + (expression.exec(this.text)?.[0].length ?? 0), this.end);
  }

  take(expression: RegExp): string {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text)?.[0] ?? '';
    const within = found.slice(0, Math.max(0, this.end - this.at));
    this.at += within.length;
    return within;
  }

  /** What stands up to `close` outside inner braces, without it; all that is left when it never comes. */
  takeDelimited(close: '}' | '"'): string {
    const from = this.at + 1;
    const sign = /[\\{}"]/g;
    sign.lastIndex = from;
    let depth = 0;
    this.at = this.end;
    for (let found = sign.exec(this.text); found && found.index < this.end; found = sign.exec(this.text)) {
      if (found[0] === close && depth === 0) {
        this.at = found.index;
        break;
      }
      if (found[0] === '\\') sign.lastIndex = found.index + 2;
      else if (found[0] === '{') depth += 1;
      else if (found[0] === '}') depth = Math.max(0, depth - 1);
    }
    const value = this.text.slice(from, Math.min(this.at, this.end, from + MOST_VALUE));
    this.at = Math.min(this.at + 1, this.end);
    return value;
  }
}

/** `{…}`, `"…"`, a number or a macro, joined by `#`. */
function valueAt(cursor: Cursor, macros: Map<string, string>): string {
  const parts: string[] = [];
  let length = 0;
  for (;;) {
    cursor.skip(SPACE);
    let part: string;
    if (cursor.sign === '{') part = cursor.takeDelimited('}');
    else if (cursor.sign === '"') part = cursor.takeDelimited('"');
    else {
      const word = cursor.take(WORD);
      part = macros.get(word.toLowerCase()) ?? word;
    }
    if (length < MOST_VALUE) parts.push(part.slice(0, MOST_VALUE - length));
    length += part.length;
    cursor.skip(SPACE);
    if (cursor.sign !== '#') return parts.join('');
    cursor.at += 1;
  }
}

/** `name = value` pairs up to the end of the entry or the first thing that is none; the first of a name counts. */
function fieldsAt(cursor: Cursor, macros: Map<string, string>): Map<string, string> {
  const fields = new Map<string, string>();
  for (;;) {
    cursor.skip(BETWEEN);
    const name = cursor.take(WORD).toLowerCase();
    cursor.skip(SPACE);
    if (name === '' || cursor.sign !== '=' || fields.size >= MOST_FIELDS) return fields;
    cursor.at += 1;
    const value = valueAt(cursor, macros);
    if (!fields.has(name)) fields.set(name, value);
  }
}

/** The key of an entry; entries without one are read all the same. */
function skipKey(cursor: Cursor): void {
  const start = cursor.at;
  cursor.skip(KEY);
  if (cursor.sign !== ',') cursor.at = start;
}

/**
 * The entries of a BibTeX file in order, its `@string` macros put in. An entry that never closes ends where the
 * next one starts, so that reading takes time in proportion to the text, whatever the text.
 */
export function bibtexEntries(text: string): BibtexEntry[] {
  const macros = new Map<string, string>(MONTHS.split(' ').map((month) => [month.slice(0, 3), month]));
  const starts = [...text.matchAll(START)].map((found) => ({
    type: (found[1] ?? '').toLowerCase(),
    from: found.index + found[0].length,
    before: found.index,
  }));
  const entries: BibtexEntry[] = [];
  const lineOf = lineCounter(text);
  for (const [index, { type, from, before }] of starts.entries()) {
    if (NOT_ENTRIES.has(type)) continue;
    if (entries.length > MOST_RECORDS) break;
    const next = starts[index + 1];
    const cursor = new Cursor(text, from, next ? next.before + 1 : text.length);
    if (type === 'string') {
      for (const [name, value] of fieldsAt(cursor, macros)) macros.set(name, value);
      continue;
    }
    skipKey(cursor);
    // What starts a new line is found with the end of the entry before it.
    const line = lineOf(text.indexOf('@', before));
    entries.push({ type, line, fields: fieldsAt(cursor, macros) });
  }
  return entries;
}
