import type { Tree } from './query-tree';

/** A place in the text, counted from 0 in UTF-16 units, and what is wrong there in the words of a page. */
export interface Problem {
  text: string;
  at: number;
  /** The whole text as it was probably meant, where that can be told. */
  meant?: string;
}

export interface Operator {
  kind: 'and' | 'or' | 'not' | 'open' | 'close';
  at: number;
  /** As it was typed; empty for a minus. */
  text: string;
}
export type Token = { kind: 'term'; at: number; tree: Tree } | Operator;

export const OPERATORS = { AND: 'and', OR: 'or', NOT: 'not' } as const;
export const isOperator = (word: string): word is keyof typeof OPERATORS => Object.hasOwn(OPERATORS, word);

/** A word that cannot be mistaken for an operator. */
export const wordOf = (text: string): Tree => ({
  kind: 'word',
  text: isOperator(text) ? text.toLowerCase() : text,
});
