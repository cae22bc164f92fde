import { showReference } from './domain/reference';

const enc = encodeURIComponent;
const ref = showReference;

/** Every address that code builds. Nobody writes a URL by hand. */
export const paths = {
  home: () => '/',

  signIn: () => '/sign-in',
  signOut: () => '/sign-out',
  demonstrationSignIn: () => '/sign-in/demonstration',
  secondFactorChallenge: () => '/sign-in/second-factor',
  secondFactorSetUp: () => '/account/second-factor',
  account: () => '/account',
  accountSessions: () => '/account/sessions',
  join: () => '/join',
  invitation: (token: string) => `/join/invitation/${enc(token)}`,
  forgottenPassword: () => '/forgotten-password',
  resetPassword: (token: string) => `/reset-password/${enc(token)}`,
  firstAdministrator: () => '/set-up',

  experts: () => '/experts',
  expert: (reference: string) => `/experts/${ref(reference)}`,
  ownProfile: () => '/account/profile',
  organisations: () => '/organisations',
  organisation: (reference: string) => `/organisations/${ref(reference)}`,
  team: (reference: string) => `/teams/${ref(reference)}`,

  strategy: () => '/strategy',
  threatArea: (slug: string) => `/threat-areas/${enc(slug)}`,
  terms: () => '/terms',
  newTerm: () => '/terms/new',
  term: (reference: string) => `/terms/${ref(reference)}`,
  editTerm: (reference: string) => `/terms/${ref(reference)}/edit`,
  retireTerm: (reference: string) => `/terms/${ref(reference)}/retire`,
  bringBackTerm: (reference: string) => `/terms/${ref(reference)}/bring-back`,
  framework: (slug: string) => `/frameworks/${enc(slug)}`,
  editFramework: (slug: string) => `/frameworks/${enc(slug)}/edit`,
  newPrioritySet: () => '/priority-sets/new',
  prioritySet: (slug: string) => `/priority-sets/${enc(slug)}`,
  editPrioritySet: (slug: string) => `/priority-sets/${enc(slug)}/edit`,
  crosswalk: (slug: string) => `/priority-sets/${enc(slug)}/crosswalk`,
  priority: (reference: string) => `/priorities/${ref(reference)}`,

  questions: () => '/questions',
  newQuestion: () => '/questions/new',
  raiseQuestion: (about: Record<string, string>) => `/questions/new?${new URLSearchParams(about).toString()}`,
  questionsAbout: (about: Record<string, string>) => `/questions?${new URLSearchParams(about).toString()}`,
  findingsAbout: (about: Record<string, string>) => `/findings?${new URLSearchParams(about).toString()}`,
  question: (reference: string) => `/questions/${ref(reference)}`,
  questionDraft: (reference: string) => `/questions/${ref(reference)}/draft`,
  questionTask: (reference: string, task: string) => `/questions/${ref(reference)}/draft/${enc(task)}`,
  questionFile: (reference: string) => `/questions/${ref(reference)}/file`,

  bids: () => '/bids',
  bid: (reference: string) => `/bids/${ref(reference)}`,

  evaluation: (reference: string) => `/questions/${ref(reference)}/evaluation`,

  award: (reference: string) => `/awards/${ref(reference)}`,
  deliverable: (reference: string) => `/deliverables/${ref(reference)}`,

  findings: () => '/findings',
  shareFinding: () => '/findings/new',
  finding: (reference: string) => `/findings/${ref(reference)}`,
  findingDraft: (reference: string) => `/findings/${ref(reference)}/draft`,
  impactRecord: (reference: string) => `/impact-records/${ref(reference)}`,

  map: (columns?: string) => (columns ? `/map?columns=${enc(columns)}` : '/map'),
  mapCsv: (columns: string) => `/map.csv?columns=${enc(columns)}`,
  search: (words?: string) => (words ? `/search?q=${enc(words)}` : '/search'),

  inbox: () => '/inbox',
  desk: () => '/desk',
  history: (noun: string, reference: string) => `/history/${enc(noun)}/${ref(reference)}`,
  administration: () => '/administration',
  accessibility: () => '/accessibility',
  privacy: () => '/privacy',
  sealing: () => '/how-bids-are-sealed',
  keptMail: () => '/administration/mail',
};
