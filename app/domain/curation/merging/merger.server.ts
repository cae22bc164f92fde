import type { Db } from '~/platform/db.server';
import type { WhyNot } from './merge-rules';

export interface Pair {
  fromId: string;
  intoId: string;
}

/** How records of one noun become one, and two again. Both rows are locked when these are called. */
export interface Merger {
  whyNot: (tx: Db, pair: Pair, now: Date) => Promise<WhyNot>;
  /** Moves what can move and answers with all that it moved. */
  move: (tx: Db, pair: Pair, now: Date) => Promise<object>;
  putBack: (tx: Db, pair: Pair, moved: unknown) => Promise<void>;
}
