import { z } from 'zod';
import { isPerson } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { adviceLabel, adviceState, nextOfAnswer, type AdviceState } from '../advice/advice';
import {
  mayDecideOnAnswer,
  mayHandleAnswer,
  maySeeAnswer,
  type AnswerForPolicy,
} from '../advice/advice-policy';
import { isOpen, stateOf } from '../question';
import type { QuestionForPolicy } from '../question-policy';
import { questionForPolicy } from '../question-stage.server';

export interface AdviceAnswerPage {
  reference: string;
  author: string;
  body: string;
  limits: string;
  submittedAt: Date | null;
  state: AdviceState;
  label: string;
  /** What happens next, and by whom. */
  next: string | null;
  question: { reference: string; title: string };
  may: { submit: boolean; acknowledge: boolean; askToPublish: boolean; decide: boolean };
}

/** One answer, for its author and, once submitted, for the asking team. */
export const adviceAnswerPage = query({
  name: 'questions.advice-answer',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (answer: AnswerForPolicy, question: QuestionForPolicy) =>
    isAllowed(maySeeAnswer(actor, answer, question)),
  read: async ({ db, actor, scope, input, now }): Promise<AdviceAnswerPage | null> => {
    const answer = await db.adviceAnswer.findUnique({
      where: { reference: input.reference },
      include: { person: { select: { name: true } }, question: { select: { reference: true } } },
    });
    const question = answer && (await questionForPolicy(db, answer.question.reference));
    if (!question || !scope(answer, question)) return null;
    const handles = answer.submittedAt !== null && isAllowed(mayHandleAnswer(actor, answer, question));
    const state = adviceState(answer);
    return {
      reference: answer.reference,
      author: answer.person.name,
      body: answer.body,
      limits: answer.limits,
      submittedAt: answer.submittedAt,
      state,
      label: adviceLabel(answer),
      next: nextOfAnswer(answer, isPerson(actor) && actor.id === answer.personId ? 'author' : 'team'),
      question: { reference: question.reference, title: question.title },
      may: {
        submit: state === 'draft' && isOpen(stateOf(question, now)),
        acknowledge: handles && answer.acknowledgedAt === null,
        askToPublish: handles && answer.publishAskedAt === null,
        decide: state === 'publicationAsked' && isAllowed(mayDecideOnAnswer(actor, answer, question)),
      },
    };
  },
});
