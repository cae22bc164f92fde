import type { Stage } from '../pack';

/**
 * When a part may be told: `file` to whoever makes a pack; `bids` from the opening on to whoever reads bids, and to
 * all of them once it is decided; `scores` with the ranking; `advice` to those who asked alone.
 */
export type Gate = 'file' | 'bids' | 'scores' | 'advice';

/** The rows of one table as one file. All words of SQL here are constants of the product. */
export interface Source {
  name: string;
  title: string;
  stage: Stage;
  table: string;
  /** A condition on the row `t`; `q.id`, `shown` (bids) and `awards` stand beside it. */
  where: string;
  /** Columns that name the row. */
  key: string[];
  order: string;
  /** Columns that are kept out: sealed, secret, or somebody's own. */
  omit?: string[];
  gate: Gate;
}

const OF_QUESTION = 't.question_id = q.id';
const OF_BID = 't.bid_id IN (SELECT id FROM shown)';
const OF_AWARD = 't.award_id IN (SELECT id FROM awards)';

type Short = Partial<Source> & Pick<Source, 'name' | 'title' | 'stage' | 'order'>;

const whole = (source: Short, where: string, gate: Gate): Source => ({
  table: source.name.replaceAll('-', '_'),
  key: ['id'],
  where,
  gate,
  ...source,
});

export const ofQuestion = (source: Short): Source => whole(source, OF_QUESTION, 'file');
export const ofBid = (source: Short): Source => whole(source, OF_BID, 'bids');
export const ofScores = (source: Short): Source => whole(source, OF_BID, 'scores');
export const ofAward = (source: Short): Source => whole(source, OF_AWARD, 'file');
export const under = (source: Short, where: string): Source => whole(source, where, 'file');
