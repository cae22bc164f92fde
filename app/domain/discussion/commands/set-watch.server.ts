import { z } from 'zod';
import { isMember } from '../../actor';
import { command } from '../../command.server';
import { hide, isAllowed } from '../../policy';
import { referenceInput } from '../../reference-input';
import { WATCH_SETTINGS } from '../comment';
import { DISCUSSED, loadItem } from '../discussed-item.server';
import { mayRead } from '../discussion-policy';

/** How much of one discussion one hears: every comment, once a day, or nothing. */
export const setWatch = command({
  name: 'discussion.set-watch',
  input: z.strictObject({
    noun: z.enum(DISCUSSED),
    reference: referenceInput,
    setting: z.enum(WATCH_SETTINGS, { error: 'Choose how much you want to hear' }),
  }),
  load: async ({ tx, actor, input }) => {
    const item = await loadItem(tx, input.noun, input.reference);
    return item && { item, standing: item.standing(actor) };
  },
  authorise: (actor, { standing }) =>
    isMember(actor) && isAllowed(mayRead(actor, standing)) ? mayRead(actor, standing) : hide,
  subject: ({ item }) => ({ noun: item.noun, nounId: item.id }),
  decide: ({ input, loaded: { item }, actor }) => {
    if (!isMember(actor)) throw new Error('authorised above');
    return {
      change: { noun: item.noun, nounId: item.id, personId: actor.id, setting: input.setting },
      facts: [{ name: 'DiscussionWatchWasSet', noun: 'person' as const, nounId: actor.id }],
    };
  },
  save: async ({ tx, now }, { setting, ...key }) => {
    await tx.discussionWatch.upsert({
      where: { noun_nounId_personId: key },
      create: { ...key, setting, setAt: now },
      update: { setting, setAt: now },
    });
    return { setting };
  },
});
