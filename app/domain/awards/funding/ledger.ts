import { ukDay } from '../../uk-time';

const DAY = 86_400_000;

export const CERTAINTIES = { firm: 'Firm', conditional: 'On a condition' } as const;
export type Certainty = keyof typeof CERTAINTIES;

export interface PlannedTranche {
  plannedOn: Date;
  plannedAmount: number;
  actualOn: Date | null;
  actualAmount: number | null;
}

/** Whole days from the planned day to the actual one, or to today while it has not arrived; never below nothing. */
export function daysLate({ plannedOn, actualOn }: PlannedTranche, now: Date): number {
  const reached = actualOn ?? ukDay(now);
  return Math.max(0, Math.round((reached.getTime() - plannedOn.getTime()) / DAY));
}

export interface Ledger {
  planned: number;
  arrived: number;
  /** Planned for a day that has passed, and not here. */
  outstanding: number;
  mostDaysLate: number;
}

/** What was planned, what came and how late, over all tranches of an award. */
export function ledgerOf(tranches: readonly PlannedTranche[], now: Date): Ledger {
  const today = ukDay(now);
  const sum = (amounts: number[]) => amounts.reduce((all, one) => all + one, 0);
  const missing = tranches.filter(({ actualOn, plannedOn }) => actualOn === null && plannedOn < today);
  return {
    planned: sum(tranches.map(({ plannedAmount }) => plannedAmount)),
    arrived: sum(tranches.map(({ actualAmount }) => actualAmount ?? 0)),
    outstanding: sum(missing.map(({ plannedAmount }) => plannedAmount)),
    mostDaysLate: tranches.reduce((most, tranche) => Math.max(most, daysLate(tranche, now)), 0),
  };
}
