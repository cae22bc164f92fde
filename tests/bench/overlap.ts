import { readFileSync } from 'node:fs';
import { candidatePairs, type Compared } from '~/domain/matching/overlap/overlap';
import { cadences, type Cadence } from '~/domain/governance/groups/group';

interface Invented {
  id: string;
  kind: 'governs' | 'discusses';
  name: string;
  purpose: string;
  areas: string[];
  strands: string[];
  levels: string[];
  members: string[];
  cadence: Cadence;
}

interface Vocabulary {
  threat_areas: { id: string; name: string; aliases: string[] }[];
  enablers: { id: string; name: string; children?: string[] }[];
}

const read = <Value>(path: string): Value =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Value;

const LEAST_RECALL = 0.9;
const LEAST_PRECISION = 0.5;

/** The words of the field as they are loaded: by slug, each with its names and what lies above it. */
function vocabulary() {
  const { threat_areas: areas, enablers } = read<Vocabulary>('../../prisma/seed/data/taxonomy.json');
  return new Map([
    ...areas.map(({ id, name, aliases }) => [id, term(id, name, aliases)] as const),
    ...enablers.map(({ id, name }) => [id, term(id, name)] as const),
    ...enablers.flatMap(({ id, children = [] }) =>
      children.map((child) => [child, term(child, child.replaceAll('-', ' '), [], [id])] as const),
    ),
  ]);
}

const term = (slug: string, name: string, aliases: string[] = [], above: string[] = []) => ({
  ...{ slug, name, above },
  words: [name, ...aliases].join(' '),
});

/** As the fixture has them, or with the second of each planted pair in the words of a further person. */
export function inventedGroups(again = false): (Compared & Pick<Invented, 'kind'>)[] {
  const words = vocabulary();
  const reworded = again ? read<Invented[]>('./overlap/again.json') : [];
  const groups = read<Invented[]>('./overlap/groups.json').map(
    (group) => reworded.find(({ id }) => id === group.id) ?? group,
  );
  return groups.map(({ areas, members, cadence, ...group }) => ({
    ...group,
    areas: areas.flatMap((slug) => words.get(slug) ?? []),
    members: members.map((name) => ({ id: name, name })),
    cadence: cadences.indexOf(cadence),
  }));
}

export const plantedPairs = (): Set<string> =>
  new Set(read<{ pair: string[] }[]>('./overlap/pairs.json').map(({ pair }) => pair.join(' ')));

/** Which of the planted duplicates are offered for merging, and how many others with them. */
export function scoreOverlap(again = false) {
  const groups = inventedGroups(again);
  const planted = plantedPairs();
  const started = performance.now();
  const offered = candidatePairs(groups);
  const time = performance.now() - started;
  const keys = offered.map(({ firstId, secondId }) => [firstId, secondId].toSorted().join(' '));
  const found = keys.filter((key) => planted.has(key));
  return {
    ...{ groups, offered, time, found: found.length, planted: planted.size },
    recall: found.length / planted.size,
    precision: found.length / Math.max(keys.length, 1),
    missed: [...planted].filter((key) => !keys.includes(key)),
    wrong: keys.filter((key) => !planted.has(key)),
  };
}

/**
 * Ten groups told twice, the second time by somebody who had seen neither the first wording of them nor what compares
 * them. A further wording is measured beside it and judges nothing: nothing was ever set with it in sight.
 */
export function benchOverlap(): boolean {
  const { groups, offered, time, recall, precision, missed, wrong } = scoreOverlap();
  const named = (key: string) =>
    key
      .split(' ')
      .map((id) => groups.find((group) => group.id === id)?.name)
      .join(' + ');
  const count = (kind: string) => groups.filter((group) => group.kind === kind).length;
  console.log(`${count('governs')} groups that govern, ${count('discusses')} that discuss`);
  console.log(`${offered.length} pairs offered in ${time.toFixed(0)} ms`);
  for (const key of missed) console.log(`missed: ${named(key)}`);
  for (const key of wrong) console.log(`offered in vain: ${named(key)}`);
  const verdict = (good: boolean, words: string) => {
    console.log(`${good ? 'ok  ' : 'FAIL'}  ${words}`);
    return good;
  };
  const further = scoreOverlap(true);
  console.log(
    `      in further words: recall ${further.recall.toFixed(2)}, precision ${further.precision.toFixed(2)}`,
  );
  return [
    verdict(recall >= LEAST_RECALL, `recall ${recall.toFixed(2)} (≥ ${LEAST_RECALL})`),
    verdict(precision >= LEAST_PRECISION, `precision ${precision.toFixed(2)} (≥ ${LEAST_PRECISION})`),
  ].every(Boolean);
}
