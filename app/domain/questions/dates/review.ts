import { isOpen, stateOf, type QuestionStages } from '../question';
import { addDays, ukDay } from '../../uk-time';

/** An open question is looked at again after a year, an answered one after two; unless somebody said when. */
export const OPEN_REVIEW_DAYS = 365;
export const ANSWERED_REVIEW_DAYS = 730;

export interface Reviewed extends QuestionStages {
  reviewBy: Date | null;
  mergedIntoId: string | null;
}

/** The day until which it stands as it is; null for what is not open or answered: its stages have days of their own. */
export function reviewDayOf(question: Reviewed, now: Date): Date | null {
  const state = stateOf(question, now);
  if (question.mergedIntoId || !question.publishedAt) return null;
  if (question.answeredAt && state === 'answered')
    return laterOf(question.reviewBy, addDays(ukDay(question.answeredAt), ANSWERED_REVIEW_DAYS));
  if (!isOpen(state)) return null;
  return question.reviewBy ?? addDays(ukDay(question.publishedAt), OPEN_REVIEW_DAYS);
}

/** What somebody said before it was answered does not make an answer old. */
const laterOf = (said: Date | null, usual: Date): Date => (said && said > usual ? said : usual);

export const isReviewDue = (day: Date | null, now: Date): boolean => day !== null && day < ukDay(now);

/** One click says that it still stands, for as long again. */
export function nextReviewDay(question: Reviewed, now: Date): Date {
  const days = stateOf(question, now) === 'answered' ? ANSWERED_REVIEW_DAYS : OPEN_REVIEW_DAYS;
  return addDays(ukDay(now), days);
}
