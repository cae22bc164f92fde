import { database } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { countAttempt, LIMITS, type Limit } from '~/platform/rate-limits.server';

type Setting =
  | 'CROSSREF_URL'
  | 'DATACITE_URL'
  | 'ORCID_ISSUER'
  | 'ORCID_API_URL'
  | 'ORCID_CLIENT_ID'
  | 'ORCID_CLIENT_SECRET';

/** Settings of the operator for one test; an undefined one is off. */
export function setOutside(settings: Partial<Record<Setting, string | undefined>>): void {
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) delete env[name as Setting];
    else env[name as Setting] = value;
  }
}

/** What is logged on purpose stays out of the tests' own output. */
export function logNothing(): () => void {
  const before = env.LOG_LEVEL;
  env.LOG_LEVEL = 'silent';
  return () => void (env.LOG_LEVEL = before);
}

/** Makes every attempt that a limit allows. */
export async function useUp(limit: Limit, of: string): Promise<void> {
  for (let time = 0; time < LIMITS[limit].attempts; time += 1) await countAttempt(database(), limit, of);
}
