import type { PriorityKind } from '../strategy/priority-set';

/** A priority that serves a threat area, of any list and time. */
export interface ServedPriority {
  reference: string;
  name: string;
  document: string;
  kind: PriorityKind;
  when: string;
  inForce: boolean;
  /** False where the mapping to this threat area is a proposal that nobody checked. */
  verified: boolean;
}
