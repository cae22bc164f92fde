import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { whyNotQuestions, type MergeableQuestion } from './merge-rules';
import type { Merger } from './merger.server';

const movedInput = z.object({ watchers: z.array(z.uuid()) });

async function load(tx: Db, id: string): Promise<MergeableQuestion> {
  const { route, ...row } = await tx.question.findUniqueOrThrow({
    where: { id },
    include: { route: { select: { takesBids: true } } },
  });
  return { ...row, takesBids: route.takesBids };
}

/** Who watched goes over. The text, addenda, answers and findings of both stay where they were written. */
export const questionMerger: Merger = {
  whyNot: async (tx, { fromId, intoId }, now) =>
    whyNotQuestions(await load(tx, fromId), await load(tx, intoId), now),
  move: async (tx, { fromId, intoId }, now) => {
    const watchers = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO question_interest (question_id, person_id, watching_since)
      SELECT ${intoId}::uuid, person_id, ${now} FROM question_interest
      WHERE question_id = ${fromId}::uuid AND coalesce(watching_since, interested_at) IS NOT NULL
      ON CONFLICT DO NOTHING RETURNING person_id AS id`;
    await tx.question.update({ where: { id: fromId }, data: { mergedIntoId: intoId } });
    return { watchers: watchers.map(({ id }) => id) };
  },
  putBack: async (tx, { fromId, intoId }, moved) => {
    const { watchers } = movedInput.parse(moved);
    await tx.questionInterest.deleteMany({
      where: {
        questionId: intoId,
        personId: { in: watchers },
        interestedAt: null,
        seekingPartnersSince: null,
      },
    });
    await tx.question.update({ where: { id: fromId }, data: { mergedIntoId: null } });
  },
};
