export interface FeedbackSettings {
  /** The best documents that are taken to be relevant. */
  documents: number;
  /** The terms that are taken from them. */
  terms: number;
  /** From 0 to 1: the part of the new query that these terms make up; the rest stays with its own. */
  part: number;
}

export const FEEDBACK: FeedbackSettings = { documents: 8, terms: 40, part: 0.4 };
