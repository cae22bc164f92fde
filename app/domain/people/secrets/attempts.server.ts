import { database } from '~/platform/db.server';
import { countAttempt, type Limit } from '~/platform/rate-limits.server';
import { refuse, type Refusal } from '../../refusal';

/** Counts an attempt against each limit; the refusal says when to come back. */
export async function limitAttempts(...counted: [Limit, string][]): Promise<Refusal | null> {
  let longest = 0;
  for (const [limit, of] of counted)
    longest = Math.max(longest, (await countAttempt(database(), limit, of)) ?? 0);
  if (longest === 0) return null;
  const wait = longest === 1 ? '1 minute' : `${longest} minutes`;
  return refuse('TooManyAttempts', `There were too many attempts. Try again in ${wait}.`);
}
