import type { Db } from '~/platform/db.server';
import { pages } from '../addresses';
import { rulesAbout, textOf } from './rule.server';

const aboutQuestion = rulesAbout((db: Db, { nounId }: { nounId: string }) =>
  db.question.findUnique({ where: { id: nounId }, select: { id: true, reference: true, title: true } }),
);

/** Those whose turn it is; nobody once the last level has approved. */
async function nextApprovers(db: Db, questionId: string, recommendationId: string | null): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT person_id AS id FROM approval_waiting WHERE question_id = ${questionId}::uuid
      AND recommendation_id IS NOT DISTINCT FROM ${recommendationId}::uuid`;
  return rows.map(({ id }) => id);
}

export const approvalNotices = [
  aboutQuestion('ApprovalWasGiven', async ({ db, fact, thing }) => {
    const recommendationId = textOf(fact, 'recommendationId');
    return {
      personIds: await nextApprovers(db, thing.id, recommendationId),
      subject: `For your approval: ${thing.title}`,
      body: recommendationId
        ? 'A recommendation to award waits for its approval at your level. Approve or return it.'
        : 'A question waits for its approval at your level before it is published. Approve or return it.',
      path: recommendationId ? pages.decision(thing.reference) : pages.questionApproval(thing.reference),
    };
  }),
];
