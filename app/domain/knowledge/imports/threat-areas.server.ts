import type { Db } from '~/platform/db.server';

export const threatAreaNames = (tx: Db) =>
  tx.term.findMany({
    where: { scheme: 'threatArea' },
    select: { id: true, slug: true, name: true },
  });

export async function threatAreaIds(tx: Db): Promise<ReadonlyMap<string, string>> {
  return new Map((await threatAreaNames(tx)).map(({ id, slug }) => [slug, id]));
}
