import { hasRole, isMember, panelRole, type Actor } from '../../actor';
import { allowIf, hide, type Verdict } from '../../policy';
import type { Competition } from '../competition';
import { knowsOfEvaluation, mayModerate, mayReadBids, runsCompetition } from '../evaluation-policy';

/** Who is asked, who has accepted and how many bids each takes: those who run the competition, and its moderator. */
export const maySeeAssessors = (actor: Actor, { question }: Competition): Verdict =>
  knowsOfEvaluation(actor, question)
    ? allowIf(
        runsCompetition(actor, question) || panelRole(actor, question.id) === 'moderator',
        'The assessors are invited by the team’s authors and the senior responsible owner.',
      )
    : hide;

/** The bids with what is said of them: the moderator, who has declared and stands behind no wall here. */
export const mayAssign = (actor: Actor, competition: Competition): Verdict =>
  isAssigning(competition) ? mayModerate(actor, competition) : hide;

/** Where every evaluator scores every bid there is nothing to assign. */
const isAssigning = ({ question, assigning }: Competition): boolean =>
  Boolean(assigning) && question.openedAt !== null;

/** A bid that was assigned can be given back, and its assessments rated. */
export const whereAssigned = (competition: Competition, verdict: Verdict): Verdict =>
  isAssigning(competition) ? verdict : hide;

/** Evaluators, before bids are assigned, once they have declared. */
export function mayStatePreferences(actor: Actor, competition: Competition): Verdict {
  const { question, assigning } = competition;
  if (!isMember(actor) || !knowsOfEvaluation(actor, question) || !assigning || !question.openedAt)
    return hide;
  const reading = mayReadBids(actor, competition);
  if (reading.kind !== 'allow') return reading;
  return allowIf(panelRole(actor, question.id) === 'evaluator', 'Only assessors say which bids they want.');
}

/** How helpful assessments were is for coordinators, and for the moderator who says so. */
export function maySeeHelpfulness(actor: Actor, competition: Competition): Verdict {
  if (!knowsOfEvaluation(actor, competition.question) || !isAssigning(competition)) return hide;
  if (hasRole(actor, 'coordinator')) return allowIf(true, '');
  return mayAssign(actor, competition);
}
