/** Nouns that facts are about; each has a history page. */
export type Noun =
  | 'term'
  | 'termProposal'
  | 'framework'
  | 'prioritySet'
  | 'crosswalk'
  | 'person'
  | 'organisation'
  | 'team'
  | 'invitation'
  | 'joinRequest'
  | 'question'
  | 'clarification'
  | 'enquiry'
  | 'adviceAnswer'
  | 'bid'
  | 'referenceLead'
  | 'award'
  | 'deliverable'
  | 'finding'
  | 'collection'
  | 'request'
  | 'rating'
  | 'impactRecord'
  | 'dataset'
  | 'dataRequest'
  | 'privateTerm'
  | 'signal'
  | 'weighting'
  | 'indicator'
  | 'measure'
  | 'scorecard'
  | 'followUp'
  | 'harmFigure'
  | 'ledger'
  | 'group'
  | 'responsibility'
  | 'capability'
  | 'informationRequest'
  | 'bulkAction'
  | 'bibliographyImport'
  | 'mail'
  | 'installation'
  | 'command';

export type FactData = Record<
  string,
  string | number | boolean | null | (string | number)[] | Record<string, string | number | boolean | null>
>;

/**
 * Something that happened, in the past tense. `data` carries identifiers, numbers and states only;
 * text about or by a person goes to `personal`, which an erasure can make unreadable.
 */
export interface FactDraft {
  name: string;
  noun: Noun;
  nounId: string;
  data?: FactData;
  personal?: { personId: string; text: Record<string, string> };
}
