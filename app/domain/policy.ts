import type { Actor } from './actor';

/** The answer of a policy. `hide` means the actor may not even know that the thing exists. */
export type Verdict = { kind: 'allow' } | { kind: 'deny'; why: string } | { kind: 'hide' };

/** A view that is withheld from somebody who may know of it; a page answers 403 with the reason. */
export type Denial = Extract<Verdict, { kind: 'deny' }>;

export const allow: Verdict = { kind: 'allow' };
export const hide: Verdict = { kind: 'hide' };
export const deny = (why: string): Verdict => ({ kind: 'deny', why });

export const allowIf = (condition: boolean, why: string): Verdict => (condition ? allow : deny(why));
export const isAllowed = (verdict: Verdict): boolean => verdict.kind === 'allow';

/** The policy of a command or query that is open to everybody, written out so that it is a decision. */
export const anyone = (_actor: Actor): Verdict => allow;
