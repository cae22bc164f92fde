import { enc, ref, withFilters, type Filters } from './address';

export const governancePaths = {
  governance: () => '/governance',
  groups: (filters: Filters = {}) => withFilters('/governance/groups', filters),
  newGroup: () => '/governance/groups/new',
  groupCounts: () => '/governance/groups/over-time',
  groupOverlaps: (after?: string) => withFilters('/governance/groups/alike', { after }),
  groupsAlike: (group: string, other: string) => `/governance/groups/${ref(group)}/alike/${ref(other)}`,
  group: (reference: string) => `/governance/groups/${ref(reference)}`,
  editGroup: (reference: string) => `/governance/groups/${ref(reference)}/edit`,
  groupMembers: (reference: string) => `/governance/groups/${ref(reference)}/members`,
  endGroupMember: (group: string, organisation: string) =>
    `/governance/groups/${ref(group)}/members/${ref(organisation)}/end`,
  groupDecision: (reference: string) => `/governance/groups/${ref(reference)}/decisions/new`,
  closeGroup: (reference: string) => `/governance/groups/${ref(reference)}/close`,
  mergeGroup: (reference: string, into?: string) =>
    withFilters(`/governance/groups/${ref(reference)}/merge`, { into: into && ref(into) }),
  responsibilities: (filters: Filters = {}) => withFilters('/governance/responsibilities', filters),
  responsibilitySubject: (kind: string, subject: string) =>
    `/governance/responsibilities/${enc(kind)}/${ref(subject)}`,
  giveResponsibility: (kind: string, subject: string) =>
    `/governance/responsibilities/${enc(kind)}/${ref(subject)}/give`,
  endResponsibility: (kind: string, subject: string, responsibility: string) =>
    `/governance/responsibilities/${enc(kind)}/${ref(subject)}/${ref(responsibility)}/end`,
  capabilities: (filters: Filters = {}) => withFilters('/governance/capabilities', filters),
  newCapability: () => '/governance/capabilities/new',
  capability: (reference: string) => `/governance/capabilities/${ref(reference)}`,
  editCapability: (reference: string) => `/governance/capabilities/${ref(reference)}/edit`,
  linkCapability: (reference: string) => `/governance/capabilities/${ref(reference)}/link`,
  capabilityApart: (reference: string, other: string) =>
    `/governance/capabilities/${ref(reference)}/apart/${ref(other)}`,
  reopenGroup: (reference: string) => `/governance/groups/${ref(reference)}/reopen`,
};
