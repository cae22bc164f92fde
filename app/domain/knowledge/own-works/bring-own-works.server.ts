import { database } from '~/platform/db.server';
import { isPerson, type Actor } from '../../actor';
import { run } from '../../command.server';
import { limitAttempts } from '../../people/secrets/attempts.server';
import { offerOwnWorks } from '../commands/offer-own-works.server';
import { canReadOrcidRecords, readOrcidRecord } from './read-orcid-record.server';

export type Brought = { kind: 'offered'; count: number } | { kind: 'failed'; message: string };
const failed = (message: string): Brought => ({ kind: 'failed', message });

/** Reads the public record of the actor's own iD, and offers them each work that they have not decided about. */
export async function bringOwnWorks(actor: Actor): Promise<Brought> {
  const own = isPerson(actor)
    ? await database().person.findUnique({
        where: { id: actor.id, orcidVerifiedAt: { not: null } },
        select: { orcid: true },
      })
    : null;
  if (!isPerson(actor) || !own?.orcid || !canReadOrcidRecords())
    return failed('Link your ORCID iD first. Works are read from the record of the iD that you have proved.');
  const limited = await limitAttempts(['orcidRecord', actor.id]);
  if (limited) return failed(limited.message);
  const works = await readOrcidRecord(own.orcid);
  if (!works) return failed('ORCID could not be asked just now. Try again later.');
  const offered = await run(offerOwnWorks, actor, { source: 'orcid', works });
  return offered.kind === 'done'
    ? { kind: 'offered', count: offered.value.count }
    : failed('Your works could not be kept. Try again later.');
}
