import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { query } from '../../query.server';
import { isAllowed } from '../../policy';
import { mayRun, type QuestionForPolicy } from '../../questions/question-policy';
import { questionForPolicy } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { loadExpertCandidates } from '../experts/expert-candidates.server';
import type { Missing } from '../experts/missing-experts';
import { loadMissing } from '../experts/missing-experts.server';
import { nearExperts } from '../experts/near-experts.server';
import { suggestionsFrom, type SuggestedExpert } from '../experts/suggestions';

export interface ExpertSuggestions {
  people: SuggestedExpert[];
  missing: Missing;
}

const SHOWN = 20;

/** Whoever runs the question chooses whom to invite; coordinators help. */
const maySuggest = (actor: Actor, question: QuestionForPolicy): boolean =>
  isMember(actor) && (actor.roles.includes('coordinator') || isAllowed(mayRun(actor, question)));

/** Experts for a question by their works, shared terms and words, with the reasons and what stands in the way. */
export const suggestedExperts = query({
  name: 'matching.suggestedExperts',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (question: QuestionForPolicy) => maySuggest(actor, question),
  read: async ({ db, scope, input, now }): Promise<ExpertSuggestions | null> => {
    const question = await questionForPolicy(db, input.reference);
    if (!question || !scope(question)) return null;
    const { id, teamId, title } = question;
    const body = [question.summary, question.questionsAsked, question.background].join('\n');
    const near = await nearExperts(db, { title, body });
    const people = [...near.byWorks.map(({ expert }) => expert), ...near.byProfile.keys()];
    const text = `${title}\n${body}`;
    const candidates = await loadExpertCandidates(db, { id, teamId, text }, [...new Set(people)]);
    const suggested = suggestionsFrom(candidates, near).slice(0, SHOWN);
    return {
      people: suggested,
      missing: await loadMissing(db, { id, year: now.getUTCFullYear() }, suggested),
    };
  },
});
