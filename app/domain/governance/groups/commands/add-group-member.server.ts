import { z } from 'zod';
import { command } from '../../../command.server';
import { refuse, refuseField } from '../../../refusal';
import { ukDay } from '../../../uk-time';
import { mayKeepGovernance } from '../../governance-policy';
import { groupReference, memberFields, whyNotThen } from '../group-form';
import { lockedGroup, openOrganisation } from '../group-rows.server';

export const addGroupMember = command({
  name: 'governance.add-group-member',
  input: z.strictObject({ ...groupReference, ...memberFields }),
  load: async ({ tx, input }) => {
    const group = await lockedGroup(tx, input.group);
    return group && { group, organisation: await openOrganisation(tx, input.organisation) };
  },
  authorise: mayKeepGovernance,
  subject: ({ group }) => ({ noun: 'group', nounId: group.id }),
  decide: ({ input, loaded: { group, organisation }, now, newId }) => {
    if (group.state !== 'open') return refuse('GroupHasEnded', 'This group has ended, so nobody joins it.');
    if (!organisation)
      return refuseField('OrganisationIsUnknown', 'organisation', 'Choose an organisation of the list');
    if (group.members.some(({ organisationId }) => organisationId === organisation.id))
      return refuseField('IsMemberAlready', 'organisation', `${organisation.name} is a member already`);
    const { startsOn } = input;
    const wrong = whyNotThen(startsOn, { openedOn: group.openedOn, today: ukDay(now) }, 'startsOn');
    if (wrong) return wrong;
    const data = { organisation: organisation.id };
    return {
      change: { id: newId(), group, organisationId: organisation.id, startsOn },
      facts: [{ name: 'GroupMemberWasAdded', noun: 'group', nounId: group.id, data }],
    };
  },
  save: async ({ tx }, { id, group, organisationId, startsOn }) => {
    await tx.groupMember.create({ data: { id, groupId: group.id, organisationId, startsOn } });
    return { reference: group.reference };
  },
});
