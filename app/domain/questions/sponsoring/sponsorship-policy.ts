import { hasTeamRole, isMember, teamPlace, type Actor } from '../../actor';
import { allow, allowIf, deny, hide, isAllowed, type Verdict } from '../../policy';
import { isLive, isPublished, stateOf } from '../question';
import {
  isSponsor,
  mayEdit,
  mayRun,
  maySee,
  ownsQuestion,
  readsNetwork,
  type QuestionForPolicy,
} from '../question-policy';
import { sponsorshipState, type SponsorshipStages } from './sponsorship';

/** What the policies need to know of a request or sponsorship. */
export interface SponsorshipStanding extends SponsorshipStages {
  teamId: string;
  requestedById: string;
  question: QuestionForPolicy;
}

/** Those who may change a draft ask another team whose question they see, for as long as it is not settled. */
export function mayJoin(actor: Actor, draft: QuestionForPolicy, question: QuestionForPolicy): Verdict {
  const edits = mayEdit(actor, draft);
  if (!isAllowed(edits)) return edits;
  if (!isAllowed(maySee(actor, question))) return hide;
  if (question.teamId === draft.teamId) return deny('This question is your own team’s already.');
  return allowIf(
    isPublished(question) && isLive(stateOf(question, actor.asOf)),
    'This question is settled. Nobody joins it any more.',
  );
}

/** The asking team and the one that wants to stand beside it; that anybody asked is not known to others. */
export const maySeeSponsorship = (actor: Actor, { teamId, question }: SponsorshipStanding): Verdict =>
  isMember(actor) && (ownsQuestion(actor, question) || teamPlace(actor, teamId)) ? allow : hide;

const ifSeen = (actor: Actor, standing: SponsorshipStanding, verdict: () => Verdict): Verdict =>
  isAllowed(maySeeSponsorship(actor, standing)) ? verdict() : hide;

export const mayAnswerSponsorship = (actor: Actor, standing: SponsorshipStanding): Verdict =>
  ifSeen(actor, standing, () => {
    if (sponsorshipState(standing, actor.asOf) !== 'requested')
      return deny('This request is not waiting for an answer.');
    if (isMember(actor) && actor.id === standing.requestedById)
      return deny('Nobody answers a request that they made.');
    return mayRun(actor, standing.question);
  });

export const mayLeaveSponsorship = (actor: Actor, standing: SponsorshipStanding): Verdict =>
  ifSeen(actor, standing, () => {
    if (sponsorshipState(standing, actor.asOf) !== 'accepted') return deny('There is nothing to leave.');
    return allowIf(
      hasTeamRole(actor, standing.teamId, 'author', 'seniorResponsibleOwner'),
      'Only authors and senior responsible owners of the sponsoring team can leave.',
    );
  });

/** What another team needs an answer for is the network's to know, not the public's. */
export const maySeeSponsors = (actor: Actor, question: QuestionForPolicy): boolean =>
  isAllowed(maySee(actor, question)) &&
  (readsNetwork(actor) || ownsQuestion(actor, question) || isSponsor(actor, question));

/** A draft comes back while its request is open or came to nothing; a sponsor leaves first. */
export function mayReopen(
  actor: Actor,
  draft: QuestionForPolicy,
  sponsorship: SponsorshipStages | null,
): Verdict {
  if (!isAllowed(maySee(actor, draft))) return hide;
  if (stateOf(draft, actor.asOf) !== 'setAside') return deny('This question was not set aside.');
  if (sponsorship && sponsorshipState(sponsorship, actor.asOf) === 'accepted')
    return deny('Your team sponsors the other question. Leave that first.');
  return allowIf(
    hasTeamRole(actor, draft.teamId, 'author'),
    'Only an author of the team can reopen its draft.',
  );
}
