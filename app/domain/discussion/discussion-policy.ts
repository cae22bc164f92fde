import { hasRole, isMember, isWalledFromQuestion, type Actor } from '../actor';
import { allow, allowIf, deny, hide, type Verdict } from '../policy';
import { readsNetwork } from '../questions/question-policy';
import { isEditable, LEVELS, type Level } from './comment';

/** What is discussed, as one actor stands to it. */
export interface DiscussedItem {
  /** The actor may open its page. */
  seen: boolean;
  published: boolean;
  /** Whose question it is, or which question it answers; null where no team asked. */
  questionId: string | null;
  ofTeam: boolean;
  /** Bids are sealed or being judged: nobody may learn who bids and who assesses. */
  blind: boolean;
}

/** A member of a team is a civil servant; people of firms are not, whatever else they are. */
const ofGovernment = (actor: Actor): boolean =>
  isMember(actor) && !actor.privateSector && (actor.teams.length > 0 || actor.roles.includes('coordinator'));

/**
 * The levels that an actor reads. While bids are sealed or judged only the team and the coordinators talk, each
 * among themselves: whoever spoke where experts or assessors read could be known by it as bidder or assessor.
 */
export function levelsRead(actor: Actor, item: DiscussedItem): Level[] {
  if (!item.seen) return [];
  if (item.questionId && isWalledFromQuestion(actor, item.questionId)) return [];
  const reads: Record<Level, boolean> = {
    everybody: item.published && !item.blind,
    government: item.published && !item.blind && ofGovernment(actor),
    team: item.ofTeam,
    coordinators: item.published && hasRole(actor, 'coordinator'),
  };
  return LEVELS.filter((level) => reads[level]);
}

/** Who takes part in the network says something, at a level that they read. */
export const levelsWritten = (actor: Actor, item: DiscussedItem): Level[] =>
  isMember(actor) && (readsNetwork(actor) || hasRole(actor, 'coordinator')) ? levelsRead(actor, item) : [];

export const mayRead = (actor: Actor, item: DiscussedItem): Verdict =>
  levelsRead(actor, item).length > 0 ? allow : hide;

export interface CommentStanding {
  level: Level;
  authorId: string;
  postedAt: Date;
  hiddenAt: Date | null;
}

const ifRead = (
  actor: Actor,
  item: DiscussedItem,
  { level }: { level: Level },
  verdict: () => Verdict,
): Verdict => (levelsRead(actor, item).includes(level) ? verdict() : hide);

export const mayReply = (actor: Actor, item: DiscussedItem, comment: CommentStanding): Verdict =>
  ifRead(actor, item, comment, () =>
    allowIf(levelsWritten(actor, item).includes(comment.level), 'Only members of the network take part.'),
  );

export const mayEdit = (actor: Actor, item: DiscussedItem, comment: CommentStanding): Verdict =>
  ifRead(actor, item, comment, () => {
    if (!isMember(actor) || comment.authorId !== actor.id) return deny('Only its author changes a comment.');
    if (comment.hiddenAt) return deny('This comment was hidden.');
    return allowIf(isEditable(comment.postedAt, actor.asOf), 'It is too late to change this comment.');
  });

export const mayHide = (actor: Actor, item: DiscussedItem, comment: CommentStanding): Verdict =>
  ifRead(actor, item, comment, () => {
    if (!hasRole(actor, 'coordinator')) return deny('Only a coordinator hides a comment.');
    return allowIf(!comment.hiddenAt, 'This comment was hidden already.');
  });
