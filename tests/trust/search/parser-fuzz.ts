import { DEEPEST, MOST_TERMS } from '~/domain/matching/language/operators';
import { LONGEST, readQuery } from '~/domain/matching/language/query-language';
import { isJoint, printTree, type Tree } from '~/domain/matching/language/query-tree';
import type { Findings } from '../suite';
import type { Draw } from './draw';
import { grammarQuery } from './grammar-queries';
import { hostileQuery } from './hostile-queries';

/** Time of the processor, which a busy machine does not lengthen; what it cleans up meanwhile counts too. */
const SLOW_MS = 250;

/** Alternately of the grammar and hostile. */
export const anyQuery = (draw: Draw, place: number): string =>
  place % 2 === 0 ? grammarQuery(draw) : hostileQuery(draw);

/** Every input through the parser: none may fail, take long, break a bound, or read otherwise once printed. */
export function fuzzParser(draw: Draw, count: number, findings: Findings): void {
  const wrong = new Map<string, string[]>();
  const seen = { trees: 0, problems: 0, slowest: 0 };
  for (let place = 0; place < count; place += 1) {
    const text = anyQuery(draw, place);
    const started = process.cpuUsage();
    const complaint = complaintAbout(text, seen);
    const { user, system } = process.cpuUsage(started);
    const took = (user + system) / 1000;
    seen.slowest = Math.max(seen.slowest, took);
    const kind = complaint ?? (took > SLOW_MS ? `took over ${SLOW_MS} ms` : null);
    if (kind) wrong.set(kind, [...(wrong.get(kind) ?? []), text]);
  }
  for (const [kind, texts] of wrong)
    findings.check(
      false,
      `${texts.length} inputs: ${kind}, such as ${JSON.stringify(texts[0]).slice(0, 200)}`,
    );
  findings.say(
    `${seen.trees} gave a tree, ${seen.problems} a problem; the slowest took ${seen.slowest.toFixed(1)} ms`,
  );
  findings.check(wrong.size === 0, `${count} inputs through the parser`);
}

function complaintAbout(text: string, seen: { trees: number; problems: number }): string | null {
  try {
    const { tree, problems } = readQuery(text);
    if (tree) seen.trees += 1;
    if (problems.length > 0) seen.problems += 1;
    if (problems.some(({ at, text: said }) => at < 0 || at > Math.min(text.length, LONGEST) || said === ''))
      return 'a problem stands nowhere';
    return tree && wrongIn(tree);
  } catch (error) {
    return `failed with ${String(error)}`;
  }
}

function wrongIn(tree: Tree): string | null {
  const { terms, levels } = sizeOf(tree);
  if (terms > MOST_TERMS || levels > 3 * DEEPEST) return 'a tree beyond its bounds';
  const printed = printTree(tree);
  if (/[\0\uD800-\uDFFF]/.test(printed.replaceAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '')))
    return 'a character that a database refuses';
  if (printed.length > LONGEST) return null;
  const again = readQuery(printed).tree;
  return again && printTree(again) === printed ? null : 'another tree once it is printed';
}

function sizeOf(tree: Tree): { terms: number; levels: number } {
  if (tree.kind === 'not') return { ...sizeOf(tree.of), levels: sizeOf(tree.of).levels + 1 };
  if (!isJoint(tree)) return { terms: 1, levels: 1 };
  const parts = tree.parts.map(sizeOf);
  return {
    terms: parts.reduce((sum, part) => sum + part.terms, 0),
    levels: 1 + Math.max(...parts.map((part) => part.levels)),
  };
}
