import type { DraftRow } from '~/domain/questions/tasks/task';
import { TASKS } from '~/domain/questions/tasks/task-list';
import { isoDay } from '~/domain/uk-time';
import { dayBefore, todayOfMachine } from '../replay/clock';
import type { Story } from '../story';

/** The form of how bids are scored as the draft has it, with what this competition asks beyond. */
export function criteriaWithParts({ parts }: Story, row: DraftRow): Record<string, unknown> | null {
  if (!parts?.conditions && !parts?.essentials && !parts?.interviews && !parts?.bidders) return null;
  const { conditions = [], essentials = [], interviews, bidders } = parts;
  return {
    ...asTyped(TASKS.criteria.values(row)),
    ...Object.fromEntries(conditions.map((text, index) => [`condition${index + 1}`, text])),
    ...Object.fromEntries(
      essentials.flatMap(([asked, evidence], index) => [
        [`essential${index + 1}`, asked],
        [`evidence${index + 1}`, evidence],
      ]),
    ),
    ...(interviews
      ? {
          interviewMode: 'adjustment',
          interviewPlaces: String(interviews.places),
          interviewPoints: String(interviews.most),
        }
      : {}),
    ...(bidders ? { bidsAnonymous: 'hidden' } : {}),
  };
}

/** Numbers as a form sends them; what is empty is not sent. */
const asTyped = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  );

/** The first stage, on the page of dates. */
export async function firstStage({ parts }: Story): Promise<Record<string, string>> {
  if (!parts?.expressions) return {};
  const { closed, criteria, words } = parts.expressions;
  return {
    expressionsOn: isoDay(dayBefore(await todayOfMachine(), closed)),
    // Before anything of that day is played: a weekend's happenings are played on its Friday.
    expressionsTime: '08:00',
    expressionWords: String(words),
    expressionCriteria: criteria,
  };
}
