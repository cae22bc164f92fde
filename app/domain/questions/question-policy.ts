import { hasRole, hasTeamRole, isMember, panelRole, teamPlace, type Actor } from '../actor';
import { allow, allowIf, deny, hide, type Verdict } from '../policy';
import {
  isEditable,
  isLive,
  isOpen,
  isPublished,
  stateOf,
  type QuestionStages,
  type Visibility,
} from './question';

/** What a policy needs to know of a question, whoever loaded it. */
export interface QuestionForPolicy extends QuestionStages {
  id: string;
  teamId: string;
  authorId: string;
  seniorResponsibleOwnerId: string | null;
  budgetHolderId: string | null;
  visibility: Visibility;
  releasedAt: Date | null;
  route: { takesBids: boolean; takesAdvice: boolean };
  invitations: { personId: string | null; organisationId: string | null }[];
  /** Those accepted and in force. */
  sponsorships: { teamId: string }[];
}

/** Verified members, save those who are here only to check or to read what was released. */
export const readsNetwork = (actor: Actor): boolean =>
  isMember(actor) &&
  (actor.expert ||
    actor.teams.length > 0 ||
    !actor.roles.some((role) => role === 'auditor' || role === 'committeeReader'));

/** The people who own the question: its team, and those named on it. */
export const ownsQuestion = (actor: Actor, question: QuestionForPolicy): boolean =>
  isMember(actor) &&
  (teamPlace(actor, question.teamId) !== undefined ||
    [question.authorId, question.seniorResponsibleOwnerId, question.budgetHolderId].includes(actor.id));

export const isInvited = (actor: Actor, question: QuestionForPolicy): boolean =>
  isMember(actor) &&
  question.invitations.some(
    ({ personId, organisationId }) =>
      personId === actor.id || (organisationId !== null && actor.organisationIds.includes(organisationId)),
  );

/** Of a team that stands beside the asking one, whatever the question's visibility. */
export const isSponsor = (actor: Actor, question: QuestionForPolicy): boolean =>
  question.sponsorships.some(({ teamId }) => teamPlace(actor, teamId) !== undefined);

export const isSettled = ({ decidedAt, answeredAt, withdrawnAt }: QuestionForPolicy): boolean =>
  (decidedAt ?? answeredAt ?? withdrawnAt) !== null;

/** The auditor checks what is settled; before, whoever is an auditor may still be an expert who bids. */
export const mayCheck = (actor: Actor, question: QuestionForPolicy): boolean =>
  hasRole(actor, 'auditor') && isSettled(question);

/** Agrees with `questionsVisibleTo`; a test holds the two together. */
export function knowsOf(actor: Actor, question: QuestionForPolicy): boolean {
  if (question.releasedAt) return true;
  if (ownsQuestion(actor, question)) return true;
  if (!isPublished(question) || !isMember(actor)) return false;
  if (actor.roles.includes('coordinator') || panelRole(actor, question.id)) return true;
  if (isSponsor(actor, question)) return true;
  if (mayCheck(actor, question)) return true;
  if (question.visibility === 'network') return readsNetwork(actor);
  return question.visibility === 'invited' && isInvited(actor, question);
}

const ifKnown = (actor: Actor, question: QuestionForPolicy, verdict: () => Verdict): Verdict =>
  knowsOf(actor, question) ? verdict() : hide;

const stateNow = (actor: Actor, question: QuestionForPolicy) => stateOf(question, actor.asOf);

export const mayDraftFor = (actor: Actor, teamId: string): Verdict =>
  allowIf(hasTeamRole(actor, teamId, 'author'), 'Only an author of the team can write its questions.');

export const maySee = (actor: Actor, question: QuestionForPolicy): Verdict =>
  ifKnown(actor, question, () => allow);

export const mayEdit = (actor: Actor, question: QuestionForPolicy): Verdict =>
  ifKnown(actor, question, () =>
    !isEditable(stateNow(actor, question))
      ? deny('A question can only be changed while it is a draft or was returned.')
      : mayDraftFor(actor, question.teamId),
  );

/** The senior responsible owner decides, never the author, whatever other roles they hold. */
export const mayApprove = (actor: Actor, question: QuestionForPolicy): Verdict =>
  ifKnown(actor, question, () => {
    if (!isMember(actor) || actor.id !== question.seniorResponsibleOwnerId)
      return deny('Only the senior responsible owner of this question can approve or return it.');
    return allowIf(actor.id !== question.authorId, 'Nobody can approve a question that they wrote.');
  });

const leads = (actor: Actor, question: QuestionForPolicy): boolean =>
  isMember(actor) &&
  (actor.id === question.seniorResponsibleOwnerId || hasTeamRole(actor, question.teamId, 'author'));

/** Addenda, invitations, visibility, answers to clarifications: by the team's authors and the senior responsible owner. */
export const mayRun = (actor: Actor, question: QuestionForPolicy): Verdict =>
  ifKnown(actor, question, () =>
    allowIf(leads(actor, question), 'Only the team’s authors and the senior responsible owner can do this.'),
  );

export const mayWithdraw = (actor: Actor, question: QuestionForPolicy): Verdict =>
  ifKnown(actor, question, () =>
    !isLive(stateNow(actor, question))
      ? deny('This question is finished or withdrawn already.')
      : mayRun(actor, question),
  );

export const mayRelease = (actor: Actor, question: QuestionForPolicy): Verdict =>
  ifKnown(actor, question, () =>
    !isPublished(question)
      ? deny('Only a published question can be released to the public.')
      : allowIf(
          isMember(actor) &&
            (actor.id === question.seniorResponsibleOwnerId || actor.roles.includes('coordinator')),
          'Only the senior responsible owner or a coordinator can release a question.',
        ),
  );

/** A verified expert who is neither of the team nor on the panel: may ask, bid, answer, be invited. */
export const isEligible = (actor: Actor, question: QuestionForPolicy): boolean =>
  isMember(actor) && actor.expert && !ownsQuestion(actor, question) && !panelRole(actor, question.id);

const asExpert = (actor: Actor, question: QuestionForPolicy, verdict: () => Verdict): Verdict =>
  ifKnown(actor, question, () =>
    isEligible(actor, question)
      ? verdict()
      : deny('This is for verified experts who are neither of the asking team nor on the panel.'),
  );

/** Who may start a bid, apart from when: the closing instant is judged under the row lock by the command. */
export const mayBid = (actor: Actor, question: QuestionForPolicy): Verdict =>
  asExpert(actor, question, () => allowIf(question.route.takesBids, 'This route takes no bids.'));

export const mayAnswerAdvice = (actor: Actor, question: QuestionForPolicy): Verdict =>
  asExpert(actor, question, () =>
    allowIf(question.route.takesAdvice, 'This route takes no answers from experts.'),
  );

export const mayAskClarification = (actor: Actor, question: QuestionForPolicy): Verdict =>
  asExpert(actor, question, () => allow);

export const maySignalInterest = (actor: Actor, question: QuestionForPolicy): Verdict =>
  asExpert(actor, question, () =>
    allowIf(isOpen(stateNow(actor, question)), 'This question is no longer open.'),
  );

export const mayWatch = (actor: Actor, question: QuestionForPolicy): Verdict =>
  ifKnown(actor, question, () => allowIf(isMember(actor), 'Only verified members can watch a question.'));

/** Partners are shown to those who could join them, never to team or panel. */
export const maySeePartners = (actor: Actor, question: QuestionForPolicy): boolean =>
  knowsOf(actor, question) && isEligible(actor, question);
