import { hasRole, isMember, type Actor } from '../../actor';
import { allow, allowIf, deny, hide, type Verdict } from '../../policy';

/** What decides about an annex, for one who asks. The thing beside which it stands says who sees and who owns it. */
export interface AnnexStanding {
  /** The one who asks may see the finding or question. */
  sees: (actor: Actor) => boolean;
  /** Those who wrote the thing: a finding's submitter and authors, a question's authors and its owner. */
  owns: (actor: Actor) => boolean;
  /** Behind a wall for the question, whatever list somebody is on. */
  walled: (actor: Actor) => boolean;
  published: boolean;
  /** There is no annex yet. */
  missing: boolean;
  announced: boolean;
  readerIds: string[];
  readerTeamIds: string[];
}

const keeps = (actor: Actor, annex: AnnexStanding): boolean =>
  isMember(actor) &&
  annex.sees(actor) &&
  !annex.walled(actor) &&
  (annex.owns(actor) || (annex.published && hasRole(actor, 'coordinator')));

const isListed = (actor: Actor, { readerIds, readerTeamIds }: AnnexStanding): boolean =>
  isMember(actor) &&
  (readerIds.includes(actor.id) || actor.teams.some(({ teamId }) => readerTeamIds.includes(teamId)));

/** That there is an annex is known to those who keep or read it, and to others only where it is announced. */
export function maySeeStub(actor: Actor, annex: AnnexStanding): Verdict {
  if (annex.missing || !annex.sees(actor)) return hide;
  if (keeps(actor, annex)) return allow;
  if (annex.walled(actor)) return hide;
  return annex.announced || isListed(actor, annex) ? allow : hide;
}

/** The named list alone, and those who keep it. */
export function mayReadAnnex(actor: Actor, annex: AnnexStanding): Verdict {
  const stub = maySeeStub(actor, annex);
  if (stub.kind !== 'allow') return stub;
  return allowIf(
    keeps(actor, annex) || isListed(actor, annex),
    'This annex is for a named list of people. You can ask for access.',
  );
}

/** Hidden alike from everybody else whether there is none or it is not announced. */
export function mayKeepAnnex(actor: Actor, annex: AnnexStanding): Verdict {
  if (keeps(actor, annex)) return annex.missing ? hide : allow;
  const stub = maySeeStub(actor, annex);
  return stub.kind === 'allow' ? deny('Only its owner and the coordinators keep an annex.') : hide;
}

/** Writing the first one is for those who would keep it. */
export const mayWriteAnnex = (actor: Actor, annex: AnnexStanding): Verdict =>
  keeps(actor, annex) ? allow : mayKeepAnnex(actor, annex);
