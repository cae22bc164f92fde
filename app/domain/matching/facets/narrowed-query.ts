import { MOST_FIELDS } from '../language/lexer';
import { LONGEST, readQuery, type Query } from '../language/query-language';
import { isJoint, printTest, printTree, together, type Tree } from '../language/query-tree';
import { FACETS, type Facet, type FacetField, type FacetValue } from './facet';

/** A value to narrow by, with the text of the query that does. */
export interface Offer extends Omit<Facet, 'values'> {
  values: (FacetValue & { narrowed: string })[];
}

export interface Offered {
  chosen: (Condition & { title: string; label: string })[];
  offers: Offer[];
}

/**
 * What a query can be narrowed by, and what it is narrowed by already, each with the query as it would be then. What
 * all that was found has would narrow nothing.
 */
export function offered(text: string, query: Query, facets: readonly Facet[], found: number): Offered {
  const conditions = conditionsOf(query.tree);
  const chosen = conditions.map((condition) => {
    const { field, value } = condition;
    const held = facets.find((facet) => facet.field === field)?.values.find((one) => one.value === value);
    return { ...condition, title: titleOf(field), label: held?.label ?? value };
  });
  const offers = facets.flatMap(({ values, ...facet }): Offer[] => {
    const others = values.flatMap((one) => {
      const isChosen = conditions.some(({ field, value }) => field === facet.field && value === one.value);
      const narrows = !isChosen && one.number < found;
      const longer = !narrows ? null : narrowed(text, query, facet.field, one.value);
      return longer === null ? [] : [{ ...one, narrowed: longer }];
    });
    return others.length > 0 ? [{ ...facet, values: others }] : [];
  });
  return { chosen, offers };
}

const titleOf = (field: string): string => (field in FACETS ? FACETS[field as FacetField] : field);

/** One condition that is in force, and the text of the query without it. */
export interface Condition {
  field: string;
  /** One of the values, or all of the test where it has none. */
  value: string;
  without: string;
}

type FieldTree = Extract<Tree, { kind: 'field' }>;
const isField = (tree: Tree): tree is FieldTree => tree.kind === 'field';

/** Conditions that hold for everything that is found: those that stand beside whatever else is asked for. */
export function conditionsOf(tree: Tree | null): Condition[] {
  if (!tree) return [];
  const parts = topParts(tree);
  return parts.filter(isField).flatMap((part): Condition[] => {
    const { field, test } = part;
    const others = parts.filter((other) => other !== part);
    const among = test.kind === 'among' ? test.values : [];
    if (among.length < 2)
      return [{ field, value: among[0] ?? printTest(test), without: printed(tree, others) }];
    return among.map((value) => {
      const values = among.filter((other) => other !== value);
      const rest: Tree = { kind: 'field', field, test: { kind: 'among', values } };
      return {
        field,
        value,
        without: printed(
          tree,
          parts.map((other) => (other === part ? rest : other)),
        ),
      };
    });
  });
}

const topParts = (tree: Tree): readonly Tree[] =>
  isJoint(tree) && tree.kind !== 'any' ? tree.parts : [tree];

function printed(tree: Tree, parts: readonly Tree[]): string {
  if (parts.length === 0) return '';
  if (tree.kind === 'all')
    return printTree(parts.length === 1 && parts[0] ? parts[0] : { kind: 'all', parts });
  return printTree(together(parts));
}

/** The text of a query with one more condition; null where it would be more than a query can hold. */
export function narrowed(
  text: string,
  { tree, problems }: Query,
  field: FacetField,
  value: string,
): string | null {
  const condition: Tree = { kind: 'field', field, test: { kind: 'among', values: [value] } };
  if (!tree || countFields(tree) >= MOST_FIELDS || value.includes('"')) return null;
  const asTyped = problems.length > 0 ? printTree(tree) : text.trim();
  const base = tree.kind === 'any' ? `(${asTyped})` : asTyped;
  const longer = `${base}${tree.kind === 'all' ? ' AND ' : ' '}${printTree(condition)}`;
  return longer.length <= LONGEST && readQuery(longer).problems.length === 0 ? longer : null;
}

function countFields(tree: Tree): number {
  if (tree.kind === 'not') return countFields(tree.of);
  if (isJoint(tree)) return tree.parts.reduce((sum, part) => sum + countFields(part), 0);
  return tree.kind === 'field' || tree.kind === 'formula' ? 1 : 0;
}
