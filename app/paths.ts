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
  term: (reference: string) => `/terms/${ref(reference)}`,
  framework: (slug: string) => `/frameworks/${enc(slug)}`,
  prioritySet: (slug: string) => `/priority-sets/${enc(slug)}`,
  priority: (reference: string) => `/priorities/${ref(reference)}`,

  questions: () => '/questions',
  newQuestion: () => '/questions/new',
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

  map: () => '/map',
  search: () => '/search',

  inbox: () => '/inbox',
  desk: () => '/desk',
  history: (noun: string, reference: string) => `/history/${enc(noun)}/${ref(reference)}`,
  administration: () => '/administration',
  accessibility: () => '/accessibility',
  privacy: () => '/privacy',
  sealing: () => '/how-bids-are-sealed',
  keptMail: () => '/administration/mail',
};
