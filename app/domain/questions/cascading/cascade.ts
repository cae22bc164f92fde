import { showCount } from '../../words';
import { addWorkingDays, type Holidays } from '../working-days';

export type CascadeAnswer = 'accepted' | 'declined' | 'noted';
export type CascadeState = CascadeAnswer | 'waiting' | 'overdue' | 'escalated';

/** How long a team has to answer, unless the sender says otherwise, and how long after that coordinators hear. */
export const USUAL_WORKING_DAYS = 10;
export const MOST_WORKING_DAYS = 60;
const WORKING_DAYS_TO_ESCALATE = 3;

export interface CascadeStages {
  answer: string | null;
  answerBy: Date;
  escalateOn: Date;
}

/** The last day to answer, and the one from which nobody's answer is coordinators' business. */
export function cascadeDays(sentOn: Date, workingDays: number, holidays: Holidays) {
  const answerBy = addWorkingDays(sentOn, workingDays, holidays);
  return { answerBy, escalateOn: addWorkingDays(answerBy, WORKING_DAYS_TO_ESCALATE, holidays) };
}

/** What was not answered by its day is overdue, then escalated; an answer that comes late is an answer. */
export function cascadeState({ answer, answerBy, escalateOn }: CascadeStages, today: Date): CascadeState {
  if (answer === 'accepted' || answer === 'declined' || answer === 'noted') return answer;
  if (today >= escalateOn) return 'escalated';
  return today > answerBy ? 'overdue' : 'waiting';
}

const ANSWERS: ReadonlySet<CascadeState> = new Set<CascadeAnswer>(['accepted', 'declined', 'noted']);

const WORDS: Record<CascadeState, string> = {
  accepted: 'Accepted',
  declined: 'Declined',
  noted: 'Noted',
  waiting: 'Waiting for an answer',
  overdue: 'Not answered in time, reminded',
  escalated: 'Not answered, coordinators know',
};
export const cascadeLabel = (state: CascadeState): string => WORDS[state];

export const isAnswered = (state: CascadeState): boolean => ANSWERS.has(state);

/** `3 teams: 1 accepted; 2 waiting for an answer.` */
export function answersInWords(states: readonly CascadeState[]): string {
  const found = (Object.keys(WORDS) as CascadeState[]).flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    return count === 0 ? [] : [`${count} ${WORDS[state].charAt(0).toLowerCase()}${WORDS[state].slice(1)}`];
  });
  return `${showCount(states.length, 'team')}: ${found.join('; ')}.`;
}
