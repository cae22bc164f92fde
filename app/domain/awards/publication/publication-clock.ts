import { addDays } from '../../uk-time';
import { readStored } from '../../questions/tasks/task';
import { termsFields } from '../../questions/tasks/terms';

/** Twelve weeks from sign-off to publication: product rules, after the Government Social Research publication protocol. */
export const PUBLICATION_DAYS = 84;

export const HOLD_REASONS = {
  signOff: 'Sign-off inside government',
  procurement: 'Procurement',
  resources: 'Resources',
  quality: 'Quality',
  policyChange: 'Change of policy',
  other: 'Another reason',
} as const;
export type HoldReason = keyof typeof HOLD_REASONS;

export const RIGHTS = {
  free: 'The experts may publish whenever they like',
  afterReview: 'The experts may publish after the team has seen it',
} as const;
export type Rights = keyof typeof RIGHTS;

/** What the terms say about publication; null where the experts may not publish, and no clock runs. */
export function rightsIn(contractTerms: unknown): { rights: Rights; reviewDays: number } | null {
  const { publication, reviewDays } = readStored(termsFields, contractTerms);
  if (publication === 'no') return null;
  return publication === 'afterReview'
    ? { rights: 'afterReview', reviewDays: reviewDays ?? 0 }
    : { rights: 'free', reviewDays: 0 };
}

export interface Clock {
  rights: string;
  protocol: boolean;
  signedOffOn: Date;
  sightEndsOn: Date | null;
  dueOn: Date;
  releasedAt: Date | null;
  holds: { endsOn: Date; liftedAt: Date | null }[];
}

/** The clock as sign-off starts it. */
export function startedClock(
  signedOffOn: Date,
  { rights, reviewDays }: { rights: Rights; reviewDays: number },
  protocol: boolean,
): Omit<Clock, 'holds' | 'releasedAt'> {
  const sightEndsOn = reviewDays > 0 ? addDays(signedOffOn, reviewDays) : null;
  const weeks = addDays(signedOffOn, PUBLICATION_DAYS);
  return {
    rights,
    protocol,
    signedOffOn,
    sightEndsOn,
    dueOn: sightEndsOn && sightEndsOn > weeks ? sightEndsOn : weeks,
  };
}

/** The hold that stands: neither lifted nor at its end. From its last day on it no longer holds. */
export const holdNow = <Hold extends Clock['holds'][number]>(
  holds: readonly Hold[],
  today: Date,
): Hold | undefined => holds.find(({ endsOn, liftedAt }) => liftedAt === null && endsOn > today);

export type ClockState = 'sight' | 'held' | 'running' | 'waitsForProtocol' | 'due' | 'released';

export const CLOCK_STATES: Record<ClockState, string> = {
  sight: 'The team has sight of it before publication',
  held: 'Held',
  running: 'May be published',
  waitsForProtocol: 'Waits for the protocol',
  due: 'Due: it is released within the hour',
  released: 'Released',
};

/** Where a clock stands on a day. `protocolIsOut`: the protocol of the award is released, or there is none. */
export function clockState(clock: Clock, today: Date, protocolIsOut: boolean): ClockState {
  if (clock.releasedAt) return 'released';
  if (holdNow(clock.holds, today)) return 'held';
  if (clock.sightEndsOn && clock.sightEndsOn > today) return 'sight';
  if (clock.dueOn > today) return 'running';
  return clock.protocol || protocolIsOut ? 'due' : 'waitsForProtocol';
}
