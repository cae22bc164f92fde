import { z } from 'zod';
import type { Question } from '~/platform/generated/prisma/client';
import { showMoney } from '../../money';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { coverageOf, leavesOpen, type Pledge } from '../funding/pledge';
import { pledgesOf } from '../funding/stored-pledges.server';
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
        id: true,
        uncoveredReason: true,
        submittedAt: true,
        publishedAt: true,
        budgetMaximum: true,
        closesAt: true,
        route: { select: { name: true, biddingWorkingDays: true } },
        team: { select: { organisation: { select: { kind: true } } } },
      },
    });
    if (!question) return null;
    const { budgetMaximum, closesAt, route, team } = question;
    const holidays = await loadHolidays(db);
    const thresholds = await db.procurementThreshold.findMany();
    const pledges = question.publishedAt ? [] : await pledgesOf(db, question.id);
    return {
      budget: [
        ...thresholdWarnings(budgetMaximum, buyerOf(team.organisation.kind), now, thresholds),
        ...uncoveredWarnings(pledges, question),
      ],
      dates: closesAt ? datesWarnings(now, closesAt, route, holidays).map(({ text }) => text) : [],
    };
  },
});

/** For those who draft and approve; whoever else sees a draft is of its team. */
function uncoveredWarnings(
  pledges: readonly Pledge[],
  {
    budgetMaximum,
    uncoveredReason,
    submittedAt,
  }: Pick<Question, 'budgetMaximum' | 'uncoveredReason' | 'submittedAt'>,
): string[] {
  if (!leavesOpen(pledges, budgetMaximum)) return [];
  const open = coverageOf(pledges, budgetMaximum).open ?? 0;
  const why = submittedAt && uncoveredReason !== '' ? ` The author’s reason: ${uncoveredReason}` : '';
  return [`Firm money leaves ${showMoney(open)} of the budget open.${why}`];
}
