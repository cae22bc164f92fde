import { newReference } from '~/domain/new-reference.server';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import { newId } from '~/platform/ids.server';
import { addDays, ukDay } from '~/domain/uk-time';

type Over = Partial<Prisma.CascadeUncheckedCreateInput> & {
  questionId: string;
  teamId: string;
  sentById: string;
};

/** A question as it was sent to a team of another level, unanswered unless told otherwise. */
export async function makeCascade(over: Over) {
  const now = await soundingsNow(database());
  return database().cascade.create({
    data: {
      id: newId(),
      reference: newReference(),
      level: 'local',
      message: 'What do you see in your area?',
      sentAt: now,
      answerBy: addDays(ukDay(now), 14),
      escalateOn: addDays(ukDay(now), 17),
      ...over,
    },
  });
}
