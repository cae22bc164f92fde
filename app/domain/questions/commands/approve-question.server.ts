import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse, type Refusal } from '../../refusal';
import { loadHolidays } from '../calendar.server';
import { lockedWholeQuestion } from '../drafting/draft-loading.server';
import { publishedContent } from '../drafting/published-content';
import { stateOf } from '../question';
import { mayApprove } from '../question-policy';
import { unfinishedTasks } from '../tasks/task-list';
import { windowsOf, type Windows } from '../dates/windows';

const NO_WINDOWS = { biddingWorkingDays: null, clarificationsCloseAt: null, answersDueAt: null };

/** Publishes: from here on text, terms, criteria and dates are frozen by the database. */
export const approveQuestion = command({
  name: 'questions.approve',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const row = await lockedWholeQuestion(tx, input.reference);
    return row && { row, holidays: await loadHolidays(tx) };
  },
  authorise: (actor, { row }) => mayApprove(actor, row),
  subject: ({ row }) => ({ noun: 'question', nounId: row.id }),
  decide: ({ loaded: { row, holidays }, now, actor, newId }) => {
    if (stateOf(row, now) !== 'awaitingApproval')
      return refuse('QuestionIsNotAwaitingApproval', 'This question no longer awaits approval.', {
        stale: true,
      });
    const unfinished = unfinishedTasks(row);
    if (unfinished.length > 0)
      return refuse('DraftIsUnfinished', 'Return it: some of its tasks are unfinished.');
    const windows = row.closesAt ? windowsOf(now, row.closesAt, holidays) : NO_WINDOWS;
    if (!windows) return tooSoon;
    const approvedById = actor.kind === 'person' ? actor.id : null;
    const data = {
      teamId: row.teamId,
      authorId: row.authorId,
      route: row.route.slug,
      visibility: row.visibility,
    };
    return {
      change: { row, windows, approvedById, versionId: newId() },
      facts: [{ name: 'QuestionWasPublished', noun: 'question' as const, nounId: row.id, data }],
    };
  },
  save: async ({ tx, now }, { row, windows, approvedById, versionId }) => {
    await tx.question.update({
      where: { id: row.id },
      data: { ...stamps(now, approvedById), ...windows, revision: { increment: 1 }, updatedAt: now },
    });
    await tx.questionVersion.create({
      data: {
        id: versionId,
        questionId: row.id,
        number: 1,
        content: publishedContent(row, windows),
        holdsFrom: now,
        recordedAt: now,
        recordedById: approvedById,
      },
    });
    return { reference: row.reference };
  },
});

const stamps = (now: Date, approvedById: string | null) => ({
  approvedAt: now,
  publishedAt: now,
  approvedById,
});

const tooSoon: Refusal = refuse(
  'ClosingDateIsTooSoon',
  'It would close too soon: leave at least two working days. Return it with a note to change its dates.',
);

export type PublishedWindows = Windows | typeof NO_WINDOWS;
