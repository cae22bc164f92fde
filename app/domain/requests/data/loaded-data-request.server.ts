import type { Db } from '~/platform/db.server';
import type { DataRequestStanding } from './data-policy';
import type { DataState, Tally } from './data-request';

/** A request for data with what its policies and rules ask. */
export async function loadDataRequest(db: Db, reference: string) {
  const row = await db.dataRequest.findUnique({
    where: { reference },
    include: {
      opinions: true,
      earlier: { select: { decidedById: true } },
      later: { where: { state: { not: 'withdrawn' } }, select: { id: true } },
      dataset: {
        select: {
          ...{ reference: true, name: true, ownerId: true, organisationId: true, panel: true },
          panelSeats: { where: { endedAt: null }, select: { personId: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { dataset, opinions, later, ...request } = row;
  const seats = dataset.panelSeats.map(({ personId }) => personId);
  const sitting = opinions.filter(({ personId }) => seats.includes(personId));
  const standing: DataRequestStanding = {
    ...{ state: request.state as DataState, askedById: request.askedById },
    ...{ ownerId: dataset.ownerId, holderId: dataset.organisationId, seats },
    conflicted: sitting.filter(({ opinion }) => opinion === null).map(({ personId }) => personId),
    ...{ closing: request.closing, confirmed: request.confirmedAt !== null, followed: later.length > 0 },
  };
  const count = (opinion: string) => sitting.filter((one) => one.opinion === opinion).length;
  const tally: Tally = {
    quorum: dataset.panel?.quorum ?? 1,
    ...{ approve: count('approve'), conditions: count('conditions'), refuse: count('refuse') },
  };
  return { request, dataset, standing, tally };
}
export type LoadedDataRequest = NonNullable<Awaited<ReturnType<typeof loadDataRequest>>>;

/** The same, its row locked until the transaction ends. */
export async function lockedDataRequest(tx: Db, reference: string): Promise<LoadedDataRequest | null> {
  await tx.$queryRaw`SELECT id FROM data_request WHERE reference = ${reference} FOR UPDATE`;
  return loadDataRequest(tx, reference);
}
