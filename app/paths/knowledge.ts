import { enc, ref, withFilters, type Filters } from './address';

export const knowledgePaths = {
  findings: () => '/findings',
  findingList: (filters: Filters) => withFilters('/findings', filters),
  findingExport: (format: string) => `/findings/export/${enc(format)}`,
  importBibliography: () => '/findings/import',
  bibliographyImport: (reference: string, from?: number) =>
    `/findings/imports/${ref(reference)}${from ? `?from=${from}` : ''}`,
  carryOutImport: (reference: string) => `/findings/imports/${ref(reference)}/carry-out`,
  undoImport: (reference: string) => `/findings/imports/${ref(reference)}/undo`,
  shareFinding: () => '/findings/new',
  finding: (reference: string) => `/findings/${ref(reference)}`,
  findingDraft: (reference: string) => `/findings/${ref(reference)}/draft`,
  shareByHand: () => '/findings/new/by-hand',
  findingFromDeliverable: (deliverable: string) => `/findings/from-deliverable/${ref(deliverable)}`,
  findingFromAdvice: (answer: string) => `/findings/from-advice/${ref(answer)}`,
  findingContent: (reference: string) => `/findings/${ref(reference)}/draft/content`,
  findingFiles: (reference: string) => `/findings/${ref(reference)}/draft/files`,
  checkFinding: (reference: string) => `/findings/${ref(reference)}/draft/check`,
  discardFinding: (reference: string) => `/findings/${ref(reference)}/draft/discard`,
  findingSent: (reference: string) => `/findings/${ref(reference)}/sent`,
  findingVersion: (reference: string, number: number) => `/findings/${ref(reference)}/versions/${number}`,
  findingCitation: (reference: string, format: string) =>
    `/findings/${ref(reference)}/citation/${enc(format)}`,
  findingFile: (reference: string, file: string) => `/findings/${ref(reference)}/files/${ref(file)}`,
  rateFinding: (reference: string, priority: string) =>
    `/findings/${ref(reference)}?priority=${ref(priority)}#rate`,
  reaffirmRating: (reference: string, priority: string) =>
    `/findings/${ref(reference)}/ratings/${ref(priority)}/reaffirm`,
  reviewFinding: (reference: string) => `/findings/${ref(reference)}/review`,
  returnFinding: (reference: string) => `/findings/${ref(reference)}/return`,
  declineFinding: (reference: string) => `/findings/${ref(reference)}/decline`,
  findingTags: (reference: string) => `/findings/${ref(reference)}/tags`,
  releaseFinding: (reference: string) => `/findings/${ref(reference)}/release`,
  retractFinding: (reference: string) => `/findings/${ref(reference)}/retract`,
  supersedeFinding: (reference: string) => `/findings/${ref(reference)}/supersede`,
  reaffirmFinding: (reference: string) => `/findings/${ref(reference)}/reaffirm`,
  newFindingVersion: (reference: string) => `/findings/${ref(reference)}/new-version`,
};
