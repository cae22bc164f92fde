import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { personalDataWarnings } from '../../questions/texts/personal-data';
import { isEditable, MOST_CHARACTERS } from '../comment';
import { mayEdit } from '../discussion-policy';
import { lockedForWords } from '../loaded-comment.server';
import { withTokens } from '../mentions';

/** Its author changes a comment for a while; how it read before stays with it. */
export const editComment = command({
  name: 'discussion.edit-comment',
  input: z.strictObject({
    reference: referenceInput,
    body: textInput('Enter your comment', MOST_CHARACTERS),
    notPersonal: z.boolean().optional(),
  }),
  load: ({ tx, actor, input }) => lockedForWords(tx, actor, input),
  authorise: (actor, { standing, comment }) => mayEdit(actor, standing, comment),
  subject: ({ item }) => ({ noun: item.noun, nounId: item.id }),
  decide: ({ input, loaded: { comment, item, called }, now }) => {
    if (!isEditable(comment.postedAt, now))
      return refuse('CommentIsOld', 'It is too late to change this comment. Reply to it instead.');
    const warnings = input.notPersonal ? {} : personalDataWarnings({ body: input.body });
    if (warnings['body']) return refuseField('PersonalDataIsLikely', 'body', warnings['body']);
    const body = withTokens(input.body, called);
    const same = body === comment.body;
    const data = { commentId: comment.id };
    return {
      change: { comment, item, body, same, mentioned: called.map(({ id }) => id) },
      facts: same ? [] : [{ name: 'CommentWasEdited', noun: item.noun, nounId: item.id, data }],
    };
  },
  save: async ({ tx, now }, { comment, item, body, same, mentioned }) => {
    const done = { noun: item.noun, item: item.reference, reference: comment.reference };
    if (same) return done;
    const number = (await tx.commentWording.count({ where: { commentId: comment.id } })) + 1;
    await tx.commentWording.create({
      data: { commentId: comment.id, number, body: comment.body, replacedAt: now },
    });
    await tx.commentMention.createMany({
      data: mentioned.map((personId) => ({ commentId: comment.id, personId })),
      skipDuplicates: true,
    });
    await tx.comment.update({ where: { id: comment.id }, data: { body, editedAt: now } });
    return done;
  },
});
