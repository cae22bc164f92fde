import type { Db } from '~/platform/db.server';

interface Kept {
  id: string;
  of: { personId: string; prioritySetId: string; priorityId: string; findingId: string; period: Date };
  votes: number;
  now: Date;
}

/** Writes the one row of a person, priority, finding and half-year; without votes there is none. */
export async function keepVotes(tx: Db, { id, of, votes, now }: Kept): Promise<void> {
  const { personId, priorityId, findingId, period } = of;
  const key = { personId, priorityId, findingId, period };
  if (votes === 0) {
    await tx.findingVote.deleteMany({ where: key });
    return;
  }
  await tx.findingVote.upsert({
    where: { personId_priorityId_findingId_period: key },
    create: { id, ...of, votes, givenAt: now },
    update: { votes, givenAt: now },
  });
}
