import { PARTS, type Weights } from '../../strategy/scoring/score';
import type { Counts } from './activity.server';
import type { Comparison } from './comparison';
import type { RankedArea, RankedPriority, RankedSet } from './ranking';

type Line = (string | number)[];

const orEmpty = (value: number | null): number | string => value ?? '';

/** Each weight a line: `weight,harm,40`. */
export const weightLines = (weights: Weights): Line[] =>
  [...PARTS, 'domestic' as const, 'overseas' as const].map((name) => ['weight', name, weights[name]]);

/** What the score of each threat area is worked out from, and the score. */
export const areaLines = (areas: readonly RankedArea[]): Line[] => [
  ['area', 'key', 'name', ...PARTS, 'home', 'place factor', 'score', 'rank', 'weak on'],
  ...areas.map(({ slug, name, scored, score, rank, weak }) => [
    ...['area', slug, name],
    ...PARTS.map((part) => orEmpty(scored[part])),
    ...[orEmpty(scored.home), score.factor, score.value, rank, weak.join(' ')],
  ]),
];

const HEAD = ['priority', 'set', 'reference', 'name', 'threat areas', 'score', 'rank'];
const ACTIVITY = ['questions', 'findings', 'awards'];

const priorityLine = (set: string, { reference, name, areas, score, rank }: RankedPriority): Line => [
  ...['priority', set, reference, name, areas.map(({ slug }) => slug).join(' ')],
  ...[orEmpty(score), orEmpty(rank)],
];

export const setLines = (set: RankedSet | null): Line[] =>
  set === null ? [] : [HEAD, ...set.priorities.map((priority) => priorityLine(set.slug, priority))];

const countsOf = ({ question, finding, award }: Counts): Line => [question, finding, award];

type CountedSet = Omit<RankedSet, 'priorities'> & {
  priorities: (RankedPriority & { counts: Counts })[];
  aligned: Counts;
};

interface Compared extends Comparison {
  one: CountedSet;
  other: CountedSet;
  all: Counts;
  untagged: Counts;
  scored: readonly RankedArea[];
}

/** The whole comparison, so that whoever has it needs nothing else to work it out again. */
export const comparisonLines = (compared: Compared, weights: Weights): Line[] => [
  ...weightLines(weights),
  ...areaLines(compared.scored),
  [...HEAD, ...ACTIVITY],
  ...[compared.one, compared.other].flatMap((set) =>
    set.priorities.map((priority) => [...priorityLine(set.slug, priority), ...countsOf(priority.counts)]),
  ),
  ['change', 'key', 'name', `rank in ${compared.one.slug}`, `rank in ${compared.other.slug}`, 'change'],
  ...compared.areas.map(({ slug, name, one, other, change }) => [
    ...['change', slug, name],
    ...[orEmpty(one), orEmpty(other), orEmpty(change)],
  ]),
  ['unmapped', 'of', 'name'],
  ...compared.unmapped.priorities.map(({ set, name }) => ['unmapped', set, name]),
  ...compared.unmapped.areas.map((name) => ['unmapped', 'both sets', name]),
  ['aligned', 'set', ...ACTIVITY],
  ...[compared.one, compared.other].map(({ slug, aligned }) => ['aligned', slug, ...countsOf(aligned)]),
  ['aligned', 'all', ...countsOf(compared.all)],
  ['aligned', 'without a threat area', ...countsOf(compared.untagged)],
  ...(compared.harm ? [['harm covered, of 100', compared.harm.one, compared.harm.other]] : []),
];
