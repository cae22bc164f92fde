import { percentOf } from '../questions/funding/pledge';
import { showBig } from './big-money';

/** `£2.4m known, 7 of 9 questions costed (78%)`: never a sum without what it covers. */
export function showCost(pence: number, costed: number, all: number): string {
  if (all === 0) return 'Unknown: no question is about it';
  const noun = all === 1 ? 'question' : 'questions';
  if (costed === 0) return `Unknown, 0 of ${all} ${noun} costed (0%)`;
  return `${showBig(pence)} known, ${costed} of ${all} ${noun} costed (${percentOf(costed, all)}%)`;
}
