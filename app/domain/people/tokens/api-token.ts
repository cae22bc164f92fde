import type { ApiScope } from './api-scopes';

/** Days a token lives: a quarter unless said otherwise, a year at the most. */
export const LIFETIMES = { 7: 'A week', 30: '30 days', 90: '90 days', 365: 'A year' } as const;
export const USUAL_LIFETIME = '90';
export const MOST_TOKENS = 20;

export const TOKEN_ENDS = {
  person: 'Revoked by you',
  password: 'Ended when the password was changed',
  secondFactor: 'Ended when the second factor was removed',
  suspension: 'Ended when the account was suspended',
  merge: 'Ended when the account was merged',
} as const;
export type TokenEnd = keyof typeof TOKEN_ENDS;

export interface TokenStanding {
  expiresAt: Date;
  endedAt: Date | null;
}

export const isLive = ({ expiresAt, endedAt }: TokenStanding, now: Date): boolean =>
  endedAt === null && expiresAt > now;

export const holds = (scopes: readonly string[], scope: ApiScope): boolean => scopes.includes(scope);

const DAY_MS = 24 * 60 * 60 * 1000;
export const endOfLife = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);
