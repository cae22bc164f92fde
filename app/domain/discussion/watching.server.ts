import type { Db } from '~/platform/db.server';

/** Whoever speaks hears the answers, unless they have said how much they want to hear. */
export async function startWatching(
  tx: Db,
  { noun, nounId, authorId }: { noun: string; nounId: string; authorId: string },
  now: Date,
): Promise<void> {
  await tx.discussionWatch.createMany({
    data: [{ noun, nounId, personId: authorId, setting: 'every', setAt: now }],
    skipDuplicates: true,
  });
}
