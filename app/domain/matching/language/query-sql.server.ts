import { Prisma } from '~/platform/generated/prisma/client';
import type { Noun } from './fields';
import { all, any, asksForSomething, isJoint, together, type Tree } from './query-tree';
import { UNKNOWN, type Asker, type Condition } from './sql/conditions.server';
import { FINDING_FIELDS } from './sql/finding-fields.server';
import { EXPERT_FIELDS, ORGANISATION_FIELDS } from './sql/people-fields.server';
import { QUESTION_FIELDS } from './sql/question-fields.server';
import { formulaSql } from './sql/ratings.server';
import { isGuarded, isText, markedQuery, soughtQuery, textQuery } from './sql/text.server';

/** How the rows of a noun are asked for words: on the row itself, or from within a larger condition. */
export interface Texts {
  onRow: (query: Prisma.Sql) => Prisma.Sql;
  within: (query: Prisma.Sql) => Prisma.Sql;
}

export interface Wanted {
  /** True of the rows that are found; false, or null for what does not apply or may not be known. */
  condition: Prisma.Sql;
  /** The tsquery by which they are ranked; null where only fields were asked for. */
  sought: Prisma.Sql | null;
  /** The same for texts as they were written, each in its own spelling: what is marked in them. */
  marked: Prisma.Sql | null;
}

const FIELDS: Record<Noun, Partial<Record<string, Condition>>> = {
  question: QUESTION_FIELDS,
  finding: FINDING_FIELDS,
  expert: EXPERT_FIELDS,
  organisation: ORGANISATION_FIELDS,
};

/**
 * A tree as a condition on the rows of a noun: `q` with its route `r`, `f` with its current version `v`, `p`, `o`.
 * Fields map to fixed fragments and every text of the tree is a parameter. It is a logic of three values: a field
 * that does not apply or may not be known is neither true nor false, so turning it round finds nothing either.
 * Null where it can be true of no row.
 */
export function wantedOf(noun: Noun, tree: Tree, asker: Asker, texts: Texts): Wanted | null {
  if (!asksForSomething(tree) || !canApply(noun, tree)) return null;
  const compiler = new Compiler(noun, asker, texts);
  return { condition: compiler.top(tree), sought: soughtQuery(tree), marked: markedQuery(tree) };
}

const applies = (noun: Noun, tree: Tree): boolean => {
  if (tree.kind === 'field') return FIELDS[noun][tree.field] !== undefined;
  return tree.kind !== 'formula' || noun === 'finding';
};

/** False only where no row of the noun can be found, whatever it holds. */
function canApply(noun: Noun, tree: Tree): boolean {
  if (tree.kind === 'any') return tree.parts.some((part) => canApply(noun, part));
  if (isJoint(tree)) return tree.parts.every((part) => canApply(noun, part));
  if (tree.kind === 'not') return isJoint(tree.of) || applies(noun, tree.of);
  return applies(noun, tree);
}

class Compiler {
  constructor(
    private readonly noun: Noun,
    private readonly asker: Asker,
    private readonly texts: Texts,
  ) {}

  /** Words that all rows must hold are asked of the row itself, where the index is. */
  top(tree: Tree): Prisma.Sql {
    if (isText(tree) && isGuarded(tree)) return this.onRow(tree);
    if (!isJoint(tree) || tree.kind === 'any') return this.condition(tree);
    const { text, others } = split(tree);
    const conditions = others.map((part) => this.condition(part));
    if (text) conditions.unshift(Prisma.sql`(numnode(${textQuery(text)}) = 0 OR ${this.onRow(text)})`);
    return allOf(conditions);
  }

  private onRow(tree: Tree): Prisma.Sql {
    const query = textQuery(tree);
    return Prisma.sql`(${saysSomething(query)} AND ${this.texts.onRow(query)})`;
  }

  private within(tree: Tree): Prisma.Sql {
    const query = textQuery(tree);
    return Prisma.sql`(${saysSomething(query)} AND ${this.texts.within(query)})`;
  }

  private condition(tree: Tree): Prisma.Sql {
    if (isText(tree) && isGuarded(tree)) return this.within(tree);
    switch (tree.kind) {
      case 'field':
        return FIELDS[this.noun][tree.field]?.(tree.test, this.asker) ?? UNKNOWN;
      case 'formula':
        return this.noun === 'finding' ? formulaSql(tree.formula, tree.by, tree.value, this.asker) : UNKNOWN;
      case 'not':
        return Prisma.sql`NOT ${this.condition(tree.of)}`;
      case 'any':
        return this.either(tree.parts);
      case 'together':
      case 'all':
        return this.both(tree);
      case 'word':
      case 'phrase':
        return this.within(tree);
    }
  }

  private either(parts: readonly Tree[]): Prisma.Sql {
    const texts = parts.filter((part) => isText(part) && isGuarded(part));
    const others = parts.filter((part) => !texts.includes(part));
    const conditions = others.map((part) => this.condition(part));
    if (texts.length > 0) conditions.push(this.within(any(texts)));
    return Prisma.sql`(${Prisma.join(conditions, ' OR ')})`;
  }

  private both(tree: Tree): Prisma.Sql {
    const { text, others } = split(tree);
    const conditions = others.map((part) => this.condition(part));
    if (text) conditions.push(Prisma.sql`(numnode(${textQuery(text)}) = 0 OR ${this.within(text)})`);
    return allOf(conditions);
  }
}

/** Not stop words alone, and not only what is left out: what an index can find. */
const saysSomething = (query: Prisma.Sql): Prisma.Sql => Prisma.sql`querytree(${query}) NOT IN ('', 'T')`;

const allOf = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join([...conditions], ' AND ')})`;

/** The words of a row of terms or of an AND, as one text, and what else it asks for. */
function split(tree: Tree): { text: Tree | null; others: Tree[] } {
  const parts = isJoint(tree) ? tree.parts : [tree];
  const texts = parts.filter((part) => isText(part) && isGuarded(part));
  const others = parts.filter((part) => !texts.includes(part));
  if (texts.length === 0) return { text: null, others };
  return { text: tree.kind === 'all' ? all(texts) : together(texts), others };
}
