import { enc, ref } from './address';

export const curationPaths = {
  inbox: () => '/inbox',
  noticeSettings: () => '/account/notices',
  duplicatePeople: () => '/people/duplicates',
  proposePersonMerge: (kept: string, merged: string) =>
    `/people/merges/new?${new URLSearchParams({ kept: ref(kept), merged: ref(merged) }).toString()}`,
  proposeAnyMerge: () => '/people/merges/new',
  personMerge: (reference: string) => `/people/merges/${ref(reference)}`,
  desk: () => '/desk',
  letterTemplates: () => '/desk/letters',
  letterTemplate: (kind: string) => `/desk/letters/${kind}`,
  privateTerms: () => '/desk/private-terms',
  privateTerm: (reference: string) => `/desk/private-terms/${ref(reference)}`,
  deskQueue: (kind: string, search: Record<string, string> = {}) =>
    `/desk/${enc(kind)}${Object.keys(search).length > 0 ? `?${new URLSearchParams(search).toString()}` : ''}`,
  deskPreview: (kind: string) => `/desk/${enc(kind)}/preview`,
  deskItem: (kind: string, reference: string) => `/desk/${enc(kind)}/${ref(reference)}`,
  bulkAction: (reference: string) => `/bulk-actions/${ref(reference)}`,
  undoBulkAction: (reference: string) => `/bulk-actions/${ref(reference)}/undo`,
  goOnWithBulkAction: (reference: string) => `/bulk-actions/${ref(reference)}/go-on`,
  audit: () => '/audit',
  auditExport: () => '/audit/export',
  history: (noun: string, reference: string) => `/history/${enc(noun)}/${ref(reference)}`,
};
