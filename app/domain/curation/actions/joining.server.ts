import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { decideJoinRequest } from '../../people/commands/decide-join-request.server';
import { through, type Acted, type ItemAction } from './action.server';

const remembered = z.object({
  personId: z.uuid(),
  verifiedAt: z.coerce.date().nullable(),
  verifiedBy: z.enum(['invitation', 'emailDomain', 'request']).nullable(),
  /** The affiliation it would confirm, as it stood: null where there was none yet. */
  affiliation: z.object({ id: z.uuid(), verifiedAt: z.coerce.date().nullable() }).nullable(),
  organisationId: z.uuid().nullable(),
});

async function remember(db: Db, id: string): Promise<z.input<typeof remembered>> {
  const { personId, organisationId } = await db.joinRequest.findUniqueOrThrow({
    where: { id },
    select: { personId: true, organisationId: true },
  });
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { verifiedAt: true, verifiedBy: true },
  });
  const affiliation = organisationId
    ? await db.affiliation.findFirst({
        where: { personId, organisationId, endsOn: null },
        select: { id: true, verifiedAt: true },
      })
    : null;
  return { personId, organisationId, ...person, affiliation };
}

/** Signing in and looking after one's own account is not yet taking part. */
async function whyMembershipStays(tx: Db, { nounId }: Acted, lastFact: bigint): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ acted: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM fact f JOIN join_request j ON j.person_id = f.actor_id
      WHERE j.id = ${nounId}::uuid AND f.number > ${lastFact} AND f.noun NOT IN ('person', 'command')) AS acted`;
  return row?.acted ? 'They have taken part as a member since.' : null;
}

async function reopen(tx: Db, id: string): Promise<void> {
  await tx.joinRequest.update({
    where: { id },
    data: { decidedAt: null, decidedById: null, accepted: null, decisionReason: null },
  });
}

async function takeBack(tx: Db, { nounId }: Acted, before: unknown): Promise<void> {
  const { personId, organisationId, verifiedAt, verifiedBy, affiliation } = remembered.parse(before);
  await reopen(tx, nounId);
  await tx.person.update({ where: { id: personId }, data: { verifiedAt, verifiedBy } });
  if (!organisationId) return;
  if (affiliation)
    await tx.affiliation.update({
      where: { id: affiliation.id },
      data: { verifiedAt: affiliation.verifiedAt },
    });
  else
    await tx.affiliation.updateMany({
      where: { personId, organisationId, endsOn: null },
      data: { verifiedAt: null },
    });
}

const decide = (decision: 'accept' | 'decline') =>
  through(decideJoinRequest, ({ reference }, { reason }) => ({ request: reference, decision, reason }));

export const accepting: ItemAction = {
  ...decide('accept'),
  remember,
  undo: { fact: 'JoinAcceptanceWasUndone', whyKept: whyMembershipStays, restore: takeBack },
};

export const decliningToJoin: ItemAction = {
  ...decide('decline'),
  remember,
  undo: { fact: 'JoinDeclineWasUndone', restore: (tx, { nounId }) => reopen(tx, nounId) },
};
