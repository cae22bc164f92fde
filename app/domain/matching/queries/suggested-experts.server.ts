import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { query } from '../../query.server';
import { isAllowed } from '../../policy';
import { maySeeClearance } from '../../people/person-policy';
import { clearanceNeeded, clearanceStanding } from '../../questions/clearance/clearance';
import { mayRun, type QuestionForPolicy } from '../../questions/question-policy';
import { questionForPolicy } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { loadExpertCandidates, withWords, type RankedCandidate } from '../experts/expert-candidates.server';
import type { Missing } from '../experts/missing-experts';
import { loadMissing } from '../experts/missing-experts.server';
import { nearExperts } from '../experts/near-experts.server';
import { bestFirst, suggestionsFrom, type SuggestedExpert } from '../experts/suggestions';

export interface ExpertSuggestions {
  people: SuggestedExpert[];
  missing: Missing;
}

const SHOWN = 20;

/** Whoever runs the question chooses whom to invite; coordinators help. */
const maySuggest = (actor: Actor, question: QuestionForPolicy): boolean =>
  isMember(actor) && (actor.roles.includes('coordinator') || isAllowed(mayRun(actor, question)));

/**
 * The clearance that each lacks of what the question needs, by their own word. Whoever may not see what they declare
 * sees no trace of it either.
 */
function shortfalls(
  actor: Actor,
  { dataProtection }: { dataProtection: unknown },
  now: Date,
): (expert: RankedCandidate) => string | null {
  const needed = clearanceNeeded(dataProtection);
  if (!needed) return () => null;
  return ({ id, clearanceLevel, clearanceExpires }) => {
    if (!maySeeClearance(actor, id)) return null;
    const declared = { level: clearanceLevel ?? null, expires: clearanceExpires ?? null };
    const standing = clearanceStanding(needed.level, declared, ukDay(now));
    return standing === 'below' || standing === 'expired' ? needed.name : null;
  };
}

/** Experts for a question by their works, shared terms and words, with the reasons and what stands in the way. */
export const suggestedExperts = query({
  name: 'matching.suggestedExperts',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (question: QuestionForPolicy) => maySuggest(actor, question),
  read: async ({ db, actor, scope, input, now }): Promise<ExpertSuggestions | null> => {
    const question = await questionForPolicy(db, input.reference);
    if (!question || !scope(question)) return null;
    const { id, teamId, title } = question;
    const body = [question.summary, question.questionsAsked, question.background].join('\n');
    const text = `${title}\n${body}`;
    const near = await nearExperts(db, { title, body }, (people) =>
      loadExpertCandidates(db, { id, teamId, text }, people),
    );
    const shortOf = shortfalls(actor, question, now);
    const standing = near.known.map((one) => ({ ...one, shortOf: shortOf(one) }));
    const best = bestFirst(standing, near).slice(0, SHOWN);
    const suggested = suggestionsFrom(await withWords(db, text, best), near);
    return {
      people: suggested,
      missing: await loadMissing(db, { id, year: now.getUTCFullYear() }, suggested),
    };
  },
});
