import type { Saving } from '../../command.server';
import { endedBy } from '../delivery/milestone';
import { keepFirstPlan, keepPlan } from './keep-plan.server';
import type { ChangeRecord } from './load-change.server';

/** The accepted proposal becomes the plan; what stood before stays readable. The database lets it, once accepted. */
export async function applyChange(saving: Saving, change: ChangeRecord): Promise<void> {
  const { tx, now } = saving;
  const { award } = change;
  await keepFirstPlan(tx, award.id, award.contractedAt ?? now);
  await alterPlan(saving, change);
  await keepPlan(tx, award.id, now, change.id);
}

async function alterPlan(saving: Saving, { award, proposal, people }: ChangeRecord): Promise<void> {
  const { tx, now } = saving;
  const at = (position: number) => ({ awardId_position: { awardId: award.id, position } });
  switch (proposal.kind) {
    case 'dates':
      await tx.award.update({ where: { id: award.id }, data: { endsOn: proposal.endsOn } });
      for (const { position, dueOn } of proposal.rows)
        await tx.milestone.update({ where: at(position), data: { dueOn } });
      return;
    case 'budget':
      for (const { position, amount } of proposal.rows)
        await tx.milestone.update({ where: at(position), data: { amount } });
      return;
    case 'scope':
      if (proposal.position && proposal.title)
        await tx.milestone.update({ where: at(proposal.position), data: { title: proposal.title } });
      return;
    case 'people':
      if (people.leaves) await leave(saving, award.id, people.leaves.id);
      if (people.joins) await join(saving, award.id, people.joins.id, proposal.role);
      return;
    case 'suspension': {
      const { from: suspendedFrom, until: suspendedUntil } = proposal;
      await tx.award.update({ where: { id: award.id }, data: { suspendedFrom, suspendedUntil } });
      return;
    }
    case 'termination': {
      await tx.award.update({ where: { id: award.id }, data: { terminatedOn: proposal.lastDay } });
      const ids = endedBy(award.milestones, proposal.lastDay).map(({ id }) => id);
      await tx.milestone.updateMany({ where: { id: { in: ids } }, data: { cancelledAt: now } });
    }
  }
}

const leave = ({ tx, now }: Saving, awardId: string, personId: string) =>
  tx.awardPerson.upsert({
    where: { awardId_personId: { awardId, personId } },
    create: { awardId, personId, role: 'partner', leftAt: now },
    update: { leftAt: now },
  });

const join = ({ tx, now }: Saving, awardId: string, personId: string, role: string) =>
  tx.awardPerson.upsert({
    where: { awardId_personId: { awardId, personId } },
    create: { awardId, personId, role, joinedAt: now },
    update: { role, joinedAt: now, leftAt: null },
  });
