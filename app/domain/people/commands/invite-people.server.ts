import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { refuse, refuseField } from '../../refusal';
import { planInvitations } from '../invitations/invitation-list';
import { revokeExpiredInvitations, sendInvitation } from '../invitations/invitation-rows.server';
import { knownToPlan } from '../invitations/known-to-plan.server';
import { mayInvite } from '../person-policy';

/** Many at once, as the dry run showed it: when the outcome would differ now, nothing is sent. */
export const invitePeople = command({
  name: 'people.invite-people',
  input: z.strictObject({
    list: textInput('Paste or upload a list', 200_000),
    expected: z.coerce.number().int().min(1, 'No line of this list can be invited'),
  }),
  load: async ({ tx }) => ({ known: await knownToPlan(tx) }),
  authorise: mayInvite,
  decide: ({ loaded: { known }, input, actor, newId, newReference }) => {
    const plan = planInvitations(input.list, known);
    if ('fault' in plan) return refuseField('ListIsWrong', 'list', plan.fault);
    const good = plan.rows.filter(({ problems }) => problems.length === 0);
    if (actor.kind !== 'person' || good.length !== input.expected)
      return refuse(
        'ListHasChanged',
        `Now ${good.length} lines can be invited, not ${input.expected}. Check the list again.`,
        {
          stale: true,
        },
      );
    const inviter = { id: actor.id, name: actor.name };
    return {
      change: good.map((row) => ({
        id: newId(),
        reference: newReference(),
        address: row.address,
        name: row.name,
        note: '',
        installationRoles: [],
        asExpert: row.asExpert,
        organisationId: row.organisationId,
        teamId: row.teamId,
        teamRoles: row.teamRoles,
        inviter,
        into: row.team
          ? ` as a member of the team ${row.team}`
          : row.organisation
            ? ` as a member of ${row.organisation}`
            : '',
      })),
      facts: [],
    };
  },
  save: async ({ tx, now, record }, invitations) => {
    const addresses = invitations.map(({ address }) => address);
    await revokeExpiredInvitations(tx, addresses, now);
    for (const invitation of invitations) record(await sendInvitation(tx, now, invitation));
    return { count: invitations.length };
  },
});
