import { ENOUGH_EXPERTS } from './aggregate';
import { withUnit } from '../unit';

/** How far it has come; derived from the clock and from how many first estimates count. */
export type ElicitationStage = 'first' | 'second' | 'closed' | 'tooFew' | 'withdrawn';

export interface ElicitationStamps {
  firstClosesAt: Date;
  secondClosesAt: Date;
  withdrawnAt: Date | null;
}

/** Equal time is late, as everywhere. */
export function stageOf(stamps: ElicitationStamps, firstEstimates: number, now: Date): ElicitationStage {
  if (stamps.withdrawnAt) return 'withdrawn';
  if (now < stamps.firstClosesAt) return 'first';
  if (firstEstimates < ENOUGH_EXPERTS) return 'tooFew';
  return now < stamps.secondClosesAt ? 'second' : 'closed';
}

export const STAGE_WORDS: Record<ElicitationStage, string> = {
  first: 'First estimates',
  second: 'Discussion and second estimates',
  closed: 'Closed',
  tooFew: 'Ended: too few estimates',
  withdrawn: 'Withdrawn',
};

export type QuantityKind = 'quantity' | 'probability';

export interface Quantity {
  position: number;
  kind: QuantityKind;
  asks: string;
  unit: string;
  lower: number;
  upper: number;
}

export const MOST_QUANTITIES = 3;
export const PROBABILITY = { unit: '%', lower: 0, upper: 100 } as const;

export type Round = 1 | 2;

const upTo = (digits: number) => new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits });
const [whole, one, two] = [upTo(0), upTo(1), upTo(2)];
const small = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/** As exact as a judgement can be: every whole digit, and decimals only where the number is small. */
export function showFigure(value: number): string {
  const size = Math.abs(value);
  if (size >= 1000) return whole.format(value);
  if (size >= 10) return one.format(value);
  return size >= 1 ? two.format(value) : small.format(value);
}

export const showAmount = (value: number, unit: string): string => withUnit(showFigure(value), unit);
