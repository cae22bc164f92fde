import { posix } from 'node:path';

/** Which file imports which, by path. Imports of types count for zones, not for cycles. */
export type ImportGraph = Map<string, { to: string; typeOnly: boolean }[]>;

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/g;
const DYNAMIC = /import\(\s*['"]([^'"]+)['"]\s*\)/g;
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.js', '/index.ts'];

export function importsOf(files: { path: string; text: string }[]): ImportGraph {
  const known = new Set(files.map(({ path }) => path));
  const resolve = (from: string, wanted: string): string | undefined => {
    const base = wanted.startsWith('~/')
      ? `app/${wanted.slice(2)}`
      : wanted.startsWith('.')
        ? posix.join(posix.dirname(from), wanted)
        : undefined;
    return base === undefined
      ? undefined
      : ENDINGS.map((ending) => base + ending).find((path) => known.has(path));
  };
  const graph: ImportGraph = new Map();
  for (const { path, text } of files) {
    const found = [
      ...[...text.matchAll(IMPORT)].map((match) => ({ wanted: match[2] ?? '', typeOnly: Boolean(match[1]) })),
      ...[...text.matchAll(DYNAMIC)].map((match) => ({ wanted: match[1] ?? '', typeOnly: false })),
    ];
    const edges = found.flatMap(({ wanted, typeOnly }) => {
      const to = resolve(path, wanted);
      return to ? [{ to, typeOnly }] : [];
    });
    graph.set(path, edges);
  }
  return graph;
}

/** Cycles among imports of values: one path for each strongly connected group (Tarjan 1972). */
export function cyclesIn(graph: ImportGraph): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    low.set(node, order.get(node) ?? 0);
    stack.push(node);
    for (const { to, typeOnly } of graph.get(node) ?? []) {
      if (typeOnly) continue;
      if (!order.has(to)) {
        visit(to);
        low.set(node, Math.min(low.get(node) ?? 0, low.get(to) ?? 0));
      } else if (stack.includes(to)) low.set(node, Math.min(low.get(node) ?? 0, order.get(to) ?? 0));
    }
    if (low.get(node) !== order.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) cycles.push(group);
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return cycles;
}
