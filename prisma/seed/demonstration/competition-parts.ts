/** What a competition asks and does beyond the usual steps, and whom it happened to. */
export interface CompetitionParts {
  /** Who may bid: statements to say yes to. Whoever bids said so. */
  conditions?: string[];
  /** What every bid shows, by which evidence, and what the bids of this story gave. */
  essentials?: [asked: string, evidence: string, given: string][];
  bidders?: 'hidden';
  expressions?: ExpressionsStory;
  interviews?: InterviewsStory;
  session?: { announced: number; inDays: number; subject: string; joining: string };
  /** A later closing, which a second person has not settled yet. */
  extension?: { daysAgo: number; by: number; reason: string };
  notice?: { daysAgo: number; address: string };
  /** Who signed the bid of which lead for their organisation. */
  signed?: Record<string, string>;
  /** The leads who let go what a bid rested on, should it lose. */
  keeps?: string[];
  reserves?: number;
  letters?: true;
  challenge?: { daysAgo: number; by: string; grounds: string[]; text: string };
}

export interface ExpressionsStory {
  /** Days before the loading. */
  closed: number;
  criteria: string;
  words: number;
  sent: [by: string, names: string, approach: string][];
  /** By the moderator, the day after closing; the others are still to be judged. */
  judged: [by: string, invited: 'yes' | 'no', reason: string][];
}

export interface InterviewsStory {
  places: number;
  most: number;
  asks: string;
  /** By lead: the points, and what the panel found. */
  found: Record<string, [points: number, reason: string]>;
}
