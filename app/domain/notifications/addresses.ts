import { showReference } from '../reference';

/** Pages that notices lead to, as paths of the product. A test holds that they are those of `paths.ts`. */
const page =
  (area: string, end = '') =>
  (reference: string): string =>
    `/${area}/${showReference(reference)}${end}`;

export const pages = {
  question: page('questions'),
  questionDraft: page('questions', '/draft'),
  questionInvitations: page('questions', '/invitations'),
  questionDiscussion: page('questions', '/discussion'),
  findingDiscussion: page('findings', '/discussion'),
  comment: page('comments'),
  answerInvitation: page('questions', '/invitation'),
  sponsorship: page('sponsorships'),
  evaluation: page('questions', '/evaluation'),
  opening: page('questions', '/opening'),
  bid: page('bids'),
  bidInvitation: page('bids', '/invitation'),
  bidReceipt: page('bids', '/receipt'),
  award: page('awards'),
  priceQuestion: page('bids', '/price-question'),
  bidReply: page('bids', '/reply'),
  ownInterview: page('bids', '/interview'),
  scores: page('bids', '/scores'),
  prices: page('questions', '/prices'),
  replies: page('questions', '/replies'),
  interviews: page('questions', '/interviews'),
  disagreement: page('questions', '/disagreement'),
  deliverable: page('deliverables'),
  finding: page('findings'),
  elicitation: page('elicitations'),
  dataset: page('datasets'),
  signal: page('horizon'),
  appraisal: page('findings', '/appraisal'),
  findingDraft: page('findings', '/draft'),
  impactRecord: page('impact-records'),
  team: page('teams'),
  term: page('terms'),
  terms: () => '/terms',
  ratingSuggestions: () => '/ratings/suggestions',
  account: () => '/account',
  savedSearches: () => '/account/saved-searches',
  ownTokens: () => '/account/tokens',
  ownProfile: () => '/account/profile',
  personMerge: page('people/merges'),
  request: page('requests'),
  collection: (slug: string) => `/collections/${slug}`,
  annexOfFinding: page('annexes/finding'),
  annexOfQuestion: page('annexes/question'),
  desk: () => '/desk',
} as const;
