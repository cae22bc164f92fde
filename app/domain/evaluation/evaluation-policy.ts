import {
  hasRole,
  hasTeamRole,
  isMember,
  isWalledFromBid,
  isWalledFromQuestion,
  isWalledFromSome,
  panelRole,
  teamPlace,
  type Actor,
} from '../actor';
import { allow, allowIf, deny, hide, type Verdict } from '../policy';
import { isTheirs } from './assessment/whose-bids';
import type { Capacity, Competition, CompetitionQuestion } from './competition';
import { DECLARE_FIRST, standingOf } from './interests/declarations';

/** The senior responsible owner, or a team member who holds that role and stands in. Never the question's author. */
export const isOwner = (
  actor: Actor,
  question: Pick<CompetitionQuestion, 'teamId' | 'authorId' | 'seniorResponsibleOwnerId'>,
): boolean =>
  isMember(actor) &&
  actor.id !== question.authorId &&
  (actor.id === question.seniorResponsibleOwnerId ||
    hasTeamRole(actor, question.teamId, 'seniorResponsibleOwner'));

/** In which ways an actor can influence the outcome. */
export function capacitiesOf(actor: Actor, question: CompetitionQuestion): Capacity[] {
  if (!isMember(actor)) return [];
  const role = panelRole(actor, question.id);
  const { id } = actor;
  const owns = id === question.seniorResponsibleOwnerId || isOwner(actor, question);
  const capacities: (Capacity | false | undefined)[] = [
    id === question.authorId && 'author',
    owns && 'seniorResponsibleOwner',
    id === question.budgetHolderId && 'budgetHolder',
    role,
    hasRole(actor, 'coordinator') && 'coordinator',
  ];
  return capacities.filter((capacity): capacity is Capacity => Boolean(capacity));
}

/** A wall hides the evaluation as a whole; so does having no part in it. The auditor comes after the decision. */
export function knowsOfEvaluation(actor: Actor, question: CompetitionQuestion): boolean {
  if (!isMember(actor) || isWalledFromQuestion(actor, question.id)) return false;
  if (capacitiesOf(actor, question).length > 0) return true;
  if (teamPlace(actor, question.teamId)) return true;
  return hasRole(actor, 'auditor') && question.decidedAt !== null;
}

const ifKnown = (actor: Actor, question: CompetitionQuestion, verdict: () => Verdict): Verdict =>
  knowsOfEvaluation(actor, question) ? verdict() : hide;

export const maySeeEvaluation = (actor: Actor, question: CompetitionQuestion): Verdict =>
  ifKnown(actor, question, () => allow);

/** The team's authors and the senior responsible owner. */
export const runsCompetition = (actor: Actor, question: CompetitionQuestion): boolean =>
  isMember(actor) &&
  !isWalledFromQuestion(actor, question.id) &&
  (isOwner(actor, question) ||
    actor.id === question.authorId ||
    hasTeamRole(actor, question.teamId, 'author'));

export const mayRunPanel = (actor: Actor, question: CompetitionQuestion): Verdict =>
  ifKnown(actor, question, () =>
    allowIf(
      runsCompetition(actor, question),
      'Only the team’s authors and the senior responsible owner appoint the panel.',
    ),
  );

/** Sending the summaries and giving the notice. */
export const mayTellBidders = (actor: Actor, question: CompetitionQuestion): Verdict =>
  ifKnown(actor, question, () =>
    allowIf(
      runsCompetition(actor, question),
      'Only the team’s authors and the senior responsible owner can do this.',
    ),
  );

/** Whoever approves at a further level declares too, without another part in it. */
export const mayDeclare = (actor: Actor, question: CompetitionQuestion, approves = false): Verdict =>
  approves
    ? allow
    : ifKnown(actor, question, () =>
        allowIf(
          capacitiesOf(actor, question).length > 0,
          'Only people who can influence the outcome declare.',
        ),
      );

export const maySeeDeclarations = (actor: Actor, question: CompetitionQuestion): Verdict =>
  ifKnown(actor, question, () =>
    allowIf(
      isOwner(actor, question) || hasRole(actor, 'coordinator') || hasRole(actor, 'auditor'),
      'Only the senior responsible owner and coordinators see what others declared.',
    ),
  );

/** The senior responsible owner decides, a coordinator where it is the owner's own; nobody decides their own. */
export const mayDecideInterest = (actor: Actor, competition: Competition, declarantId: string): Verdict =>
  ifKnown(actor, competition.question, () => {
    if (isMember(actor) && actor.id === declarantId) return deny('Nobody decides about their own interest.');
    if (declarantId === competition.question.seniorResponsibleOwnerId)
      return allowIf(
        hasRole(actor, 'coordinator'),
        'A coordinator decides about an interest of the senior responsible owner.',
      );
    return allowIf(
      isOwner(actor, competition.question),
      'Only the senior responsible owner decides about declared interests.',
    );
  });

/** Bids are read by the panel alone, after having declared at opening; opening them gives no right to read. */
export const mayReadBids = (actor: Actor, competition: Competition): Verdict =>
  ifKnown(actor, competition.question, () => {
    if (!isMember(actor) || !panelRole(actor, competition.question.id))
      return deny('Bids are read by the panel of the question alone.');
    const standing = standingOf(competition, actor.id, 'opening');
    if (standing === 'missing') return deny(`${DECLARE_FIRST} Then you can read the bids.`);
    if (standing === 'undecided')
      return deny('The interest you declared is being decided. Until then bids stay closed to you.');
    return allowIf(standing === 'clear', 'A confirmed conflict keeps you from these bids.');
  });

export const mayReadBid = (actor: Actor, competition: Competition, bidId: string): Verdict =>
  isWalledFromBid(actor, competition.question.id, bidId) || isSomebodyElses(actor, competition, bidId)
    ? hide
    : mayReadBids(actor, competition);

/** Where bids are assigned, an evaluator knows of their own alone. */
const isSomebodyElses = (actor: Actor, competition: Competition, bidId: string): boolean =>
  isMember(actor) &&
  panelRole(actor, competition.question.id) === 'evaluator' &&
  !isTheirs(competition, actor.id, bidId);

const asPanel = (
  actor: Actor,
  competition: Competition,
  role: 'evaluator' | 'moderator',
  why: string,
  bidId?: string,
): Verdict => {
  const reading =
    bidId === undefined ? mayReadBids(actor, competition) : mayReadBid(actor, competition, bidId);
  if (reading.kind !== 'allow') return reading;
  return allowIf(panelRole(actor, competition.question.id) === role, why);
};

export const mayScore = (actor: Actor, competition: Competition, bidId: string): Verdict =>
  asPanel(
    actor,
    competition,
    'evaluator',
    'Only evaluators score. The moderator leads the panel’s meeting.',
    bidId,
  );

const MODERATORS = 'Only the moderator records what the panel agreed.';

/** Whoever has a conflict about one bid keeps their part in the others, but does not settle them all. */
const conflicted = deny('A confirmed conflict about one of the bids keeps you from settling them all.');

/** How far the panel agrees, bid by bid; bids behind a wall are left out of it. */
export const maySeeSpread = (actor: Actor, competition: Competition): Verdict =>
  asPanel(actor, competition, 'moderator', 'Only the moderator sees how far the panel agrees.');

/** The meeting and the agreement of all bids; of one bid, its consensus is `mayModerateBid`. */
export const mayModerate = (actor: Actor, competition: Competition): Verdict => {
  const verdict = asPanel(actor, competition, 'moderator', MODERATORS);
  return verdict.kind === 'allow' && isWalledFromSome(actor, competition.question.id) ? conflicted : verdict;
};

export const mayModerateBid = (actor: Actor, competition: Competition, bidId: string): Verdict =>
  asPanel(actor, competition, 'moderator', MODERATORS, bidId);

const isLimitedToLots = (actor: Actor, { outsideLots = [] }: Competition): boolean =>
  isMember(actor) && outsideLots.some(({ personId }) => personId === actor.id);

/** Ranking and consensus: the panel, and the owner once there is a recommendation to decide about; others after the decision. */
export const maySeeRanking = (actor: Actor, competition: Competition): Verdict =>
  ifKnown(actor, competition.question, () => {
    const { question, recommendationId } = competition;
    const place = panelRole(actor, question.id);
    if (place === 'evaluator' && (competition.assigning || isLimitedToLots(actor, competition)))
      return deny('The ranking tells of every bid, and you assess those that were assigned to you.');
    if (place) return mayReadBids(actor, competition);
    if (isOwner(actor, question))
      return allowIf(
        recommendationId !== null || question.decidedAt !== null,
        'The ranking is shown to you with the moderator’s recommendation.',
      );
    return allowIf(
      question.decidedAt !== null && (hasRole(actor, 'auditor') || hasRole(actor, 'coordinator')),
      'The ranking is for the panel and the senior responsible owner.',
    );
  });

/** The owner decides on a recommendation, never the author, and never on their own. */
export const mayDecide = (actor: Actor, competition: Competition, madeById: string | null): Verdict =>
  ifKnown(actor, competition.question, () => {
    if (!isOwner(actor, competition.question))
      return deny('Only the senior responsible owner decides on a recommendation, and never the author.');
    if (isWalledFromSome(actor, competition.question.id)) return conflicted;
    return allowIf(
      isMember(actor) && actor.id !== madeById,
      'Nobody decides on a recommendation that they made.',
    );
  });

/** The file of a question: owner, moderator, coordinator; the auditor after the decision. */
export const mayReadFile = (actor: Actor, competition: Competition): Verdict =>
  ifKnown(actor, competition.question, () => {
    const { question } = competition;
    if (hasRole(actor, 'auditor') && question.decidedAt) return allow;
    if (panelRole(actor, question.id) === 'moderator') {
      return question.openedAt ? mayReadBids(actor, competition) : allow;
    }
    return allowIf(
      isOwner(actor, question) || hasRole(actor, 'coordinator'),
      'The file is for the senior responsible owner, the moderator, coordinators and, after the decision, the auditor.',
    );
  });
