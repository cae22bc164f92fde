import { hideComment } from '~/domain/discussion/commands/hide-comment.server';
import { postComment } from '~/domain/discussion/commands/post-comment.server';
import { replyToComment } from '~/domain/discussion/commands/reply-to-comment.server';
import { setWatch } from '~/domain/discussion/commands/set-watch.server';
import { DISCUSSIONS, type DiscussionStory, type ThreadStory } from '../content/discussions';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

/** People talk about questions and findings, each thread among its readers; one comment is taken out of sight. */
export const discussionHappenings = (play: Play): Happening[] =>
  DISCUSSIONS.flatMap((story) => {
    const { noun, key, threads, watching = [] } = story;
    const first = Math.max(...threads.map(({ daysAgo }) => daysAgo));
    return [
      ...threads.flatMap((thread) => threadHappenings(play, story, thread)),
      ...watching.map(([by, setting]) => ({
        daysAgo: first,
        what: `${by} chooses how much to hear of ${key}`,
        run: () => play.does(by, setWatch, { noun, reference: play[noun](key), setting }),
      })),
    ];
  });

/** One after the other in the course of a day. */
function threadHappenings(play: Play, { noun, key }: DiscussionStory, thread: ThreadStory): Happening[] {
  const { by, daysAgo, level, body, replies = [], hidden } = thread;
  let reference = '';
  const on = (who: string, run: Happening['run']): Happening => ({ daysAgo, what: `${who} speaks of ${key}`, run });
  const post = async () => {
    ({ reference } = await play.does(by, postComment, { noun, reference: play[noun](key), level, body }));
  };
  return [
    on(by, post),
    ...replies.map(([who, said]) => on(who, () => play.does(who, replyToComment, { reference, body: said }))),
    ...(hidden ? [on(hidden.by, () => play.does(hidden.by, hideComment, { reference, reason: hidden.reason }))] : []),
  ];
}
