import type { Db } from '~/platform/db.server';
import type { Side } from '../steps/part';
import { withAward, withLockedAward } from '../steps/with-award.server';
import { readProposal, type Proposal } from './proposal';
import type { NamedPeople } from './proposal-refusal';

const find = (db: Db, reference: string) => async () => {
  const row = await db.changeRequest.findUnique({
    where: { reference },
    include: { award: { select: { reference: true, questionId: true } } },
  });
  if (!row) return null;
  const { award, side, ...request } = row;
  const proposal = readProposal(row.kind, row.proposal);
  const asked: Side = side === 'team' ? 'team' : 'winner';
  const people = await namedPeople(db, proposal, award.questionId);
  return { ...request, side: asked, proposal, people, awardReference: award.reference };
};

/** People are named by reference; who is not verified, or has left the network, is nobody. */
export async function namedPeople(db: Db, proposal: Proposal, questionId: string): Promise<NamedPeople> {
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
    joins: isHere ? { ...comes, asks: await asksFor(db, questionId, comes.id) } : null,
    leaves: rows.find(({ reference }) => reference === leaves) ?? null,
  };
}

/** Of the team, of the panel, or one of those who answer for the question: nobody can deliver what they asked for. */
async function asksFor(db: Db, questionId: string, personId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ asks: boolean }[]>`
    SELECT ${personId}::uuid IN (q.author_id, q.senior_responsible_owner_id, q.budget_holder_id)
      OR EXISTS (SELECT FROM team_membership t
        WHERE t.team_id = q.team_id AND t.person_id = ${personId}::uuid AND t.ends_at IS NULL)
      OR EXISTS (SELECT FROM panel_membership m
        WHERE m.question_id = q.id AND m.person_id = ${personId}::uuid AND m.ended_at IS NULL) AS asks
    FROM question q WHERE q.id = ${questionId}::uuid`;
  return row?.asks ?? false;
}

export const lockedChange = (tx: Db, reference: string) => withLockedAward(tx, find(tx, reference));
export const changeRecord = (db: Db, reference: string) => withAward(db, find(db, reference));
export type ChangeRecord = NonNullable<Awaited<ReturnType<typeof changeRecord>>>;
