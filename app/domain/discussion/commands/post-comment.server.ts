import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { personalDataWarnings } from '../../questions/texts/personal-data';
import { LEVELS, MOST_AN_HOUR, MOST_CHARACTERS } from '../comment';
import { DISCUSSED, loadItem } from '../discussed-item.server';
import { levelsWritten, mayRead } from '../discussion-policy';
import { peopleCalled } from '../mentioned-people.server';
import { withTokens } from '../mentions';
import { startWatching } from '../watching.server';

const HOUR_MS = 3_600_000;

/** Starts a thread on a question or a finding, for the readers of one level. */
export const postComment = command({
  name: 'discussion.post-comment',
  input: z.strictObject({
    noun: z.enum(DISCUSSED),
    reference: referenceInput,
    level: z.enum(LEVELS, { error: 'Choose who reads it' }),
    body: textInput('Enter your comment', MOST_CHARACTERS),
    notPersonal: z.boolean().optional(),
  }),
  load: async ({ tx, actor, input }) => {
    const item = await loadItem(tx, input.noun, input.reference);
    if (!item || !isPerson(actor)) return null;
    const since = new Date(actor.asOf.getTime() - HOUR_MS);
    const lately = await tx.comment.count({ where: { authorId: actor.id, postedAt: { gt: since } } });
    const called = await peopleCalled(tx, item, input.level, input.body, actor.asOf);
    return { item, standing: item.standing(actor), lately, called };
  },
  authorise: (actor, { standing }) => mayRead(actor, standing),
  subject: ({ item }) => ({ noun: item.noun, nounId: item.id }),
  decide: ({ input, loaded: { item, standing, lately, called }, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (!levelsWritten(actor, standing).includes(input.level))
      return refuseField('LevelIsClosed', 'level', 'Choose one of the list');
    if (lately >= MOST_AN_HOUR)
      return refuse('TooManyComments', 'That is many comments in an hour. Go on in a while.');
    const warnings = input.notPersonal ? {} : personalDataWarnings({ body: input.body });
    if (warnings['body']) return refuseField('PersonalDataIsLikely', 'body', warnings['body']);
    const row = {
      ...{ id: newId(), reference: newReference(), noun: item.noun, nounId: item.id, level: input.level },
      ...{ authorId: actor.id, body: withTokens(input.body, called), postedAt: now },
    };
    const data = { commentId: row.id, level: row.level };
    return {
      change: { row, mentioned: called.map(({ id }) => id) },
      facts: [{ name: 'CommentWasPosted', noun: item.noun, nounId: item.id, data }],
    };
  },
  save: async ({ tx, now }, { row, mentioned }) => {
    await tx.comment.create({
      data: { ...row, mentions: { create: mentioned.map((personId) => ({ personId })) } },
    });
    await startWatching(tx, row, now);
    return { reference: row.reference };
  },
});
