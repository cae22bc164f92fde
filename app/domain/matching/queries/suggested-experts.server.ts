import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { query } from '../../query.server';
import { mayRun, type QuestionForPolicy } from '../../questions/question-policy';
import { questionForPolicy } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { isAllowed } from '../../policy';
import { loadExpertCandidates, type ExpertCandidate } from '../experts/expert-candidates.server';
import { hindrancesOf, reasonsFor, weightOf } from '../experts/match-reasons';

export interface SuggestedExpert {
  reference: string;
  name: string;
  organisation: string | null;
  reasons: string[];
  /** What stands in the way; empty when nothing does. */
  ruledOut: string[];
  invited: boolean;
}

const SHOWN = 20;

/** Whoever runs the question chooses whom to invite; coordinators help. */
const maySuggest = (actor: Actor, question: QuestionForPolicy): boolean =>
  isMember(actor) && (actor.roles.includes('coordinator') || isAllowed(mayRun(actor, question)));

/** Experts for a question by shared terms and words, with the reasons and with what stands in the way. */
export const suggestedExperts = query({
  name: 'matching.suggestedExperts',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (question: QuestionForPolicy) => maySuggest(actor, question),
  read: async ({ db, scope, input }) => {
    const question = await questionForPolicy(db, input.reference);
    if (!question || !scope(question)) return null;
    const text = [question.title, question.summary, question.questionsAsked, question.background].join('\n');
    const { id, teamId } = question;
    const candidates = await loadExpertCandidates(db, { id, teamId, text });
    return { people: ranked(candidates).slice(0, SHOWN) };
  },
});

/**
 * Terms count for more than words; whoever is held back comes after everybody who is not. Ties go by reference,
 * which is drawn at random, so that no name is favoured by its spelling.
 */
function ranked(rows: ExpertCandidate[]): SuggestedExpert[] {
  const order = (row: ExpertCandidate) => weightOf(row.terms) + Math.min(row.wordWeight, 20) / 5;
  return rows
    .map((row) => ({ row, ruledOut: hindrancesOf(row), order: order(row) }))
    .sort(
      (one, other) =>
        Number(one.ruledOut.length > 0) - Number(other.ruledOut.length > 0) ||
        other.order - one.order ||
        (one.row.reference < other.row.reference ? -1 : 1),
    )
    .map(({ row, ruledOut }) => ({
      reference: row.reference,
      name: row.name,
      organisation: row.organisation,
      reasons: reasonsFor(row.terms, row.words),
      ruledOut,
      invited: row.invited,
    }));
}
