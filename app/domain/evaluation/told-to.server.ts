import { isTold } from '../questions/question-state.server';
import type { Db } from '~/platform/db.server';
import { isWalledFromSome, type Actor } from '../actor';
import type { Competition } from './competition';

/** Who has a conflict about one of the bids hears of no recommendation or decision before it is told. */
export async function hearsOfAward(db: Db, actor: Actor, { question }: Competition): Promise<boolean> {
  if (!isWalledFromSome(actor, question.id)) return true;
  return isTold(db, question.id);
}

/** The competition as it would stand without what somebody does not hear of. */
export const toldTo = (competition: Competition, hears: boolean): Competition =>
  hears
    ? competition
    : {
        ...competition,
        recommendationId: null,
        question: { ...competition.question, decidedAt: null, outcome: null },
      };
