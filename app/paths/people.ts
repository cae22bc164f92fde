import { enc, ref } from './address';

export const peoplePaths = {
  experts: () => '/experts',
  expertsOn: (termReference: string) => `/experts?threat=${enc(termReference)}`,
  expert: (reference: string) => `/experts/${ref(reference)}`,
  expertNetwork: (reference: string) => `/experts/${ref(reference)}/network`,
  ownProfile: () => '/account/profile',
  confirmProfile: () => '/account/profile/confirm',
  organisations: () => '/organisations',
  organisation: (reference: string) => `/organisations/${ref(reference)}`,
  newOrganisation: () => '/organisations/new',
  changeOrganisation: (reference: string) => `/organisations/${ref(reference)}/change`,
  reorganise: (reference: string) => `/organisations/${ref(reference)}/reorganise`,
  reorganisations: (after?: string) => (after ? `/reorganisations?after=${enc(after)}` : '/reorganisations'),
  reorganisation: (reference: string) => `/reorganisations/${ref(reference)}`,
  reorganisationItems: (reference: string, kind: string, after?: string) =>
    `/reorganisations/${ref(reference)}/items?kind=${enc(kind)}${after ? `&after=${enc(after)}` : ''}`,
  reorganisationPerson: (reference: string, organisation: string) =>
    `/reorganisations/${ref(reference)}/people/${ref(organisation)}`,
  confirmReorganisation: (reference: string) => `/reorganisations/${ref(reference)}/confirm`,
  completeReorganisation: (reference: string) => `/reorganisations/${ref(reference)}/complete`,
  withdrawReorganisation: (reference: string) => `/reorganisations/${ref(reference)}/withdraw`,
  handovers: (reference: string, kind?: string, after?: string) =>
    `/reorganisations/${ref(reference)}/handovers${kind ? `?kind=${enc(kind)}${after ? `&after=${enc(after)}` : ''}` : ''}`,
  newTeam: (organisation: string) => `/organisations/${ref(organisation)}/new-team`,
  team: (reference: string) => `/teams/${ref(reference)}`,
  writeToTeam: (reference: string) => `/teams/${ref(reference)}/write`,
  teamPromise: (reference: string) => `/teams/${ref(reference)}/promise`,
  enquiries: (after?: string) => (after ? `/enquiries?after=${enc(after)}` : '/enquiries'),
  enquiry: (reference: string) => `/enquiries/${ref(reference)}`,
  teamApprovals: (reference: string) => `/teams/${ref(reference)}/approvals`,
  organisationApprovals: (reference: string) => `/organisations/${ref(reference)}/approvals`,
  addTeamMember: (reference: string) => `/teams/${ref(reference)}/add-member`,
  changeTeamMember: (team: string, person: string) => `/teams/${ref(team)}/members/${ref(person)}`,
};
