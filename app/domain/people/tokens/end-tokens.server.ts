import type { Saving } from '../../command.server';
import type { TokenEnd } from './api-token';

/** Ends the tokens of a person, as their sessions end, and closes the feeds that whoever has their address reads. */
export async function endTokensOf(
  saving: Pick<Saving, 'tx' | 'now' | 'record'>,
  personId: string,
  why: TokenEnd,
): Promise<void> {
  const { tx, now, record } = saving;
  const { count } = await tx.apiToken.updateMany({
    where: { personId, endedAt: null },
    data: { endedAt: now, endedBy: why },
  });
  if (count > 0)
    record({ name: 'ApiTokensWereEnded', noun: 'person', nounId: personId, data: { count, why } });
  await closeFeedsOf(saving, personId);
}

async function closeFeedsOf({ tx, record }: Pick<Saving, 'tx' | 'record'>, personId: string): Promise<void> {
  const open = { personId, feedHash: { not: null } };
  for (const { id } of await tx.savedSearch.findMany({
    where: open,
    select: { id: true },
    orderBy: { id: 'asc' },
  }))
    record({
      ...{ name: 'SearchFeedWasClosed', noun: 'person', nounId: personId },
      data: { savedSearchId: id },
    });
  await tx.savedSearch.updateMany({ where: open, data: { feedHash: null, feedMadeAt: null } });
}
