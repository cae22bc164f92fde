import { hasRole, hasTeamRole, isMember, isPerson, teamPlace, type Actor } from '../actor';
import { allow, allowIf, deny, hide, isAllowed, type Verdict } from '../policy';
import type { EnquiryState } from './enquiry';

export interface TeamForEnquiry {
  id: string;
  closedAt: Date | null;
}

export interface EnquiryStanding {
  askerId: string;
  teamId: string;
  state: EnquiryState;
  /** Not answered by the promised day. */
  overdue: boolean;
}

/** Members write to a team of others; nobody outside the network, and nobody to their own. */
export function mayAskTeam(actor: Actor, team: TeamForEnquiry): Verdict {
  if (!isMember(actor)) return hide;
  if (teamPlace(actor, team.id)) return deny('You belong to this team. Speak to its people.');
  return allowIf(team.closedAt === null, 'This team is closed.');
}

const speaksFor = (actor: Actor, teamId: string): boolean =>
  hasTeamRole(actor, teamId, 'author', 'seniorResponsibleOwner');

/** Whoever asked, those who speak for the team, and a coordinator once the team let its promise pass. */
export function maySeeEnquiry(actor: Actor, { askerId, teamId, overdue }: EnquiryStanding): Verdict {
  if (!isMember(actor)) return hide;
  const helps = overdue && hasRole(actor, 'coordinator');
  return actor.id === askerId || speaksFor(actor, teamId) || helps ? allow : hide;
}

export function mayWrite(actor: Actor, enquiry: EnquiryStanding): Verdict {
  const seen = maySeeEnquiry(actor, enquiry);
  if (!isAllowed(seen)) return seen;
  if (enquiry.state === 'closed') return deny('This enquiry is closed. Open another one.');
  return allowIf(isTheirs(actor, enquiry), 'Only whoever asked and the team write here.');
}

/** Whoever asked at any time; the team once it has answered. */
export function mayClose(actor: Actor, enquiry: EnquiryStanding): Verdict {
  const writes = mayWrite(actor, enquiry);
  if (!isAllowed(writes)) return writes;
  return allowIf(
    (isPerson(actor) && actor.id === enquiry.askerId) || enquiry.state === 'awaitingAsker',
    'Answer first: a team closes what it has answered.',
  );
}

const isTheirs = (actor: Actor, { askerId, teamId }: EnquiryStanding): boolean =>
  isPerson(actor) && (actor.id === askerId || speaksFor(actor, teamId));

export const mayPromise = (actor: Actor, team: TeamForEnquiry): Verdict =>
  allowIf(
    team.closedAt === null && hasTeamRole(actor, team.id, 'seniorResponsibleOwner'),
    'The senior responsible owner of a team promises for it.',
  );
