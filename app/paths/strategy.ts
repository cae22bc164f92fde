import { enc, ref } from './address';

export const strategyPaths = {
  strategy: () => '/strategy',
  threatArea: (slug: string) => `/threat-areas/${enc(slug)}`,
  terms: () => '/terms',
  newTerm: () => '/terms/new',
  proposeTerm: () => '/terms/propose',
  term: (reference: string) => `/terms/${ref(reference)}`,
  editTerm: (reference: string) => `/terms/${ref(reference)}/edit`,
  mergeTerm: (reference: string) => `/terms/${ref(reference)}/merge`,
  undoTermMerge: (reference: string) => `/terms/${ref(reference)}/merge/undo`,
  retireTerm: (reference: string) => `/terms/${ref(reference)}/retire`,
  bringBackTerm: (reference: string) => `/terms/${ref(reference)}/bring-back`,
  framework: (slug: string) => `/frameworks/${enc(slug)}`,
  editFramework: (slug: string) => `/frameworks/${enc(slug)}/edit`,
  newPrioritySet: () => '/priority-sets/new',
  prioritySet: (slug: string) => `/priority-sets/${enc(slug)}`,
  editPrioritySet: (slug: string) => `/priority-sets/${enc(slug)}/edit`,
  crosswalk: (slug: string) => `/priority-sets/${enc(slug)}/crosswalk`,
  priority: (reference: string) => `/priorities/${ref(reference)}`,
};
