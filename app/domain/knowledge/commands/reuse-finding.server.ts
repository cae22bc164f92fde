import { z } from 'zod';
import { command } from '../../command.server';
import { hide, isAllowed } from '../../policy';
import { mayEdit } from '../../questions/question-policy';
import { lockedQuestion } from '../../questions/question-stage.server';
import { setAside } from '../../questions/sponsoring/set-aside.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { stands } from '../finding';
import { maySeeFinding } from '../finding-policy';
import { loadFinding } from '../finding-standing.server';

/** A draft is set aside because a finding answers it; it can be reopened at any time. */
export const reuseFinding = command({
  name: 'knowledge.reuse-finding',
  input: z.strictObject({ reference: referenceInput, finding: referenceInput }),
  load: async ({ tx, input }) => {
    const draft = await lockedQuestion(tx, input.reference);
    const finding = await loadFinding(tx, input.finding);
    return draft && finding?.publishedAt ? { draft, finding } : null;
  },
  authorise: (actor, { draft, finding }) =>
    isAllowed(maySeeFinding(actor, finding.standing)) ? mayEdit(actor, draft) : hide,
  subject: ({ draft }) => ({ noun: 'question', nounId: draft.id }),
  decide: ({ loaded: { draft, finding } }) => {
    if (!stands(finding.standing.state))
      return refuse(
        'FindingDoesNotStand',
        'This finding was retracted or superseded. Look for one that stands.',
      );
    const data = { findingId: finding.id, teamId: draft.teamId };
    return {
      change: { draft, findingId: finding.id },
      facts: [{ name: 'QuestionWasSetAside', noun: 'question' as const, nounId: draft.id, data }],
    };
  },
  save: async ({ tx, now }, { draft, findingId }) => {
    await setAside(tx, draft.id, now, findingId);
    return { reference: draft.reference };
  },
});
