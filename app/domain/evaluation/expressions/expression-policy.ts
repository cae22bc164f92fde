import { isMember, isWalledFromQuestion, panelRole, type Actor } from '../../actor';
import type { Competition } from '../competition';
import { maySeeEvaluation } from '../evaluation-policy';
import { DECLARE_FIRST, standingOf } from '../interests/declarations';
import { allowIf, deny, hide, type Verdict } from '../../policy';

/**
 * Expressions are read and judged by the panel alone, after their deadline, by those who have declared their
 * interests. To somebody behind a wall there are none.
 */
export function mayJudgeExpressions(actor: Actor, competition: Competition, now: Date): Verdict {
  const { question } = competition;
  if (!isMember(actor) || isWalledFromQuestion(actor, question.id)) return hide;
  const seen = maySeeEvaluation(actor, question);
  if (seen.kind !== 'allow') return seen;
  if (!panelRole(actor, question.id)) return deny('Expressions of interest are read by the panel alone.');
  if (!question.expressionsCloseAt || now < question.expressionsCloseAt)
    return deny('Expressions of interest are sealed until their deadline.');
  const standing = standingOf(competition, actor.id, 'publication');
  if (standing === 'missing') return deny(`${DECLARE_FIRST} Then you can read the expressions.`);
  if (standing === 'undecided')
    return deny('The interest you declared is being decided. Until then expressions stay closed to you.');
  return allowIf(standing === 'clear', 'A confirmed conflict keeps you from these expressions.');
}

/** Where bidders are hidden from the panel, so are those who expressed interest. */
export const nameShown = (
  { hidesBidders }: Pick<Competition, 'hidesBidders'>,
  { reference, bidder }: { reference: string; bidder: string },
): string => (hidesBidders ? `Expression ${reference.slice(0, 4)}` : bidder);

/** Nobody judges what their own organisation sent. */
export const isOfOwnOrganisation = (actor: Actor, expression: { organisationId: string | null }): boolean =>
  isMember(actor) &&
  expression.organisationId !== null &&
  actor.organisationIds.includes(expression.organisationId);

/** The moderator tells everybody, once all are judged. */
export function mayTell(actor: Actor, competition: Competition, now: Date): Verdict {
  const verdict = mayJudgeExpressions(actor, competition, now);
  if (verdict.kind !== 'allow') return verdict;
  return allowIf(
    panelRole(actor, competition.question.id) === 'moderator',
    'Only the moderator tells those who expressed interest.',
  );
}
