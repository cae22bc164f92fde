import { z } from 'zod';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { adviceLabel } from '../advice/advice';
import { isLive, isOpen, stateOf } from '../question';
import { mayRun, ownsQuestion, type QuestionForPolicy } from '../question-policy';
import { questionForPolicy } from '../question-stage.server';
import { isAllowed } from '../../policy';

export interface AdviceAnswers {
  reference: string;
  title: string;
  closesAt: Date | null;
  answers: { reference: string; author: string; submittedAt: Date | null; label: string }[];
  open: boolean;
  may: { settle: boolean; invite: boolean };
}

/** Answers received to an expert advice request, for the asking team. Drafts are nobody's but their authors'. */
export const adviceAnswers = query({
  name: 'questions.advice-answers',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (question: QuestionForPolicy) => ownsQuestion(actor, question),
  read: async ({ db, actor, scope, input, now }): Promise<AdviceAnswers | null> => {
    const question = await questionForPolicy(db, input.reference);
    if (!question || !question.route.takesAdvice || !scope(question)) return null;
    const rows = await db.adviceAnswer.findMany({
      where: { questionId: question.id, submittedAt: { not: null } },
      select: {
        reference: true,
        submittedAt: true,
        acknowledgedAt: true,
        publishAskedAt: true,
        consentedAt: true,
        consentNamed: true,
        refusedAt: true,
        person: { select: { name: true } },
      },
      orderBy: { submittedAt: 'asc' },
    });
    const [state, run] = [stateOf(question, now), isAllowed(mayRun(actor, question))];
    const acknowledged = rows.some(({ acknowledgedAt }) => acknowledgedAt !== null);
    return {
      reference: question.reference,
      title: question.title,
      closesAt: question.closesAt,
      answers: rows.map((row) => ({
        reference: row.reference,
        author: row.person.name,
        submittedAt: row.submittedAt,
        label: adviceLabel(row),
      })),
      open: isOpen(state),
      may: { settle: acknowledged && isLive(state) && run, invite: isOpen(state) && run },
    };
  },
});
