import type { Actor } from '../../actor';
import { hasRole } from '../../actor';
import { takesPart } from '../../knowledge/finding-policy';

/** Whose figures somebody reads: coordinators everybody’s, those who rate their own, others none. */
export type FiguresRead = 'everybody' | 'own' | null;

export function figuresReadBy(actor: Actor): FiguresRead {
  if (hasRole(actor, 'coordinator')) return 'everybody';
  return takesPart(actor) ? 'own' : null;
}

const LEANS = 0.25;

/** A bias on the scale of 1 to 5, in words. */
export function biasInWords(bias: number): string {
  if (Math.abs(bias) < LEANS) return 'Like the others';
  return `${Math.abs(bias).toFixed(1)} ${bias > 0 ? 'higher' : 'lower'} than the others`;
}

/** A weight beside that of the typical rater, in words. */
export function weightInWords(weight: number): string {
  if (weight < 0.5) return 'Less than half';
  if (weight < 0.8) return 'Somewhat less';
  return weight <= 1.25 ? 'As much' : 'More';
}
