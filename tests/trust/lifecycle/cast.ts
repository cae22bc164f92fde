import { run } from '~/domain/command.server';
import { setApprovalLevels } from '~/domain/approvals/commands/set-approval-levels.server';
import { showReference } from '~/domain/reference';
import { database } from '~/platform/db.server';
import { actorFor, makePerson, makeTeam } from '../../support/factories/people';
import type { AskingTeam } from '../../support/factories/questions';
import { done } from '../../support/outcome';
import { ROLES, type Role } from './model/model';

export interface Cast {
  people: Record<Exclude<Role, 'visitor'>, { id: string; reference: string }>;
  /** The same people in two teams: one whose questions are approved once more, and one whose are not. */
  asking: { once: AskingTeam; twice: AskingTeam };
}

const EXPERTS: Role[] = ['leadA', 'leadB'];
const OVER: Partial<Record<Role, { roles?: ('coordinator' | 'auditor')[]; verified?: boolean }>> = {
  approver: { roles: ['coordinator'] },
  arbiter: { roles: ['coordinator'] },
  auditor: { roles: ['auditor'] },
  unverified: { verified: false },
};

/** Everybody of the model as real people; they play every sequence. */
export async function makeCast(): Promise<Cast> {
  const made: Partial<Cast['people']> = {};
  for (const role of ROLES)
    if (role !== 'visitor')
      made[role] = await makePerson({ expert: EXPERTS.includes(role), ...OVER[role], name: `The ${role}` });
  const people = made as Cast['people'];
  await makeTeam({ members: [{ personId: people.official.id, roles: ['author'] }] });
  const asking = { once: await makeAsking(people), twice: await makeAsking(people) };
  await approveTwice(asking.twice.teamId, people.approver.id);
  return { people, asking };
}

async function makeAsking(people: Cast['people']): Promise<AskingTeam> {
  const team = await makeTeam({
    members: [
      { personId: people.author.id, roles: ['author'] },
      { personId: people.owner.id, roles: ['seniorResponsibleOwner'] },
      { personId: people.holder.id, roles: ['budgetHolder'] },
      { personId: people.moderator.id, roles: ['moderator'] },
    ],
  });
  return {
    teamId: team.id,
    authorId: people.author.id,
    ownerId: people.owner.id,
    budgetHolderId: people.holder.id,
    moderatorId: people.moderator.id,
    evaluatorId: people.evaluator.id,
  };
}

async function approveTwice(teamId: string, approverId: string): Promise<void> {
  const { reference } = await database().team.findUniqueOrThrow({ where: { id: teamId } });
  const { address } = await database().personEmail.findFirstOrThrow({ where: { personId: approverId } });
  const levels = [{ fromAmount: '£0', role: '', people: address }];
  const input = { of: 'team', reference: showReference(reference), levels };
  done(await run(setApprovalLevels, await actorFor(approverId), input));
}
