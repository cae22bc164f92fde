import { hasRole, isMember, isPerson, type Actor } from '../actor';
import { allow, allowIf, deny, hide, type Verdict } from '../policy';

const SIGN_IN = 'Sign in first.';

/** The network is verified people only: who belongs to it, their teams and their expertise. */
export const maySeeNetwork = (actor: Actor): Verdict =>
  allowIf(isMember(actor), 'This is for verified members of the network.');

export const mayChangeOwnAccount = (actor: Actor): Verdict =>
  allowIf(isPerson(actor) && actor.secondFactorPassed, SIGN_IN);

/** Before the second factor was given, only it can be set up or given. */
export const mayPassSecondFactor = (actor: Actor): Verdict => {
  if (!isPerson(actor)) return deny(SIGN_IN);
  return allowIf(!actor.demonstration, 'Accounts of the demonstration have no second factor.');
};

/** A demonstration account is shared by everybody who tries it, so nobody gives it a password or an address. */
export const mayChangeOwnSecrets = (actor: Actor): Verdict => {
  if (!isPerson(actor) || !actor.secondFactorPassed) return deny(SIGN_IN);
  return allowIf(
    !actor.demonstration,
    'Accounts of the demonstration have no password and keep their address.',
  );
};

export const mayAdministerPeople = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'administrator'), 'Only an administrator may do this.');

export const mayInvite = (actor: Actor): Verdict =>
  allowIf(
    hasRole(actor, 'administrator') || hasRole(actor, 'coordinator'),
    'Only an administrator or a coordinator may invite people.',
  );

/** Roles of the installation are the administrator's to give, in an invitation too. */
export const mayInviteInto = (actor: Actor, installationRoles: readonly string[]): Verdict =>
  installationRoles.length > 0 ? mayAdministerPeople(actor) : mayInvite(actor);

export const mayDecideJoinRequests = (actor: Actor): Verdict =>
  allowIf(
    hasRole(actor, 'coordinator') || hasRole(actor, 'administrator'),
    'Only a coordinator or an administrator decides who joins.',
  );

export const mayConfirmAffiliation = mayDecideJoinRequests;

/** Commissioning is any part in a team but looking on. */
export const mayCommission = (actor: Actor): boolean =>
  isMember(actor) && actor.teams.some(({ roles }) => roles.some((role) => role !== 'observer'));

/** Declared clearance: the person, and those who commission; never anybody of a firm. */
export const maySeeClearance = (actor: Actor, personId: string): boolean =>
  (isPerson(actor) && actor.id === personId) ||
  (mayCommission(actor) && isPerson(actor) && !actor.privateSector);

/** A profile that its owner took off the list is known to its owner, coordinators and administrators alone. */
export function maySeeProfile(actor: Actor, profile: { personId: string; listed: boolean }): Verdict {
  if (isPerson(actor) && actor.id === profile.personId) return allow;
  if (!isMember(actor)) return hide;
  if (profile.listed || hasRole(actor, 'coordinator') || hasRole(actor, 'administrator')) return allow;
  return hide;
}
