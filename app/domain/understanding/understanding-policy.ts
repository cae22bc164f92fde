import { hasRole, hasTeamRole, type Actor } from '../actor';
import { readsPublished } from '../knowledge/finding-policy';
import { allowIf, type Verdict } from '../policy';

/** What is weakly understood would help the wrong people: it stays inside the network and with the auditor. */
export const mayReadUnderstanding = (actor: Actor): Verdict =>
  allowIf(
    readsPublished(actor),
    'What is understood is for verified members of the network and the auditor.',
  );

/** Coordinators, and those who write and answer for questions in a team that was authorised. */
export const mayRateUnderstanding = (actor: Actor, authorisedTeams: readonly string[]): Verdict =>
  allowIf(
    hasRole(actor, 'coordinator') ||
      authorisedTeams.some((id) => hasTeamRole(actor, id, 'author', 'seniorResponsibleOwner')),
    'Only coordinators, and authors and senior responsible owners of authorised teams, rate understanding.',
  );

export const mayAuthoriseTeams = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'coordinator'), 'Only a coordinator authorises teams to rate understanding.');

export const mayKeepIndicators = mayRateUnderstanding;

/** A score of harm steers where others look: one of those who look after the whole records it. */
export const mayKeepStageHarm = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'coordinator'), 'Only a coordinator records how harmful a stage is.');
