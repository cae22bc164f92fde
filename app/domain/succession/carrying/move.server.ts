import type { Db } from '~/platform/db.server';

/** Things of one kind that go from one organisation to another, today. */
export interface Move {
  /** Keys, as `soundings.held_item` gives them. */
  items: string[];
  fromId: string;
  toId: string;
  /** Today in the UK. */
  day: Date;
  now: Date;
  byId: string;
  /** For versions and for what ends: `Handed over from … to …`. */
  note: string;
}

/** Carries them over, and answers with the key of each row that goes on in the place of another. */
export type Carry = (tx: Db, move: Move) => Promise<{ item: string; became: string }[]>;

/** It keeps the name that it was written with; the accepted handover says who answers for it. */
export const stands: Carry = () => Promise.resolve([]);
