import { ZONES } from './import-rule';
import type { ImportGraph } from './imports';

const within = (path: string, zone: string) => path === zone || path.startsWith(`${zone}/`);

/** Every import that breaks the import rule, as `from → to: why`; tests keep it too. */
export function violationsIn(graph: ImportGraph): string[] {
  const found: string[] = [];
  for (const [path, edges] of graph)
    for (const { to } of edges)
      for (const { target, from, message } of ZONES)
        if (within(path, target) && from.some((zone) => within(to, zone)))
          found.push(`${path} → ${to}: ${message}`);
  return found;
}
