import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';

interface Choosable {
  value: string;
  label: string;
}

export interface TeamPeople {
  owners: Choosable[];
  budgetHolders: Choosable[];
}

/** Who of one's own team could approve and hold the budget of its question; never the question's author. */
export const teamPeople = query({
  name: 'questions.team-people',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.teams.map(({ teamId }) => teamId) : []),
  read: async ({ db, scope, input }): Promise<TeamPeople | null> => {
    const question = await db.question.findFirst({
      where: { reference: input.reference, teamId: { in: scope } },
      select: { teamId: true, authorId: true },
    });
    if (!question) return null;
    const members = await db.teamMembership.findMany({
      where: { teamId: question.teamId, endsAt: null, person: { erasedAt: null, suspendedAt: null } },
      select: { roles: true, personId: true, person: { select: { reference: true, name: true } } },
      orderBy: { person: { name: 'asc' } },
    });
    const choices = (role: 'seniorResponsibleOwner' | 'budgetHolder') =>
      members
        .filter(({ roles }) => roles.includes(role))
        .map(({ person }) => ({ value: person.reference, label: person.name }));
    const others = members.filter(({ personId }) => personId !== question.authorId);
    const owners = others
      .filter(({ roles }) => roles.includes('seniorResponsibleOwner'))
      .map(({ person }) => ({ value: person.reference, label: person.name }));
    return { owners, budgetHolders: choices('budgetHolder') };
  },
});
