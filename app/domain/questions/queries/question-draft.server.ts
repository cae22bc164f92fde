import { z } from 'zod';
import type { Actor } from '../../actor';
import { query } from '../../query.server';
import { isAllowed } from '../../policy';
import { referenceInput } from '../../reference-input';
import { wholeQuestion, type WholeQuestion } from '../drafting/draft-loading.server';
import { seenToken } from '../drafting/seen-token.server';
import { personalDataWarnings } from '../texts/personal-data';
import { stateOf, type QuestionState } from '../question';
import { mayApprove, mayEdit } from '../question-policy';
import { questionsVisibleTo } from '../question-visibility.server';
import { TASKS, tasksOf, taskState, type TaskSlug, type TaskState } from '../tasks/task-list';
import type { Answer, RouteSettings } from '../tasks/task';

export interface DraftTask {
  slug: TaskSlug;
  title: string;
  state: TaskState;
  answers: Answer[];
  values: Record<string, unknown>;
  /** Goes back with the form, so that a save on top of somebody else's is noticed. */
  seen: string;
}

export interface QuestionDraft {
  id: string;
  reference: string;
  title: string;
  state: QuestionState;
  route: RouteSettings & { purpose: string };
  team: WholeQuestion['team'];
  author: string;
  returnedReason: string | null;
  nearDuplicateReason: string;
  budgetMaximum: number | null;
  closesAt: Date | null;
  tasks: DraftTask[];
  /** What "five nearest" compares with. */
  text: string;
  looksPersonal: boolean;
  may: { edit: boolean; approve: boolean; delete: boolean };
}

/** A question as its team works on it: task list, task pages, check-answers and approval read this. */
export const questionDraft = query({
  name: 'questions.draft',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: questionsVisibleTo,
  read: async ({ db, actor, scope, input, now }): Promise<QuestionDraft | null> => {
    const row = await wholeQuestion(db, input.reference, scope);
    return row && draftOf(row, actor, now);
  },
});

/** What is still to be published, for its team and for whoever is asked to approve it. */
export function draftOf(row: WholeQuestion, actor: Actor, now: Date): QuestionDraft {
  const edit = isAllowed(mayEdit(actor, row));
  const texts = { ...TASKS.need.values(row), ...TASKS.scope.values(row) };
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    state: stateOf(row, now),
    route: row.route,
    team: row.team,
    author: row.author.name,
    returnedReason: row.returnedReason,
    nearDuplicateReason: row.nearDuplicateReason,
    budgetMaximum: row.budgetMaximum,
    closesAt: row.closesAt,
    tasks: tasksOf(row.route).map((task) => ({
      slug: task.slug,
      title: task.title,
      state: taskState(task, row),
      answers: task.answers(row),
      values: task.values(row),
      seen: seenToken(task.values(row)),
    })),
    text: [row.title, row.summary, row.questionsAsked].join('\n'),
    looksPersonal: Object.keys(personalDataWarnings(texts)).length > 0,
    may: { edit, approve: isAllowed(mayApprove(actor, row)), delete: edit && row.submittedAt === null },
  };
}
