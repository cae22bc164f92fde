import { ref, withFilters, type Filters } from './address';

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
  reopenGroup: (reference: string) => `/governance/groups/${ref(reference)}/reopen`,
};
