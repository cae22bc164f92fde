import { z } from 'zod';
import { isMember, isPerson } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { isExtendable, mayConfirmExtension, mayProposeExtension } from '../dates/extension';
import { waitingExtension } from '../dates/load-extension.server';
import { questionForPolicy } from '../question-stage.server';

/** Moving the deadline of a question: what waits, and who may do what. What is only proposed is for them alone. */
export const extensionPage = query({
  name: 'questions.extension',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input: { reference }, now }) => {
    const question = scope && (await questionForPolicy(db, reference));
    if (!question) return null;
    const verdict = mayProposeExtension(actor, question);
    if (verdict.kind !== 'allow') return verdict.kind === 'deny' ? verdict : null;
    const open = isExtendable(question, now);
    const waiting = await waitingExtension(db, question.id);
    const proposer = waiting && (await db.person.findUnique({ where: { id: waiting.proposedById } }));
    const confirm = waiting && mayConfirmExtension(actor, question, waiting.proposedById);
    return {
      reference,
      title: question.title,
      closesAt: question.closesAt,
      open,
      waiting: waiting && {
        closesAt: waiting.closesAt,
        insteadOf: waiting.insteadOf,
        reason: waiting.reason,
        proposedBy: proposer?.name ?? '',
        proposedAt: waiting.proposedAt,
      },
      why: confirm?.kind === 'deny' ? confirm.why : null,
      may: {
        propose: open && !waiting,
        confirm: open && confirm !== null && isAllowed(confirm),
        decline: waiting !== null && isPerson(actor) && waiting.proposedById === actor.id,
      },
    };
  },
});
