import { addDays, ukDay } from '../uk-time';

export interface AwardStages {
  noticeAt: Date | null;
  standstillEndsOn: Date | null;
  withdrawnAt: Date | null;
  contractedAt: Date | null;
  closedAt: Date | null;
  /** Somebody challenges the decision: until that is decided the standstill lasts. */
  extended?: boolean;
  /** Where it is extended: whether the challenge still waits for its decision. */
  challengeOpen?: boolean;
}

export type AwardState =
  'decided' | 'standstill' | 'extended' | 'readyToContract' | 'inDelivery' | 'closed' | 'withdrawn';

export const AWARD_STATE_NAMES: Record<AwardState, string> = {
  decided: 'Decided, no notice yet',
  standstill: 'Standstill',
  extended: 'Standstill, extended',
  readyToContract: 'Ready for contract',
  inDelivery: 'In delivery',
  closed: 'Closed',
  withdrawn: 'Decision withdrawn',
};

export function stateOf(award: AwardStages, now: Date): AwardState {
  if (award.withdrawnAt) return 'withdrawn';
  if (award.closedAt) return 'closed';
  if (award.contractedAt) return 'inDelivery';
  if (!award.noticeAt) return 'decided';
  if (award.extended) return 'extended';
  return standstillIsOver(award, now) ? 'readyToContract' : 'standstill';
}

/** After a challenge that was not upheld: the day after its decision, from which a contract can be made. */
export const contractFrom = (
  { extended, challengeOpen }: Pick<AwardStages, 'extended' | 'challengeOpen'>,
  now: Date,
): Date | null => (extended && challengeOpen === false ? addDays(ukDay(now), 1) : null);

/** A contract may be made from the day after the last day of the standstill, in UK days. */
export const standstillIsOver = (
  { standstillEndsOn }: Pick<AwardStages, 'standstillEndsOn'>,
  now: Date,
): boolean => standstillEndsOn === null || ukDay(now) > standstillEndsOn;
