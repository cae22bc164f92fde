import { DEFAULT_CRITERIA } from '~/domain/questions/criteria';
import { USUAL_METHOD } from '~/domain/questions/method/award-method';
import type { DraftRow, RouteSettings } from '~/domain/questions/tasks/task';

export const STUDY: RouteSettings = {
  slug: 'commissioned-study',
  name: 'Commissioned study',
  takesBids: true,
  takesAdvice: false,
  biddingWorkingDays: 20,
  priceScored: true,
  severalAwards: false,
  lightCriteria: false,
};

export const ADVICE: RouteSettings = {
  ...STUDY,
  slug: 'expert-advice-request',
  name: 'Expert advice request',
  takesBids: false,
  takesAdvice: true,
  biddingWorkingDays: 5,
  priceScored: false,
};

export const INTEREST: RouteSettings = { ...ADVICE, slug: 'area-of-research-interest', takesAdvice: false };

/** A draft as it is right after it was started, in memory. */
export const blankRow = (over: Partial<DraftRow> = {}): DraftRow => ({
  title: 'How do insiders at ports get recruited?',
  summary: '',
  decision: '',
  decisionDate: null,
  neededBy: null,
  questionsAsked: '',
  background: '',
  outputs: '',
  illicitFinanceRelevant: null,
  illicitFinanceReason: '',
  ethics: null,
  dataProtection: null,
  contractTerms: null,
  procurement: null,
  marking: 'OFFICIAL',
  budgetMinimum: null,
  budgetMaximum: null,
  awardsAvailable: 1,
  signOffRequired: false,
  bidsAnonymous: false,
  qualityWeight: 70,
  wordLimit: 3000,
  ...USUAL_METHOD,
  closesAt: null,
  route: STUDY,
  terms: [],
  priorities: [],
  criteria: DEFAULT_CRITERIA.map((one, index) => ({ ...one, position: index + 1 })),
  expressionsCloseAt: null,
  expressionWords: null,
  expressionCriteria: '',
  eligibleOrganisations: [],
  requirements: [],
  divided: null,
  undividedReason: '',
  lots: [],
  lotsMostBids: null,
  lotsMostAwards: null,
  lotRule: null,
  threshold: null,
  seniorResponsibleOwner: null,
  budgetHolder: null,
  ...over,
});

const GREEN = ['benefit', 'methods', 'protection', 'consent', 'participation', 'harm'];

/** The same with every task of a study done. */
export const wholeRow = (over: Partial<DraftRow> = {}): DraftRow =>
  blankRow({
    summary: 'Border Force decides where to vet.',
    decision: 'Where to place vetting effort',
    decisionDate: new Date('2027-06-01'),
    neededBy: new Date('2027-05-01'),
    questionsAsked: 'Which roles are approached?',
    outputs: 'A report of 20 pages.',
    illicitFinanceRelevant: false,
    ethics: Object.fromEntries(GREEN.map((slug) => [`${slug}Rating`, 'green'])),
    dataProtection: { personalData: 'none', dpiaStatus: 'notNeeded', vetting: 'none', trustedResearch: 'no' },
    contractTerms: {
      ownership: 'experts',
      licenceBack: 'yes',
      publication: 'afterReview',
      reviewDays: 28,
      openLicence: 'ogl',
      contract: 'shortForm',
      fee: 'bid',
      effort: 'About 60 days',
    },
    procurement: { basis: 'quotation', document: 'File 12' },
    budgetMinimum: 9_000_000,
    budgetMaximum: 12_000_000,
    closesAt: new Date('2027-02-11T17:00:00Z'),
    terms: ['threatArea', 'strand', 'level'].map((scheme) => ({
      term: { scheme, slug: `${scheme}-1`, name: `A ${scheme}` },
    })),
    priorities: [{ priority: { reference: '22222222', name: 'First aim' } }],
    seniorResponsibleOwner: { reference: '2222223E', name: 'Olive Owner' },
    budgetHolder: { reference: '2222224G', name: 'Henry Holder' },
    ...over,
  });
