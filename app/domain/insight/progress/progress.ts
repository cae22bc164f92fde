import type { QuestionOutcome, QuestionState } from '../../questions/question';

/** A question under way, as those who ask it need it: how far it has come, and every date that lies ahead. */
export interface QuestionUnderWay {
  reference: string;
  title: string;
  team: string;
  state: QuestionState;
  outcome: QuestionOutcome | null;
  takesBids: boolean;
  neededBy: Date | null;
  clarificationsCloseAt: Date | null;
  closesAt: Date | null;
  decisionDate: Date | null;
  milestoneDueOn: Date | null;
}

export interface NextStep {
  words: string;
  /** A bare date for days, an instant for closings. */
  on: Date | null;
  exact: boolean;
}

const by = (words: string, on: Date | null): NextStep => ({ words, on, exact: false });
const at = (words: string, on: Date | null): NextStep => ({ words, on, exact: true });

/** What happens next to a question, and by when. */
export function nextStep(question: QuestionUnderWay): NextStep {
  const { state, takesBids, neededBy, clarificationsCloseAt, closesAt, decisionDate } = question;
  switch (state) {
    case 'draft':
      return by('Finish it and send it for approval', neededBy);
    case 'returned':
      return by('Change it and send it again', neededBy);
    case 'awaitingApproval':
      return by('The senior responsible owner approves it', neededBy);
    case 'open':
      return takesBids && clarificationsCloseAt
        ? at('Clarification questions close', clarificationsCloseAt)
        : at('Answers close', closesAt);
    case 'clarificationsClosed':
      return at(takesBids ? 'Bids close' : 'Answers close', closesAt);
    case 'closed':
      return by(takesBids ? 'Open the bids' : 'Settle what was answered', decisionDate);
    case 'opened':
      return by('The panel declares its interests', decisionDate);
    case 'inEvaluation':
      return by('The panel scores, and a recommendation is made', decisionDate);
    case 'decided':
      return by('Send the summaries and give notice', decisionDate);
    case 'inDelivery':
      return by('The next milestone is due', question.milestoneDueOn);
    case 'answered':
    case 'withdrawn':
    case 'setAside':
      return by('Nothing', null);
  }
}

/** Soonest first; what has no date comes last. */
export const bySoonest = (one: { next: NextStep }, other: { next: NextStep }): number =>
  (one.next.on?.getTime() ?? Infinity) - (other.next.on?.getTime() ?? Infinity);

export const CONTRIBUTIONS = {
  answer: 'Answers',
  finding: 'Findings',
  invitation: 'Invitations to answer',
} as const;
export type ContributionKind = keyof typeof CONTRIBUTIONS;
export const contributionKinds = Object.keys(CONTRIBUTIONS) as ContributionKind[];

export const STAGES = {
  draft: 'Draft',
  sent: 'Sent',
  acknowledged: 'Acknowledged',
  submitted: 'Waiting for review',
  returned: 'Returned to you',
  published: 'Published',
  retracted: 'Retracted',
  waiting: 'Waits for your answer',
  interested: 'You are interested',
} as const;
export type Stage = keyof typeof STAGES;

/** Something that somebody brought, with where it stands; `reference` is that of its page, or of the question. */
export interface Contribution {
  kind: ContributionKind;
  reference: string;
  title: string;
  stage: Stage;
  on: Date;
  /** How many there are of its kind, shown or not. */
  total: number;
}

/** A competition that somebody scores. */
export interface PanelWork {
  reference: string;
  title: string;
  role: 'evaluator' | 'moderator';
  state: QuestionState;
  /** Bids that they may score and those whose every criterion they have scored; none before evaluation. */
  bids: number | null;
  scored: number;
  decisionDate: Date | null;
}
