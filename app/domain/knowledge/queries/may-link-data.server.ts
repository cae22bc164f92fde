import { z } from 'zod';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { questionForPolicy } from '../../questions/question-stage.server';
import { linkedInput, mayLinkData, type Linked } from '../datasets/linking.server';
import { loadFinding } from '../finding-standing.server';

/** Whether somebody may link data to a question or a finding; null for what they may not know of. */
export const mayLinkDataTo = query({
  name: 'knowledge.may-link-data',
  input: z.strictObject(linkedInput),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input: { noun, reference } }) => {
    const question = noun === 'question' ? await questionForPolicy(db, reference) : null;
    const finding = noun === 'finding' ? await loadFinding(db, reference) : null;
    const linked: Linked | null = question
      ? { noun: 'question', question }
      : finding && { noun: 'finding', finding };
    const verdict = linked && mayLinkData(actor, linked);
    return !verdict || verdict.kind === 'hide' ? null : { link: isAllowed(verdict) };
  },
});
