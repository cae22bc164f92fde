import { rankOf } from '../../strategy/scoring/score';
import type { RankedArea } from '../direction/ranking';

/** Which money is set against the score. */
export const SPEND_KINDS = { committed: 'Committed', spent: 'Spent' } as const;
export type SpendKind = keyof typeof SPEND_KINDS;
export const SPEND_KIND_NAMES = Object.keys(SPEND_KINDS) as [SpendKind, ...SpendKind[]];

/** Pence of one threat area, or of several together. */
export interface Spend extends Record<SpendKind, number> {
  committedLines: number;
  spentLines: number;
}

export const NO_SPEND: Spend = { committed: 0, spent: 0, committedLines: 0, spentLines: 0 };

export interface AreaSpend extends RankedArea {
  spend: Spend;
  /** Of all the money there is, from 0 to 100, exact; null of nothing. */
  share: Record<SpendKind, number | null>;
  spendRank: number;
  /** Places that its money stands above its score; below, when negative. */
  difference: number;
}

/** Threat areas by score, each with its money beside it. One of several areas counts in each. */
export function spendOf(
  areas: readonly RankedArea[],
  bySlug: ReadonlyMap<string, Spend>,
  whole: Spend,
  kind: SpendKind,
): AreaSpend[] {
  const of = (slug: string) => bySlug.get(slug) ?? NO_SPEND;
  const all = areas.map(({ slug }) => of(slug)[kind]);
  const share = (part: number, sum: number) => (sum === 0 ? null : (100 * part) / sum);
  return areas.map((area) => {
    const spend = of(area.slug);
    const spendRank = rankOf(spend[kind], all);
    return {
      ...area,
      ...{ spend, spendRank, difference: area.rank - spendRank },
      share: {
        committed: share(spend.committed, whole.committed),
        spent: share(spend.spent, whole.spent),
      },
    };
  });
}

export const showDifference = (difference: number): string => {
  if (difference === 0) return 'The same place';
  const places = Math.abs(difference) === 1 ? '1 place' : `${Math.abs(difference)} places`;
  return difference > 0 ? `${places} more money than score` : `${places} less money than score`;
};

const ORDINALS = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const ENDINGS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** `1st`, `12th`, `23rd`. */
export const ordinal = (place: number): string => `${place}${ENDINGS[ORDINALS.select(place)] ?? 'th'}`;

/** What the table and the drawing show, in a sentence: where money stands furthest below the score. */
export function spendTitle(areas: readonly AreaSpend[], kind: SpendKind): string {
  if (areas.every(({ spend }) => spend[kind] === 0)) return `No money ${kind} is known for any threat area`;
  const [least] = [...areas].sort((a, b) => a.difference - b.difference || a.rank - b.rank);
  if (!least || least.difference >= 0) return `Money ${kind} is in the order of the scores`;
  const last =
    least.spend[kind] === 0 ? `has no money ${kind}` : `${ordinal(least.spendRank)} by money ${kind}`;
  return `${least.name} is ${ordinal(least.rank)} by score and ${last}`;
}
