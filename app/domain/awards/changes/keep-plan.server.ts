import type { Db } from '~/platform/db.server';
import { isoDay } from '../../uk-time';

export interface KeptMilestone {
  position: number;
  title: string;
  kind: string;
  dueOn: string;
  amount: number;
  cancelled: boolean;
}

/** A plan as it was agreed, readable whatever came after it. */
export interface KeptPlan {
  startsOn: string | null;
  endsOn: string | null;
  suspendedFrom: string | null;
  suspendedUntil: string | null;
  terminatedOn: string | null;
  people: { name: string; role: string }[];
  milestones: KeptMilestone[];
}

const day = (value: Date | null): string | null => (value ? isoDay(value) : null);

async function planNow(tx: Db, awardId: string): Promise<KeptPlan> {
  const award = await tx.award.findUniqueOrThrow({
    where: { id: awardId },
    include: { milestones: { orderBy: { position: 'asc' }, include: { kind: true } } },
  });
  const people = await tx.$queryRaw<KeptPlan['people']>`
    SELECT p.name, w.role FROM award_winner w JOIN person p ON p.id = w.person_id
    WHERE w.award_id = ${awardId}::uuid ORDER BY p.name`;
  return {
    startsOn: day(award.startsOn),
    endsOn: day(award.endsOn),
    suspendedFrom: day(award.suspendedFrom),
    suspendedUntil: day(award.suspendedUntil),
    terminatedOn: day(award.terminatedOn),
    people,
    milestones: award.milestones.map((one) => ({
      position: one.position,
      title: one.title,
      kind: one.kind.name,
      dueOn: isoDay(one.dueOn),
      amount: one.amount,
      cancelled: one.cancelledAt !== null,
    })),
  };
}

/** Writes down the plan that is in force from now on. */
export async function keepPlan(
  tx: Db,
  awardId: string,
  from: Date,
  changeRequestId: string | null,
): Promise<void> {
  const plan = await planNow(tx, awardId);
  const number = (await tx.awardPlan.count({ where: { awardId } })) + 1;
  await tx.awardPlan.create({
    data: { awardId, number, inForceFrom: from, changeRequestId, plan: structuredClone(plan) as object },
  });
}

/** An award that was contracted before plans were kept gets its first one from what stands. */
export async function keepFirstPlan(tx: Db, awardId: string, contractedAt: Date): Promise<void> {
  if ((await tx.awardPlan.count({ where: { awardId } })) === 0)
    await keepPlan(tx, awardId, contractedAt, null);
}
