import type { Db } from '~/platform/db.server';
import { loadItemById, type LoadedItem } from '../../discussion/discussed-item.server';
import { readersAmong } from '../../discussion/mentioned-people.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { rulesAbout, textOf } from './rule.server';

const pathOf = ({ noun, reference }: LoadedItem): string =>
  noun === 'question' ? pages.questionDiscussion(reference) : pages.findingDiscussion(reference);

const watchersOf = async (db: Db, item: LoadedItem, setting: 'every' | 'daily' | 'none') => {
  const where = { noun: item.noun, nounId: item.id, setting };
  return (await db.discussionWatch.findMany({ where })).map(({ personId }) => personId);
};

const about = rulesAbout(async (db: Db, fact: SealedFact) => {
  const id = textOf(fact, 'commentId');
  const comment = id
    ? await db.comment.findUnique({
        where: { id },
        include: { author: { select: { name: true } }, mentions: { select: { personId: true } } },
      })
    : null;
  const item = comment && (await loadItemById(db, comment.noun, comment.nounId));
  return comment && item ? { comment, item, called: comment.mentions.map(({ personId }) => personId) } : null;
});
const aboutItem = rulesAbout((db: Db, fact: SealedFact) => loadItemById(db, fact.noun, fact.nounId));

/** Who may read a comment is judged again when they are told: people leave teams, and questions open and close. */
export const discussionNotices = [
  about('CommentWasPosted', async ({ db, fact, thing: { comment, item, called } }) => {
    const watching = (await watchersOf(db, item, 'every')).filter((id) => !called.includes(id));
    return {
      personIds: await readersAmong(item, comment.level, watching, fact.at),
      subject: `New comment: ${item.title}`,
      body: `${comment.author.name} wrote in a discussion that you follow.`,
      path: pathOf(item),
    };
  }),
  about(
    'CommentWasPosted',
    async ({ db, fact, thing: { comment, item, called } }) => {
      const quiet = await watchersOf(db, item, 'none');
      const ids = called.filter((id) => !quiet.includes(id));
      return {
        personIds: await readersAmong(item, comment.level, ids, fact.at),
        subject: `You are mentioned: ${item.title}`,
        body: `${comment.author.name} mentions you in a discussion.`,
        path: pages.comment(comment.reference),
      };
    },
    'mentioned',
  ),
  about('CommentWasHidden', ({ thing: { comment, item } }) =>
    Promise.resolve({
      personIds: [comment.authorId],
      subject: `Your comment was hidden: ${item.title}`,
      body: comment.hiddenReason ?? '',
      path: pages.comment(comment.reference),
    }),
  ),
  aboutItem('DiscussionDigestIsDue', async ({ db, fact, thing: item }) => {
    const posted = { gt: new Date(textOf(fact, 'since') ?? 0), lte: new Date(textOf(fact, 'until') ?? 0) };
    const comments = await db.comment.findMany({
      where: { noun: item.noun, nounId: item.id, hiddenAt: null, postedAt: posted },
      select: { level: true, authorId: true },
    });
    const watching = await watchersOf(db, item, 'daily');
    const told = new Set<string>();
    for (const level of new Set(comments.map((comment) => comment.level))) {
      const fresh = watching.filter((id) =>
        comments.some((comment) => comment.level === level && comment.authorId !== id),
      );
      for (const id of await readersAmong(item, level, fresh, fact.at)) told.add(id);
    }
    return {
      personIds: [...told],
      subject: `New comments since yesterday: ${item.title}`,
      body: 'There are new comments in a discussion that you follow once a day.',
      path: pathOf(item),
    };
  }),
];
