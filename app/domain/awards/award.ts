import { addDays, showDate, ukDay } from '../uk-time';

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

/** What happens next to an award, and by whom; null once nothing does. */
export function nextOfAward(state: AwardState, standstillEndsOn: Date | null): string | null {
  switch (state) {
    case 'decided':
      return 'The team’s author or the senior responsible owner sends the summaries, then gives the award notice.';
    case 'standstill':
      return standstillEndsOn
        ? `Nothing is signed before the end of ${showDate(standstillEndsOn)}. Then the team agrees the contract with the winner.`
        : null;
    // The winner reads this too, and learns of no challenge.
    case 'extended':
      return 'What extends the standstill is settled first. Then the team agrees the contract with the winner.';
    case 'readyToContract':
      return 'The team’s author or the senior responsible owner prepares an agreement letter, or records a contract made elsewhere.';
    case 'inDelivery':
      return 'The winner delivers each milestone. The panel or the team reviews it, and somebody else accepts it.';
    case 'closed':
    case 'withdrawn':
      return null;
  }
}
