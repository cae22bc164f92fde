import type { Db } from '~/platform/db.server';
import type { Side } from '../steps/part';
import { withAward, withLockedAward } from '../steps/with-award.server';
import { readProposal, type Proposal } from './proposal';
import type { NamedPeople } from './proposal-refusal';

const find = (db: Db, reference: string) => async () => {
  const row = await db.changeRequest.findUnique({
    where: { reference },
    include: { award: { select: { reference: true } } },
  });
  if (!row) return null;
  const { award, side, ...request } = row;
  const proposal = readProposal(row.kind, row.proposal);
  const asked: Side = side === 'team' ? 'team' : 'winner';
  const people = await namedPeople(db, proposal);
  return { ...request, side: asked, proposal, people, awardReference: award.reference };
};

/** People are named by reference; who is not verified, or has left the network, is nobody. */
export async function namedPeople(db: Db, proposal: Proposal): Promise<NamedPeople> {
  const joins = proposal.kind === 'people' ? proposal.joins : undefined;
  const leaves = proposal.kind === 'people' ? proposal.leaves : undefined;
  const references = [joins, leaves].filter((one): one is string => one !== undefined);
  if (references.length === 0) return { joins: null, leaves: null };
  const rows = await db.person.findMany({
    where: { reference: { in: references } },
    select: {
      id: true,
      reference: true,
      name: true,
      verifiedAt: true,
      suspendedAt: true,
      erasedAt: true,
      mergedIntoId: true,
    },
  });
  const comes = rows.find(({ reference }) => reference === joins);
  const isHere = comes?.verifiedAt && !comes.suspendedAt && !comes.erasedAt && !comes.mergedIntoId;
  return {
    joins: isHere ? comes : null,
    leaves: rows.find(({ reference }) => reference === leaves) ?? null,
  };
}

export const lockedChange = (tx: Db, reference: string) => withLockedAward(tx, find(tx, reference));
export const changeRecord = (db: Db, reference: string) => withAward(db, find(db, reference));
export type ChangeRecord = NonNullable<Awaited<ReturnType<typeof changeRecord>>>;
