import { z } from 'zod';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import type { Level } from '../comment';
import type { DiscussedNoun } from '../discussed-item.server';
import { levelsRead, levelsWritten, type DiscussedItem } from '../discussion-policy';
import { loadComment } from '../loaded-comment.server';
import { withNames } from '../mentions';
import { threadsOf } from '../stored-threads.server';
import { shownTo, type ShownComment, type ShownThread } from './discussion-page.server';

export interface CommentPage {
  noun: DiscussedNoun;
  item: string;
  title: string;
  level: Level;
  /** The thread that it stands in. */
  thread: ShownThread;
  comment: ShownComment;
  /** As its author typed it, to be changed. */
  text: string;
  may: { reply: boolean };
}

/** One comment in its thread, for whoever reads its level. */
export const commentPage = query({
  name: 'discussion.comment',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (item: DiscussedItem) => levelsRead(actor, item),
  read: async ({ db, actor, scope, input }): Promise<CommentPage | null> => {
    const found = await loadComment(db, input.reference);
    if (!found) return null;
    const { comment, item } = found;
    const standing = item.standing(actor);
    if (!scope(standing).includes(comment.level)) return null;
    const root = comment.parentId
      ? await db.comment.findUnique({ where: { id: comment.parentId }, select: { reference: true } })
      : comment;
    const [row] = await threadsOf(db, item, [comment.level], {
      thread: root?.reference ?? comment.reference,
      most: 1,
    });
    if (!row) return null;
    const thread = {
      ...shownTo(actor, standing, row),
      replies: row.replies.map((reply) => shownTo(actor, standing, reply)),
    };
    const own = [thread, ...thread.replies].find(({ reference }) => reference === comment.reference);
    if (!own) return null;
    const mentioned = comment.mentions.map(({ person }) => person);
    return {
      ...{ noun: item.noun, item: item.reference, title: item.title, level: comment.level, thread },
      comment: own,
      text: own.may.edit ? withNames(comment.body, mentioned, { seesNames: true, markdown: false }) : '',
      may: { reply: levelsWritten(actor, standing).includes(comment.level) },
    };
  },
});
