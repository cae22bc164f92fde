import type { Competition } from '../competition';
import { spreadOf, type Spread, type Unit } from '../scoring/agreement/spread';
import { allHaveScored, contending, countedScores, type Assessment } from './assessment';

export interface SpreadRow {
  bid: { id: string; reference: string; bidder: string };
  criterion: { id: string; position: number; name: string };
  scores: { personId: string; name: string; value: number }[];
  spread: Spread;
}

/** The scores of every bid that is wholly scored, by bid and criterion. */
export function spreadRows(competition: Competition, assessment: Assessment): SpreadRow[] {
  return contending(assessment)
    .filter((bid) => allHaveScored(competition, bid))
    .flatMap((bid) => {
      const counted = countedScores(competition, bid);
      return assessment.criteria.map(({ id, position, name }) => {
        const scores = counted.flatMap(({ criterionId, personId, personName, value }) =>
          criterionId === id && value !== null ? [{ personId, name: personName, value }] : [],
        );
        const { reference, bidder } = bid;
        return {
          bid: { id: bid.id, reference, bidder },
          criterion: { id, position, name },
          scores,
          spread: spreadOf({ scores }),
        };
      });
    });
}

export const unitsOf = (rows: SpreadRow[]): Unit[] => rows.map(({ scores }) => ({ scores }));

export interface SpreadFilter {
  show: 'all' | 'apart' | 'outliers';
  /** At least this far apart. */
  range: number;
  criterion: number | null;
  bid: string | null;
  person: string | null;
}

/** The rows that a moderator looks for, the widest apart first. */
export const foundRows = (rows: SpreadRow[], filter: SpreadFilter): SpreadRow[] =>
  rows
    .filter(
      ({ bid, criterion, scores, spread }) =>
        (filter.show !== 'outliers' || spread.outliers.length > 0) &&
        (filter.show !== 'apart' || spread.range > 0) &&
        spread.range >= filter.range &&
        (filter.criterion === null || criterion.position === filter.criterion) &&
        (filter.bid === null || bid.reference === filter.bid) &&
        (filter.person === null || scores.some(({ personId }) => personId === filter.person)),
    )
    .sort(
      (a, b) =>
        b.spread.range - a.spread.range ||
        (b.spread.deviation ?? 0) - (a.spread.deviation ?? 0) ||
        (a.bid.reference < b.bid.reference ? -1 : a.bid.reference > b.bid.reference ? 1 : 0) ||
        a.criterion.position - b.criterion.position,
    );
