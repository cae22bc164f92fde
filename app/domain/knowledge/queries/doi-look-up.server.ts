import { z } from 'zod';
import { isPerson } from '../../actor';
import { limitAttempts } from '../../people/secrets/attempts.server';
import { query } from '../../query.server';
import { parseDoi } from '../../doi';
import { canLookUpDois, lookUpDoi } from '../citations/registries/look-up-doi.server';
import { takesPart } from '../finding-policy';
import { nearestOf } from './nearest-findings.server';

const NO_FINDING = '00000000-0000-0000-0000-000000000000';

const failed = (typed: string, message: string) => ({ kind: 'failed' as const, typed, message });

/** What the registries say of a DOI that somebody typed, and what is held already of that work. */
export const doiLookUp = query({
  name: 'knowledge.doi-look-up',
  input: z.strictObject({ doi: z.string().max(500) }),
  visibleTo: takesPart,
  read: async ({ db, actor, scope, input }) => {
    if (!scope || !isPerson(actor) || !canLookUpDois()) return null;
    const doi = parseDoi(input.doi);
    if (doi === null) return failed(input.doi, 'Enter a DOI, like 10.1177/0022042619861938');
    const limited = await limitAttempts(['doiLookUp', actor.id]);
    if (limited) return failed(input.doi, limited.message);
    const answer = await lookUpDoi(doi);
    if (answer.kind === 'unknown')
      return failed(doi, 'No registry knows this DOI. Check it, or fill in the form');
    if (answer.kind === 'unavailable')
      return failed(doi, 'The registries could not be asked just now. Try again later, or fill in the form');
    const { registry, reference } = answer;
    const nearest = await nearestOf(db, actor, { findingId: NO_FINDING, doi, title: reference.title });
    return { kind: 'found' as const, registry, reference, nearest };
  },
});
