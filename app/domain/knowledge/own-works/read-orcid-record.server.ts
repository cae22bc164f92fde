import { env } from '~/platform/env.server';
import { log } from '~/platform/log.server';
import { askOutside } from '~/platform/outside/outside-request.server';
import type { OfferedWork } from './offered-work';
import { putCodes, worksOfBulk } from './orcid-record';

const AT_ONCE = 100;

export const canReadOrcidRecords = (): boolean => env.ORCID_API_URL !== undefined;

async function read(path: string): Promise<unknown> {
  const answer = await askOutside({ base: env.ORCID_API_URL ?? '', path });
  if (answer.kind === 'answered' && answer.status === 200) return answer.body;
  log.warn('an ORCID record was not read', {
    why: answer.kind === 'unavailable' ? answer.why : `status ${answer.status}`,
  });
  return null;
}

/** The works of a public ORCID record (API v3.0); null when it cannot be read whole. */
export async function readOrcidRecord(orcid: string): Promise<OfferedWork[] | null> {
  const summaries = await read(`/${orcid}/works`);
  if (summaries === null) return null;
  const codes = putCodes(summaries);
  const works: OfferedWork[] = [];
  for (let from = 0; from < codes.length; from += AT_ONCE) {
    const body = await read(`/${orcid}/works/${codes.slice(from, from + AT_ONCE).join(',')}`);
    if (body === null) return null;
    works.push(...worksOfBulk(body, orcid));
  }
  return works;
}
