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

export function inventedGroups(): (Compared & Pick<Invented, 'kind'>)[] {
  const words = vocabulary();
  return read<Invented[]>('./overlap/groups.json').map(({ areas, members, cadence, ...group }) => ({
    ...group,
    areas: areas.flatMap((slug) => words.get(slug) ?? []),
    members: members.map((name) => ({ id: name, name })),
    cadence: cadences.indexOf(cadence),
  }));
}

export const plantedPairs = (): Set<string> =>
  new Set(read<{ pair: string[] }[]>('./overlap/pairs.json').map(({ pair }) => pair.join(' ')));

/** Which of the planted duplicates are offered for merging, and how many others with them. */
export function scoreOverlap() {
  const groups = inventedGroups();
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

/** Ten groups told twice in other words, written before there was anything that compares groups. */
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
  return [
    verdict(recall >= LEAST_RECALL, `recall ${recall.toFixed(2)} (≥ ${LEAST_RECALL})`),
    verdict(precision >= LEAST_PRECISION, `precision ${precision.toFixed(2)} (≥ ${LEAST_PRECISION})`),
  ].every(Boolean);
}
