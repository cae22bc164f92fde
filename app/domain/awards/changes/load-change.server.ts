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
  const select = { id: true } as const;
  return {
    joins: joins
      ? await db.person.findFirst({
          where: {
            reference: joins,
            verifiedAt: { not: null },
            suspendedAt: null,
            erasedAt: null,
            mergedIntoId: null,
          },
          select,
        })
      : null,
    leaves: leaves ? await db.person.findFirst({ where: { reference: leaves }, select }) : null,
  };
}

export const lockedChange = (tx: Db, reference: string) => withLockedAward(tx, find(tx, reference));
export const changeRecord = (db: Db, reference: string) => withAward(db, find(db, reference));
export type ChangeRecord = NonNullable<Awaited<ReturnType<typeof changeRecord>>>;
