import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { cursorInput } from '../../cursor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import type { Level, WatchSetting } from '../comment';
import { DISCUSSED, loadItem, type DiscussedNoun } from '../discussed-item.server';
import { levelsRead, levelsWritten, mayEdit, mayHide, type DiscussedItem } from '../discussion-policy';
import { withNames, type Called } from '../mentions';
import { threadsOf, type StoredComment } from '../stored-threads.server';

export interface ShownComment {
  reference: string;
  author: string;
  level: Level;
  /** Markdown, with mentions as this reader may see them; empty where it was hidden. */
  body: string;
  postedAt: Date;
  edited: boolean;
  /** How it read before, the first wording first. */
  before: { body: string; replacedAt: Date }[];
  hiddenReason: string | null;
  may: { edit: boolean; hide: boolean };
}

export interface ShownThread extends ShownComment {
  replies: ShownComment[];
}

export interface DiscussionPage {
  noun: DiscussedNoun;
  reference: string;
  title: string;
  threads: ShownThread[];
  next: string | null;
  levels: Level[];
  watch: WatchSetting | null;
  may: { write: boolean; watch: boolean };
  blind: boolean;
}

const PAGE = 20;

/** What is said of a question or finding at the levels that the actor reads, the latest threads first. */
export const discussionPage = query({
  name: 'discussion.page',
  input: z.strictObject({
    noun: z.enum(DISCUSSED),
    reference: referenceInput,
    after: cursorInput.optional(),
    thread: referenceInput.optional(),
  }),
  visibleTo: (actor) => (item: DiscussedItem) => levelsRead(actor, item),
  read: async ({ db, actor, scope, input }): Promise<DiscussionPage | null> => {
    const item = await loadItem(db, input.noun, input.reference);
    if (!item) return null;
    const standing = item.standing(actor);
    const levels = scope(standing);
    if (levels.length === 0) return null;
    const rows = await threadsOf(db, item, levels, { ...input, most: PAGE + 1 });
    const shown = rows.slice(0, PAGE);
    const watch = isMember(actor)
      ? await db.discussionWatch.findFirst({
          where: { noun: item.noun, nounId: item.id, personId: actor.id },
        })
      : null;
    const written = levelsWritten(actor, standing);
    const show = (comment: StoredComment) => shownTo(actor, standing, comment);
    return {
      ...{ noun: item.noun, reference: item.reference, title: item.title, blind: standing.blind },
      threads: shown.map((row) => ({ ...show(row), replies: row.replies.map(show) })),
      next: rows.length > PAGE ? (shown.at(-1)?.cursor ?? null) : null,
      levels: written,
      watch: watch?.setting ?? null,
      may: { write: written.length > 0, watch: isMember(actor) },
    };
  },
});

/** Names are the network's: to the public whoever wrote and whoever was called is a member and somebody. */
export function shownTo(actor: Actor, item: DiscussedItem, comment: StoredComment): ShownComment {
  const seesNames = isMember(actor);
  const stamps = { postedAt: new Date(comment.postedAt), hiddenAt: comment.hiddenAt };
  const standing = { level: comment.level, authorId: comment.authorId, ...stamps };
  const named = (text: string, mentioned: Called[] = comment.mentioned) =>
    withNames(text, mentioned, { seesNames, markdown: true });
  const hidden = comment.hiddenAt !== null;
  return {
    reference: comment.reference,
    author: seesNames ? comment.author : 'A member of the network',
    level: comment.level,
    body: hidden ? '' : named(comment.body),
    postedAt: stamps.postedAt,
    edited: comment.edited,
    before: hidden
      ? []
      : comment.before.map(({ body, replacedAt }) => ({
          body: named(body),
          replacedAt: new Date(replacedAt),
        })),
    hiddenReason: comment.hiddenReason,
    may: {
      edit: isAllowed(mayEdit(actor, item, standing)),
      hide: isAllowed(mayHide(actor, item, standing)),
    },
  };
}
