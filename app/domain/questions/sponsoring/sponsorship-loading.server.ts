import type { Db } from '~/platform/db.server';
import { lockedQuestion, lockedQuestionById } from '../question-stage.server';

/** A request with both ends under lock, the question first: everybody takes them in that order. */
export async function lockedSponsorship(tx: Db, reference: string) {
  const row = await tx.sponsorship.findUnique({ where: { reference }, select: { questionId: true } });
  const question = row && (await lockedQuestionById(tx, row.questionId));
  if (!question) return null;
  await tx.$queryRaw`SELECT id FROM sponsorship WHERE reference = ${reference} FOR UPDATE`;
  const sponsorship = await tx.sponsorship.findUniqueOrThrow({ where: { reference } });
  return { ...sponsorship, question };
}

/** A draft that was set aside, with the request in force that it was set aside for. */
export async function lockedDraftSetAside(tx: Db, reference: string) {
  const draft = await lockedQuestion(tx, reference);
  if (!draft) return null;
  const sponsorship = await tx.sponsorship.findFirst({ where: { draftId: draft.id, endedAt: null } });
  return { draft, sponsorship };
}

/** Writes down that requests lapsed, so that the team can ask again, and draft another way. */
export async function endLapsed(
  tx: Db,
  now: Date,
  of: { questionId: string; teamId: string; draftId: string },
): Promise<void> {
  const { draftId, ...same } = of;
  const lapsed = await tx.sponsorship.findMany({
    where: { endedAt: null, acceptedAt: null, lapsesAt: { lte: now }, OR: [same, { draftId }] },
  });
  for (const { id, lapsesAt } of lapsed)
    await tx.sponsorship.update({ where: { id }, data: { endedAt: lapsesAt, ending: 'lapsed' } });
}
