import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { clarificationState, isOverdue, type ClarificationState } from '../clarifications/clarification';
import { isOpen, stateOf } from '../question';
import { mayRun } from '../question-policy';
import { questionForPolicy } from '../question-stage.server';
import { questionsVisibleTo } from '../question-visibility.server';

export interface ShownClarification {
  reference: string;
  asked: string;
  askedAt: Date;
  state: ClarificationState;
  overdue: boolean;
  answer: string | null;
  declinedReason: string | null;
}

export interface ClarificationsPage {
  reference: string;
  title: string;
  answersDueAt: Date | null;
  open: boolean;
  clarifications: ShownClarification[];
}

/** All clarifications for those who answer them; one's own for anybody else. The asker is never selected. */
export const clarificationsPage = query({
  name: 'questions.clarifications',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => ({
    questions: questionsVisibleTo(actor),
    personId: isMember(actor) ? actor.id : null,
  }),
  read: async ({ db, actor, scope, input, now }): Promise<ClarificationsPage | null> => {
    const known = await db.question.findFirst({
      where: { AND: [{ reference: input.reference }, scope.questions] },
      select: { id: true },
    });
    const question = known && (await questionForPolicy(db, input.reference));
    if (!question || !scope.personId) return null;
    const rows = await db.clarification.findMany({
      where: {
        questionId: question.id,
        ...(isAllowed(mayRun(actor, question)) ? {} : { askerId: scope.personId }),
      },
      select: {
        reference: true,
        asked: true,
        askedAt: true,
        answer: true,
        answeredAt: true,
        declinedAt: true,
        declinedReason: true,
      },
      orderBy: { askedAt: 'asc' },
    });
    return {
      reference: question.reference,
      title: question.title,
      answersDueAt: question.answersDueAt,
      open: isOpen(stateOf(question, now)),
      clarifications: rows.map(({ answeredAt, declinedAt, ...row }) => {
        const state = clarificationState({ answeredAt, declinedAt });
        return { ...row, state, overdue: isOverdue(state, question.answersDueAt, now) };
      }),
    };
  },
});
