import { zones as lintZones } from '../lint/zones.js';
import type { ImportGraph } from './imports';

const zones: { target: string; from: string[] }[] = lintZones;

const within = (path: string, zone: string) => {
  const folder = zone.replace(/^\.\//, '');
  return path === folder || path.startsWith(`${folder}/`);
};

const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** Every import that crosses a zone of the lint configuration, as `from → to`. Tests may cross. */
export function violationsIn(graph: ImportGraph): string[] {
  const found: string[] = [];
  for (const [path, edges] of graph)
    if (!isTest(path))
      for (const { to } of edges)
        if (
          zones.some(
            ({ target, from }) => within(path, target) && from.some((zone) => within(to, zone)),
          )
        )
          found.push(`${path} → ${to}`);
  return found;
}
