import { newReference } from '~/domain/new-reference.server';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import { newId } from '~/platform/ids.server';
import { makeAskingTeam, makeQuestion, type AskingTeam } from './questions';

const DAY_MS = 86_400_000;

interface Over {
  /** The team that wants to stand beside the question. */
  joining?: AskingTeam;
  questionId?: string;
  accepted?: boolean;
  data?: Partial<Prisma.SponsorshipUncheckedCreateInput>;
}

/** A request of one team to join another's open question, its draft set aside, as the command leaves it. */
export async function makeSponsorship(over: Over = {}) {
  const db = database();
  const now = await soundingsNow(db);
  const joining = over.joining ?? (await makeAskingTeam());
  const draft = await makeQuestion({ asking: joining, state: 'setAside' });
  const question = await db.question.findUniqueOrThrow({
    where: { id: over.questionId ?? (await makeQuestion()).id },
  });
  const sponsorship = await db.sponsorship.create({
    data: {
      id: newId(),
      reference: newReference(),
      questionId: question.id,
      teamId: joining.teamId,
      draftId: draft.id,
      context: 'Our ports are smaller.',
      neededFor: 'The vetting review',
      neededBy: new Date(now.getTime() + 90 * DAY_MS),
      requestedById: joining.authorId,
      requestedAt: new Date(now.getTime() - DAY_MS),
      lapsesAt: new Date(now.getTime() + 10 * DAY_MS),
      ...(over.accepted ? { acceptedAt: now, acceptedById: question.authorId } : {}),
      ...over.data,
    },
  });
  return { ...sponsorship, joining, draft, question };
}
