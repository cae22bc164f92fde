import type { LeftOut } from '../pack';
import { ASKING } from './asking';
import { BIDDING } from './bidding';
import { DECIDING } from './deciding';
import { JUDGING } from './judging';
import type { Gate, Source } from './source';

export const SOURCES: readonly Source[] = [...ASKING, ...BIDDING, ...JUDGING, ...DECIDING];

/** Tables about a question that are in no pack, each with its reason. A test holds that every other table is a source. */
export const NEVER: Record<string, string> = {
  annex: 'Annexes are for their named readers alone.',
  question_term: 'Its terms stand in the pack by name.',
  tag_change: 'What it was tagged with later stands in the facts.',
  question_priority: 'Its priorities stand in the pack by name.',
  question_interest: 'Who watches a question or shows interest is told to nobody.',
  eligibility_answer: 'Whether somebody may bid is theirs until they do.',
  seal_key: 'Keys are secret.',
  expression: 'What was expressed stands in the pack opened.',
  bid_stale_save: 'Drafts are their bidders’ own.',
  bid_keeping: 'What losing bidders leave is kept apart from their bids.',
  reference_lead: 'What losing bidders leave is kept apart from their bids.',
  matched_expertise: 'Computed for a preview, and decided nothing.',
  elicitation: 'Estimates of experts have pages and rules of their own.',
  data_request: 'Requests to use data are between who asks and who holds them.',
  capability_link: 'Capabilities and their gaps stand on pages of their own.',
  competition_list: 'What a list did stands in the records that it changed, and in the facts.',
  responsibility: 'Who answers for what stands on the pages of governance.',
  group_decision: 'Decisions of groups stand on the pages of those groups.',
  follow_up: 'What came of the work later stands on its own pages.',
  signal_question: 'What the horizon says stands on its own pages.',
  private_tag: 'Private tags are their owners’ own.',
  information_request_question: 'Requests for information stand in their own log.',
  information_redaction: 'Redactions stand in the release that they were made for.',
  information_release: 'Releases are archives of their own.',
  information_consultation: 'Requests for information stand in their own log.',
};

const ALWAYS: readonly LeftOut[] = [
  { what: 'Annexes', why: 'They are for their named readers alone.' },
  { what: 'Who asked for clarifications, watched or showed interest', why: 'Nobody is told.' },
  { what: 'Suspected conflicts that nobody confirmed', why: 'Nobody is told of a false alarm.' },
  {
    what: 'Drafts of bids, withdrawn bids and earlier submissions',
    why: 'They are their bidders’ own; what counted is here.',
  },
];

const CLOSED: Record<Exclude<Gate, 'file'>, string> = {
  bids: 'Bids and all that is tied to them',
  scores: 'Scores, ranking and what followed from them',
  advice: 'Answers of experts',
};

/** What a pack does not hold, with reasons: what none holds, and the parts that are closed now. */
export const leftOutOf = (closed: ReadonlyMap<Gate, string>): LeftOut[] => [
  ...[...closed].flatMap(([gate, why]) => (gate === 'file' ? [] : [{ what: CLOSED[gate], why }])),
  ...ALWAYS,
];
