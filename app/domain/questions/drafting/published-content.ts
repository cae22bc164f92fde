import type { DraftRow } from '../tasks/task';
import { tasksOf } from '../tasks/task-list';

interface Dates {
  biddingWorkingDays: number | null;
  clarificationsCloseAt: Date | null;
  answersDueAt: Date | null;
}

/** The whole published text as its readers saw it, for the version row. */
export const publishedContent = (row: DraftRow & { visibility: string }, windows: Dates) => ({
  route: row.route.slug,
  visibility: row.visibility,
  biddingWorkingDays: windows.biddingWorkingDays,
  clarificationsCloseAt: windows.clarificationsCloseAt?.toISOString() ?? null,
  answersDueAt: windows.answersDueAt?.toISOString() ?? null,
  closesAt: row.closesAt?.toISOString() ?? null,
  tasks: tasksOf(row.route).map((task) => ({
    task: task.slug,
    title: task.title,
    answers: task.answers(row).map(({ label, value }) => ({ label, value })),
  })),
});
