import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';
import type { Likelihood } from '~/domain/elicitation/horizon/yardstick';

interface SignalOver {
  createdById: string;
  publishedById?: string;
  title?: string;
  reviewBy?: Date;
  likelihood?: Likelihood;
}

/** A signal with one piece of evidence and one judgement, published when somebody is named. */
export async function makeSignal({ createdById, publishedById, likelihood, ...over }: SignalOver) {
  const id = newId();
  const at = new Date();
  const signal = await database().signal.create({
    data: {
      ...{ id, reference: newReference(), title: `Signal ${id.slice(-6)}`, changing: 'Drones drop parcels.' },
      ...{ ownerId: createdById, createdById, createdAt: at, changedAt: at },
      ...{ reviewBy: new Date('2027-05-01'), ...over },
      evidence: {
        create: [
          {
            id: newId(),
            address: 'https://news.example/drones',
            says: 'Ten in a month',
            addedById: createdById,
            addedAt: at,
          },
        ],
      },
      judgements: {
        create: [
          {
            ...{ number: 1, likelihood: likelihood ?? 'unlikely', confidence: 'low' as const },
            ...{ reason: 'Few reports', judgedById: createdById, judgedAt: at },
          },
        ],
      },
    },
  });
  if (!publishedById) return signal;
  return database().signal.update({ where: { id }, data: { publishedAt: at, publishedById } });
}
