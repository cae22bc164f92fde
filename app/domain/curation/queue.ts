import type { Noun } from '../fact';
import { ANSWERED_REVIEW_DAYS, OPEN_REVIEW_DAYS } from '../questions/dates/review';

export const QUEUE_KINDS = [
  'joins',
  'findings',
  'approvals',
  'clarifications',
  'reviews',
  'questionReviews',
  'decisions',
  'profiles',
  'untagged',
  'appraisals',
  'disagreements',
  'unanswered',
  'cascades',
  'duplicateFindings',
  'duplicateQuestions',
  'duplicateOrganisations',
  'retagging',
  'termProposals',
  'referenceLeads',
] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

export interface Queue {
  title: string;
  /** What stands in it, and why. */
  about: string;
  noun: Noun;
  /** Words for `since`. */
  since: string;
  /** What to ask the search for the like, with other limits. */
  search?: string;
}

/** Working days that a question may wait for its approval before it stands on the desk. */
export const APPROVAL_WORKING_DAYS = 5;
/** Days after a reminder during which a thing stays off the desk. */
export const QUIET_DAYS = 7;
export const PROFILE_MONTHS = 12;
/** Ratings of a finding for one priority from which a variance is told, and from which variance on it is wide. */
export const FEWEST_TO_DISAGREE = 3;
export const WIDE_VARIANCE = 1.5;
export const UNANSWERED_DAYS = 28;

export const QUEUES: Record<QueueKind, Queue> = {
  joins: {
    title: 'Requests to join',
    about: 'People who ask to belong to the network. They read only what is public until you decide.',
    noun: 'joinRequest',
    since: 'Asked',
  },
  findings: {
    title: 'Findings to review',
    about: 'Findings and new versions that their authors have sent for review.',
    noun: 'finding',
    since: 'Sent',
  },
  approvals: {
    title: 'Approvals that wait',
    about: `Questions that have waited for their senior responsible owner for more than ${APPROVAL_WORKING_DAYS} working days. What they ask stays inside the team.`,
    noun: 'question',
    since: 'Sent for approval',
  },
  clarifications: {
    title: 'Clarifications past due',
    about: 'Clarification questions that a team has not answered by the day it promised.',
    noun: 'clarification',
    since: 'Answer was due',
  },
  reviews: {
    title: 'Findings to look at again',
    about: 'Published findings whose review date has passed.',
    noun: 'finding',
    since: 'Review was due',
  },
  questionReviews: {
    title: 'Questions to look at again',
    about: `Questions open for more than ${OPEN_REVIEW_DAYS} days, and answers older than ${ANSWERED_REVIEW_DAYS}, of which nobody has said that they still stand.`,
    noun: 'question',
    since: 'Review was due',
  },
  decisions: {
    title: 'Questions past their decision date',
    about: 'Published questions whose decision date has passed without an answer.',
    noun: 'question',
    since: 'Decision was on',
  },
  profiles: {
    title: 'Profiles to confirm',
    about: `Experts who have not confirmed their profile for ${PROFILE_MONTHS} months.`,
    noun: 'person',
    since: 'Last confirmed',
  },
  untagged: {
    title: 'Findings without a threat area',
    about: 'Bibliographic records that nobody finds by threat area until somebody tags them.',
    noun: 'finding',
    since: 'Published',
  },
  appraisals: {
    title: 'Findings to appraise',
    about:
      'Findings that were commissioned or that a decision rests on, and that two people have not yet offered to appraise.',
    noun: 'finding',
    since: 'Published',
  },
  disagreements: {
    title: 'Findings that raters disagree about',
    about: `Findings whose ratings for one priority, ${FEWEST_TO_DISAGREE} or more that count, lie far apart: their variance is ${WIDE_VARIANCE} or more.`,
    noun: 'finding',
    since: 'Last rated',
    search: `variance(relevance)>=${WIDE_VARIANCE}`,
  },
  unanswered: {
    title: 'Questions left unanswered',
    about: `Questions that closed more than ${UNANSWERED_DAYS} days ago and of which nobody has heard since.`,
    noun: 'question',
    since: 'Closed',
  },
  cascades: {
    title: 'Questions that a level has not answered',
    about:
      'Questions that a team sent to teams of other levels, which have neither accepted, declined nor noted them some days after they were due.',
    noun: 'question',
    since: 'Escalated',
  },
  duplicateFindings: {
    title: 'Findings that look the same',
    about: 'Two findings with one DOI, or with one title and year. The older one is kept.',
    noun: 'finding',
    since: 'Published',
  },
  duplicateQuestions: {
    title: 'Questions that look the same',
    about:
      'Two published questions with one title. The older one is kept. Competitions that run are never merged.',
    noun: 'question',
    since: 'Published',
  },
  duplicateOrganisations: {
    title: 'Organisations that look the same',
    about: 'Two organisations of one name. The older one is kept, with the teams and people of both.',
    noun: 'organisation',
    since: 'Added',
  },
  retagging: {
    title: 'Findings with a retired tag',
    about: 'Findings tagged with a term that another has taken the place of.',
    noun: 'finding',
    since: 'Term retired',
  },
  termProposals: {
    title: 'Terms that somebody misses',
    about: 'Words that members propose to tag with.',
    noun: 'termProposal',
    since: 'Proposed',
  },
  referenceLeads: {
    title: 'Works that bids rested on',
    about:
      'References of bids that did not win, kept because their bidders agreed. Look whether the knowledge base has the work, and add it if it should.',
    noun: 'referenceLead',
    since: 'Kept',
  },
};

export const isQueueKind = (text: string | undefined): text is QueueKind =>
  QUEUE_KINDS.some((kind) => kind === text);
