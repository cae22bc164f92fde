import { isJoint, type Tree } from '../language/query-tree';

const LETTERS = /\p{Letter}+/gu;

/** Words that are looked for, each as it was typed; what is left out needs no suggestion. */
export function soughtWords(tree: Tree): string[] {
  if (isJoint(tree)) return [...new Set(tree.parts.flatMap(soughtWords))];
  if (tree.kind !== 'word' && tree.kind !== 'phrase') return [];
  return tree.text.match(LETTERS) ?? [];
}

/** A tree with one word for another, wherever it is looked for. */
export function withWord(tree: Tree, word: string, instead: string): Tree {
  if (isJoint(tree)) return { ...tree, parts: tree.parts.map((part) => withWord(part, word, instead)) };
  if (tree.kind !== 'word' && tree.kind !== 'phrase') return tree;
  return { ...tree, text: tree.text.replaceAll(LETTERS, (one) => (one === word ? instead : one)) };
}

export interface TypedTerm {
  field: string;
  value: string;
}

/** Values of fields that take terms, turned round or not. */
export function typedTerms(tree: Tree, fields: ReadonlySet<string>): TypedTerm[] {
  if (isJoint(tree)) return tree.parts.flatMap((part) => typedTerms(part, fields));
  if (tree.kind === 'not') return typedTerms(tree.of, fields);
  if (tree.kind !== 'field' || tree.test.kind !== 'among' || !fields.has(tree.field)) return [];
  return tree.test.values.map((value) => ({ field: tree.field, value }));
}

/** A tree with one value of a field for another. */
export function withTerm(tree: Tree, typed: TypedTerm, instead: string): Tree {
  if (isJoint(tree)) return { ...tree, parts: tree.parts.map((part) => withTerm(part, typed, instead)) };
  if (tree.kind === 'not') return { kind: 'not', of: withTerm(tree.of, typed, instead) };
  if (tree.kind !== 'field' || tree.field !== typed.field || tree.test.kind !== 'among') return tree;
  const values = tree.test.values.map((value) => (value === typed.value ? instead : value));
  return { ...tree, test: { kind: 'among', values: [...new Set(values)] } };
}
