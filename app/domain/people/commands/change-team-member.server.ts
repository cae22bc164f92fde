import { z } from 'zod';
import { command } from '../../command.server';
import { listInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { lockedTeam } from '../locked-rows.server';
import { TEAM_ROLE_NAMES } from '../teams/team';
import { mayChangeTeam } from '../teams/team-policy';

/** Roles are dated: a change ends one spell and begins another. No role at all ends the membership. */
export const changeTeamMember = command({
  name: 'people.change-team-member',
  input: z.strictObject({
    team: referenceInput,
    person: referenceInput,
    roles: listInput(z.enum(TEAM_ROLE_NAMES)),
  }),
  load: async ({ tx, input }) => {
    const team = await lockedTeam(tx, input.team);
    if (!team) return null;
    const membership = await tx.teamMembership.findFirst({
      where: { teamId: team.id, endsAt: null, person: { reference: input.person } },
    });
    return membership && { ...team, membership };
  },
  authorise: mayChangeTeam,
  subject: ({ id }) => ({ noun: 'team', nounId: id }),
  decide: ({ loaded: { id, closedAt, membership }, input: { roles }, newId }) => {
    if (closedAt) return refuse('TeamIsClosed', 'This team is closed.');
    const { personId } = membership;
    const stays = roles.length > 0;
    return {
      change: { endedId: membership.id, next: stays ? { id: newId(), teamId: id, personId, roles } : null },
      facts: [
        {
          name: stays ? 'TeamRolesWereChanged' : 'TeamMemberHasLeft',
          noun: 'team',
          nounId: id,
          data: { personId, roles },
        },
      ],
    };
  },
  save: async ({ tx, now }, { endedId, next }) => {
    await tx.teamMembership.update({ where: { id: endedId }, data: { endsAt: now } });
    if (next) await tx.teamMembership.create({ data: { ...next, startsAt: now } });
    return { stays: next !== null };
  },
});
