import { hasRole, isMember, isWalledFromSome, panelRole, type Actor } from '../../actor';
import { allowIf, deny, type Verdict } from '../../policy';
import { maySeeAssessors } from '../assessors/assigning-policy';
import type { Competition } from '../competition';
import { mayModerate, maySeeDeclarations, maySeeEvaluation, maySeeRanking } from '../evaluation-policy';

/** What can be taken out of a competition as a file. */
export const EXPORTS = {
  bids: 'Bids',
  assessors: 'Assessors',
  assignments: 'Assignments',
  scores: 'Scores',
  conflicts: 'Declarations of interest',
  decisions: 'Recommendations and awards',
} as const;

export type ExportName = keyof typeof EXPORTS;
export const EXPORT_NAMES = Object.keys(EXPORTS) as [ExportName, ...ExportName[]];

/** Of all bids at once: not before the opening, and to nobody who may not know of one of them. */
function maySeeAll(actor: Actor, competition: Competition): Verdict {
  const { question } = competition;
  if (!question.openedAt) return deny('Bids are sealed until they are opened.');
  const decided = question.decidedAt !== null && hasRole(actor, 'coordinator');
  return decided && isMember(actor) && panelRole(actor, question.id) === undefined
    ? allowIf(!isWalledFromSome(actor, question.id), 'A confirmed conflict keeps you from these bids.')
    : mayModerate(actor, competition);
}

export function mayExport(actor: Actor, competition: Competition, name: ExportName): Verdict {
  const known = maySeeEvaluation(actor, competition.question);
  if (known.kind !== 'allow') return known;
  switch (name) {
    case 'assessors':
      return maySeeAssessors(actor, competition);
    case 'conflicts':
      return maySeeDeclarations(actor, competition.question);
    case 'decisions':
      return isWalledFromSome(actor, competition.question.id)
        ? deny('A confirmed conflict keeps you from these decisions.')
        : maySeeRanking(actor, competition);
    case 'bids':
    case 'assignments':
    case 'scores':
      return maySeeAll(actor, competition);
  }
}
