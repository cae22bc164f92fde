import type { Actor } from '../../actor';
import type { Verdict } from '../../policy';
import { mayAssign, maySeeAssessors } from '../assessors/assigning-policy';
import type { Competition } from '../competition';
import { mayModerate, mayRunPanel } from '../evaluation-policy';
import type { ListKind } from './list-kinds';

/** The page of lists: those who run the competition, and its moderator. */
export const maySeeLists = maySeeAssessors;

/** Who may send a list of a kind; each row is judged by its own command besides. */
export function mayKeepList(actor: Actor, competition: Competition, kind: ListKind): Verdict {
  switch (kind) {
    case 'assessors':
    case 'remove':
      return mayRunPanel(actor, competition.question);
    case 'apart':
      return maySeeAssessors(actor, competition);
    case 'assignments':
    case 'remind':
      return mayAssign(actor, competition);
    case 'eligibility':
      return mayModerate(actor, competition);
  }
}
