import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { mayHide } from '../discussion-policy';
import { lockedComment } from '../loaded-comment.server';

/** A coordinator takes a comment out of sight; that it was there, and why it went, stays to be read. */
export const hideComment = command({
  name: 'discussion.hide-comment',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say why it is hidden', 500) }),
  load: async ({ tx, actor, input }) => {
    const found = await lockedComment(tx, input.reference);
    return found && { ...found, standing: found.item.standing(actor) };
  },
  authorise: (actor, { standing, comment }) => mayHide(actor, standing, comment),
  subject: ({ item }) => ({ noun: item.noun, nounId: item.id }),
  decide: ({ input, loaded: { comment, item }, actor }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const data = { commentId: comment.id };
    return {
      change: { id: comment.id, item, by: actor.id, reason: input.reason },
      facts: [{ name: 'CommentWasHidden', noun: item.noun, nounId: item.id, data }],
    };
  },
  save: async ({ tx, now }, { id, item, by, reason }) => {
    await tx.comment.update({ where: { id }, data: { hiddenAt: now, hiddenById: by, hiddenReason: reason } });
    return { noun: item.noun, item: item.reference };
  },
});
