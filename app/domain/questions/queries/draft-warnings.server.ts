import { z } from 'zod';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { loadHolidays } from '../calendar.server';
import { questionsVisibleTo } from '../question-visibility.server';
import { buyerOf, thresholdWarnings } from '../route-choosing/thresholds';
import { datesWarnings } from '../dates/windows';

export interface DraftWarnings {
  budget: string[];
  dates: string[];
}

/** What to think again about before publishing a draft today. */
export const draftWarnings = query({
  name: 'questions.draft-warnings',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: questionsVisibleTo,
  read: async ({ db, scope, input, now }): Promise<DraftWarnings | null> => {
    const question = await db.question.findFirst({
      where: { AND: [{ reference: input.reference }, scope] },
      select: {
        budgetMaximum: true,
        closesAt: true,
        route: { select: { name: true, biddingWorkingDays: true } },
        team: { select: { organisation: { select: { kind: true } } } },
      },
    });
    if (!question) return null;
    const { budgetMaximum, closesAt, route, team } = question;
    const holidays = await loadHolidays(db);
    return {
      budget: thresholdWarnings(budgetMaximum, buyerOf(team.organisation.kind), now),
      dates: closesAt ? datesWarnings(now, closesAt, route, holidays).map(({ text }) => text) : [],
    };
  },
});
