import { env } from '~/platform/env.server';
import { log } from '~/platform/log.server';
import { askOutside } from '~/platform/outside/outside-request.server';
import type { BibliographicReference } from '../bibliographic-reference';
import { fromCrossref } from './crossref';
import { fromDatacite } from './datacite';

export type LookUp =
  | { kind: 'found'; registry: string; reference: BibliographicReference }
  | { kind: 'unknown' }
  | { kind: 'unavailable' };

interface Registry {
  name: string;
  base: string | undefined;
  path: (doi: string) => string;
  read: (body: unknown) => BibliographicReference | null;
}

/** In the order in which they are asked: Crossref holds most of what is published, DataCite data and reports. */
const registries = (): Registry[] => [
  {
    name: 'Crossref',
    base: env.CROSSREF_URL,
    path: (doi) => `/works/${encodeURIComponent(doi)}`,
    read: fromCrossref,
  },
  {
    name: 'DataCite',
    base: env.DATACITE_URL,
    path: (doi) => `/dois/${encodeURIComponent(doi)}`,
    read: fromDatacite,
  },
];

/** Off until an operator names a registry. */
export const canLookUpDois = (): boolean => registries().some(({ base }) => base !== undefined);

/**
 * What the registries say of a DOI. An answer about another DOI is not believed, and one registry that cannot be
 * reached does not keep the other from answering.
 */
export async function lookUpDoi(doi: string): Promise<LookUp> {
  let failed = false;
  for (const { name, base, path, read } of registries()) {
    if (base === undefined) continue;
    const answer = await askOutside({ base, path: path(doi) });
    if (answer.kind === 'answered' && answer.status === 404) continue;
    const reference = answer.kind === 'answered' && answer.status === 200 ? read(answer.body) : null;
    if (reference?.doi === doi) return { kind: 'found', registry: name, reference };
    failed = true;
    log.warn('a DOI was not looked up', {
      registry: name,
      why: answer.kind === 'unavailable' ? answer.why : `status ${answer.status}, or another work`,
    });
  }
  return { kind: failed ? 'unavailable' : 'unknown' };
}
