import { newReference } from '~/domain/new-reference.server';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import { newId } from '~/platform/ids.server';
import { addDays, ukDay } from '~/domain/uk-time';
import { makeOrganisation } from './people';

type Over = Partial<Prisma.FundingUncheckedCreateInput> & { questionId: string; recordedById: string };

/** Money named for a question, firm unless told otherwise. */
export async function makePledge(over: Over) {
  const now = await soundingsNow(database());
  const conditional =
    over.certainty === 'conditional'
      ? { condition: 'The review agrees', decidedBy: addDays(ukDay(now), 30) }
      : {};
  return database().funding.create({
    data: {
      id: newId(),
      reference: newReference(),
      organisationId: over.organisationId ?? (await makeOrganisation({ name: 'Ports Fund' })).id,
      amount: 4_000_000,
      certainty: 'firm',
      recordedAt: now,
      ...conditional,
      ...over,
    },
  });
}
