import { env } from '~/platform/env.server';
import { showReference } from '../../reference';
import type { BibliographicReference } from './bibliographic-reference';

/** Where a finding stands for good, written out for citations and for programs. */
export const findingAddress = (reference: string): string =>
  `${env.SOUNDINGS_BASE_URL}/findings/${showReference(reference)}`;

/** A work with neither DOI nor address of its own is found at its finding. */
export const withAddress = (reference: string, work: BibliographicReference): BibliographicReference =>
  work.doi || work.webAddress ? work : { ...work, webAddress: findingAddress(reference) };
