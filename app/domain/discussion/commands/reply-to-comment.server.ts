import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { personalDataWarnings } from '../../questions/texts/personal-data';
import { MOST_CHARACTERS } from '../comment';
import { mayReply } from '../discussion-policy';
import { lockedForWords } from '../loaded-comment.server';
import { withTokens } from '../mentions';
import { startWatching } from '../watching.server';

/** Answers a thread, to the readers that it has. A reply to a reply stands in the same thread. */
export const replyToComment = command({
  name: 'discussion.reply-to-comment',
  input: z.strictObject({
    reference: referenceInput,
    body: textInput('Enter your reply', MOST_CHARACTERS),
    notPersonal: z.boolean().optional(),
  }),
  load: ({ tx, actor, input }) => lockedForWords(tx, actor, input),
  authorise: (actor, { standing, comment }) => mayReply(actor, standing, comment),
  subject: ({ item }) => ({ noun: item.noun, nounId: item.id }),
  decide: ({ input, loaded: { comment, item, called }, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const warnings = input.notPersonal ? {} : personalDataWarnings({ body: input.body });
    if (warnings['body']) return refuseField('PersonalDataIsLikely', 'body', warnings['body']);
    const row = {
      ...{ id: newId(), reference: newReference(), noun: item.noun, nounId: item.id, level: comment.level },
      ...{ parentId: comment.parentId ?? comment.id, authorId: actor.id, postedAt: now },
      body: withTokens(input.body, called),
    };
    const data = { commentId: row.id, level: row.level };
    return {
      change: { row, item, mentioned: called.map(({ id }) => id) },
      facts: [{ name: 'CommentWasPosted', noun: item.noun, nounId: item.id, data }],
    };
  },
  save: async ({ tx, now }, { row, item, mentioned }) => {
    await tx.comment.create({
      data: { ...row, mentions: { create: mentioned.map((personId) => ({ personId })) } },
    });
    await startWatching(tx, row, now);
    return { reference: row.reference, noun: item.noun, item: item.reference };
  },
});
