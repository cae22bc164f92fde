import { MEASURE, type FieldName, type FormulaName } from './fields';

export const COMPARISONS = ['=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What a field has to be. Days stand as they were typed: `2026-12-01`, `2026-12`, `2026` or `today`. */
export type Test =
  | { kind: 'among'; values: readonly string[] }
  | { kind: 'number'; by: Comparison; value: number }
  | { kind: 'numbers'; from: number; to: number }
  | { kind: 'day'; by: Comparison; value: string }
  | { kind: 'days'; from: string; to: string };

/** What every part of a row of terms asks for: see `together`. */
export type Tree =
  | { kind: 'word'; text: string }
  | { kind: 'phrase'; text: string }
  | { kind: 'field'; field: FieldName; test: Test }
  | { kind: 'formula'; formula: FormulaName; by: Comparison; value: number }
  | { kind: 'not'; of: Tree }
  | { kind: 'together' | 'all' | 'any'; parts: readonly Tree[] };

export type Joint = Extract<Tree, { parts: readonly Tree[] }>;

export const isJoint = (tree: Tree): tree is Joint => 'parts' in tree;

/** Parts of the same kind are one: no joint stands in its like, and none holds fewer than two parts. */
function joined(kind: Joint['kind'], parts: readonly Tree[]): Tree {
  const flat = parts.flatMap((part) => (isJoint(part) && part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  return only && flat.length === 1 ? only : { kind, parts: flat };
}

/**
 * Terms side by side: everything but loose words must hold; of the loose words one is enough, none where a phrase
 * holds, and more of them rank higher.
 */
export const together = (parts: readonly Tree[]): Tree => joined('together', parts);
export const all = (parts: readonly Tree[]): Tree => joined('all', parts);
export const any = (parts: readonly Tree[]): Tree => joined('any', parts);
export const not = (of: Tree): Tree => (of.kind === 'not' ? of.of : { kind: 'not', of });

const BARE = /^[\p{Letter}\p{Number}](?:[._/&'’+-]?[\p{Letter}\p{Number}])*$/u;
const printValue = (value: string): string => (BARE.test(value) ? value : `"${value}"`);
const printComparison = (by: Comparison): string => (by === '=' ? '' : by);

export function printTest(test: Test): string {
  switch (test.kind) {
    case 'among':
      return test.values.map(printValue).join(',');
    case 'number':
    case 'day':
      return `${printComparison(test.by)}${test.value}`;
    case 'numbers':
    case 'days':
      return `${test.from}..${test.to}`;
  }
}

const BINDING = { any: 0, all: 1, together: 2, not: 3 };
const SIGNS = { any: ' OR ', all: ' AND ', together: ' ' };
const bindingOf = (tree: Tree): number => (isJoint(tree) ? BINDING[tree.kind] : BINDING.not);

/** The canonical text of a tree: reading it gives the same tree. */
export function printTree(tree: Tree): string {
  switch (tree.kind) {
    case 'word':
      return tree.text;
    case 'phrase':
      return `"${tree.text}"`;
    case 'field':
      return `${tree.field}:${printTest(tree.test)}`;
    case 'formula':
      return `${tree.formula}(${MEASURE})${tree.by}${tree.value}`;
    case 'not':
      return `NOT ${printWithin(tree.of, BINDING.not)}`;
    case 'together':
    case 'all':
    case 'any':
      return tree.parts.map((part) => printWithin(part, BINDING[tree.kind])).join(SIGNS[tree.kind]);
  }
}

const printWithin = (tree: Tree, binding: number): string =>
  bindingOf(tree) < binding ? `(${printTree(tree)})` : printTree(tree);

/** A search that only leaves things out asks for nothing; a field asks even where it is turned round. */
export function asksForSomething(tree: Tree): boolean {
  return holdsField(tree) || holdsWords(tree);
}

function holdsField(tree: Tree): boolean {
  if (tree.kind === 'not') return holdsField(tree.of);
  return isJoint(tree) ? tree.parts.some(holdsField) : tree.kind === 'field' || tree.kind === 'formula';
}

/** Whether any word or phrase is looked for, rather than left out. */
function holdsWords(tree: Tree): boolean {
  if (isJoint(tree)) return tree.parts.some(holdsWords);
  return tree.kind === 'word' || tree.kind === 'phrase';
}

/** Loose words alone, as the lists of questions and findings read them too. */
export const isPlain = (tree: Tree): boolean =>
  tree.kind === 'word' || (tree.kind === 'together' && tree.parts.every(isPlain));
