import type { Db } from '~/platform/db.server';

/** The kinds that a milestone can have, in their order. */
export const milestoneKinds = (db: Db) =>
  db.milestoneKind.findMany({
    orderBy: { position: 'asc' },
    select: { code: true, name: true, hint: true, approval: true },
  });
