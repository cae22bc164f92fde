import { z } from 'zod';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { cascadeState } from '../cascading/cascade';
import { mayAnswerCascade, maySeeCascade } from '../cascading/cascade-policy';
import { questionForPolicyById } from '../question-stage.server';

/** What one team was asked, by when, and what it said. */
export const cascadePage = query({
  name: 'questions.cascade',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => (standing: Parameters<typeof maySeeCascade>[1]) =>
    maySeeCascade(actor, standing),
  read: async ({ db, actor, scope, input, now }) => {
    const row = await db.cascade.findUnique({
      where: { reference: input.reference },
      include: {
        priority: { select: { name: true } },
        team: { select: { name: true, organisation: { select: { name: true } } } },
      },
    });
    const question = row && (await questionForPolicyById(db, row.questionId));
    if (!question || !isAllowed(scope({ ...row, question }))) return null;
    const { reference, message, sentAt, answerBy, words, answeredAt, team, priority } = row;
    return {
      ...{ reference, message, sentAt, answerBy, words, answeredAt },
      team: `${team.name}, ${team.organisation.name}`,
      priority: priority?.name ?? null,
      question: { reference: question.reference, title: question.title },
      state: cascadeState(row, ukDay(now)),
      may: { answer: isAllowed(mayAnswerCascade(actor, { ...row, question })) },
    };
  },
});
