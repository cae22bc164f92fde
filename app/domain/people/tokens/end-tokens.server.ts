import type { Saving } from '../../command.server';
import type { TokenEnd } from './api-token';

/** Ends the tokens of a person, as their sessions end. */
export async function endTokensOf(
  { tx, now, record }: Pick<Saving, 'tx' | 'now' | 'record'>,
  personId: string,
  why: TokenEnd,
): Promise<void> {
  const { count } = await tx.apiToken.updateMany({
    where: { personId, endedAt: null },
    data: { endedAt: now, endedBy: why },
  });
  if (count > 0)
    record({ name: 'ApiTokensWereEnded', noun: 'person', nounId: personId, data: { count, why } });
}
