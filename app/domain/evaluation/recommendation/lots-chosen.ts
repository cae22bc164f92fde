import { refuseField, type Refusal } from '../../refusal';
import { lotName, type LotLimits } from '../../questions/lots/lot';
import type { RankedPart, RankingOfQuestion } from '../assessment/ranking-of.server';
import type { CompetitionQuestion } from '../competition';
import { standAside, type LotToAllot } from '../lots/allotting';
import { compareStanding, type Ranking } from '../scoring/ranking';
import { refusedChoice, type Choice } from './recommendation';

/** That a lot is left without an award, and why. */
export interface LotUnawarded {
  lot: number;
  reason: string;
}

export interface LotsChoice extends Choice {
  /** By number; only of lots without a chosen bid. */
  unawarded: LotUnawarded[];
}

type Ranked = Pick<RankingOfQuestion, 'parts' | 'amounts' | 'bidders'>;

const chosenOf = ({ bids }: RankedPart, bidIds: string[]): string[] =>
  bids.map(({ id }) => id).filter((id) => bidIds.includes(id));

/** The bids that the limit on lots keeps from winning, where so many bids of each lot are awarded. */
export function asideFor(
  { lotsMostAwards, lotRule }: LotLimits,
  { parts, bidders }: Pick<Ranked, 'parts' | 'bidders'>,
  placesOf: (part: RankedPart) => number,
  chosen: string[] = [],
): Set<string> {
  if (lotsMostAwards === null || lotRule === null) return new Set();
  const lots = parts.flatMap((part): LotToAllot[] =>
    part.lot && placesOf(part) > 0
      ? [{ number: part.lot.number, places: placesOf(part), ranked: inOrder(part, bidders, chosen) }]
      : [],
  );
  return standAside(lots, { most: lotsMostAwards, rule: lotRule });
}

/** By rank; of bids exactly level those that were chosen come first. */
const inOrder = (
  { ranking }: RankedPart,
  bidders: Ranked['bidders'],
  chosen: string[],
): LotToAllot['ranked'] =>
  ranking.ranked
    .toSorted(
      (a, b) => -compareStanding(a, b) || Number(chosen.includes(b.id)) - Number(chosen.includes(a.id)),
    )
    .map(({ id, total }) => ({ id, total, ...(bidders.get(id) ?? { bidder: id, order: null }) }));

const without = (ranking: Ranking, aside: ReadonlySet<string>): Ranking => ({
  ...ranking,
  ranked: ranking.ranked.filter(({ id }) => !aside.has(id)),
});

/** Why a choice cannot be recommended; null when it can. Each lot is its own choice, or is left with a reason. */
export function refusedChoices(
  question: Pick<CompetitionQuestion, 'awardsAvailable' | 'budgetMaximum'> & LotLimits,
  ranked: Ranked,
  choice: LotsChoice,
): Refusal | null {
  const [first] = ranked.parts;
  if (!first?.lot)
    return refusedChoice(question, { ranking: first?.ranking ?? NOTHING, amounts: ranked.amounts }, choice);
  const { outcome, bidIds } = choice;
  if (outcome !== 'awarded' || bidIds.length === 0)
    return refusedChoice(question, { ranking: NOTHING, amounts: ranked.amounts }, choice);
  const aside = asideFor(question, ranked, (part) => chosenOf(part, bidIds).length, bidIds);
  if (bidIds.some((id) => aside.has(id))) return overLimit(question.lotsMostAwards ?? 0);
  for (const part of ranked.parts) {
    const refused = refusedInLot(part, ranked, choice, aside);
    if (refused) return refused;
  }
  return null;
}

const NOTHING: Ranking = { ranked: [], unranked: [] };

const overLimit = (most: number): Refusal =>
  refuseField(
    'LotsAreLimited',
    'bids',
    `One bidder can win ${most} lot${most === 1 ? '' : 's'}. Choose the next bid where the ranking says that a bidder keeps other lots`,
  );

function refusedInLot(
  part: RankedPart,
  { amounts }: Ranked,
  { tieReason, bidIds, unawarded }: LotsChoice,
  aside: ReadonlySet<string>,
): Refusal | null {
  const { lot } = part;
  if (!lot) return null;
  const chosen = chosenOf(part, bidIds);
  if (chosen.length === 0)
    return unawarded.some((one) => one.lot === lot.number && one.reason !== '')
      ? null
      : refuseField(
          'LotIsLeft',
          `noAward${lot.number}`,
          `Choose a bid for lot ${lot.number}, or say why none is awarded`,
        );
  const refused = refusedChoice(
    { awardsAvailable: lot.awardsAvailable, budgetMaximum: lot.budget },
    { ranking: without(part.ranking, aside), amounts },
    { outcome: 'awarded', bidIds: chosen, tieReason },
  );
  return (
    refused && {
      ...refused,
      message: `${lotName(lot)}. ${refused.message}`,
      ...fieldsOf(refused, lot.number),
    }
  );
}

/** The same words beside the field. */
const fieldsOf = ({ fields }: Refusal, number: number) =>
  fields
    ? {
        fields: Object.fromEntries(
          Object.entries(fields).map(([name, words]) => [name, `Lot ${number}: ${words}`]),
        ),
      }
    : {};
