import { noteOn, type KeyedRecord } from './exchange/bibliographic-record';
import { withAddress } from './finding-address.server';
import { referenceOf } from './reference-of';

export interface CitedFinding {
  reference: string;
  about: Parameters<typeof referenceOf>[0];
  licence: string;
  keyMessages: string;
  threatAreas: string[];
  retracted: boolean;
  invented: boolean;
  released: boolean;
}

/** A finding as a record of a bibliography: it says no more than the finding's own page to the same reader. */
export const citedFinding = (finding: CitedFinding): KeyedRecord => ({
  key: `soundings-${finding.reference.toLowerCase()}`,
  record: {
    ...withAddress(finding.reference, referenceOf(finding.about)),
    licence: finding.licence,
    abstract: finding.retracted ? '' : finding.keyMessages,
    keywords: finding.threatAreas,
    note: noteOn(finding),
  },
});
