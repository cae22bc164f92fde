import { enc, ref, withFilters } from './address';

/** Who may read what apart from the record: files, annexes, collections, and asking for any of it. */
export const keepingPaths = {
  fileAccess: (finding: string) => `/findings/${ref(finding)}/file-access`,
  makeFileLink: (finding: string) => `/findings/${ref(finding)}/file-access/new-link`,
  fileLink: (token: string) => `/file-links/${enc(token)}`,
  linkedFile: (token: string, file: string) => `/file-links/${enc(token)}/files/${ref(file)}`,
  requests: (list?: string, after?: string) => withFilters('/requests', { list, after }),
  request: (reference: string) => `/requests/${ref(reference)}`,
  requestStep: (reference: string, step: string) => `/requests/${ref(reference)}/${enc(step)}`,
  askAbout: (finding: string, kind: string) => `/findings/${ref(finding)}/ask/${enc(kind)}`,
  askForAnnex: (noun: string, reference: string) => `/annexes/${enc(noun)}/${ref(reference)}/ask`,
  annex: (noun: string, reference: string) => `/annexes/${enc(noun)}/${ref(reference)}`,
  annexOfFinding: (reference: string) => `/annexes/finding/${ref(reference)}`,
  annexOfQuestion: (reference: string) => `/annexes/question/${ref(reference)}`,
  annexText: (noun: string, reference: string) => `/annexes/${enc(noun)}/${ref(reference)}/text`,
  annexReaders: (noun: string, reference: string) => `/annexes/${enc(noun)}/${ref(reference)}/readers`,
  collections: (after?: string) => withFilters('/collections', { after }),
  newCollection: () => '/collections/new',
  collection: (slug: string, after?: string) => withFilters(`/collections/${enc(slug)}`, { after }),
  editCollection: (slug: string) => `/collections/${enc(slug)}/edit`,
  collectionCurators: (slug: string) => `/collections/${enc(slug)}/curators`,
  collectionHistory: (slug: string) => `/collections/${enc(slug)}/history`,
  addToCollection: (slug: string, finding?: string) =>
    withFilters(`/collections/${enc(slug)}/add`, { finding: finding && ref(finding) }),
  removeFromCollection: (slug: string, finding: string) => `/collections/${enc(slug)}/remove/${ref(finding)}`,
};
