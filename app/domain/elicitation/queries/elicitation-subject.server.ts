import { z } from 'zod';
import type { Actor } from '../../actor';
import { loadFinding } from '../../knowledge/finding-standing.server';
import { query } from '../../query.server';
import { questionForPolicy } from '../../questions/question-stage.server';
import { optionalReferenceInput } from '../../reference-input';
import { mayOpenElicitation } from '../elicitation-policy';

/** What experts would be asked about, for whoever may ask. */
export const elicitationSubject = query({
  name: 'elicitation.subject',
  input: z.strictObject({ question: optionalReferenceInput, finding: optionalReferenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const question = input.question ? await questionForPolicy(db, input.question) : null;
    const finding = input.finding && !input.question ? await loadFinding(db, input.finding) : null;
    if (!question && !finding) return null;
    const verdict = mayOpenElicitation(actor, { question, finding: finding?.standing ?? null });
    if (verdict.kind === 'hide') return null;
    if (verdict.kind === 'deny') return { kind: 'denied' as const, why: verdict.why };
    return question
      ? { kind: 'question' as const, reference: question.reference, title: question.title }
      : { kind: 'finding' as const, reference: finding?.reference ?? '', title: finding?.latest.title ?? '' };
  },
});
