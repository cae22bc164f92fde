import { z } from 'zod';
import { command } from '../../../command.server';
import { dayInput } from '../../../form-inputs';
import { referenceInput } from '../../../reference-input';
import { refuse, refuseField } from '../../../refusal';
import { ukDay } from '../../../uk-time';
import { mayKeepGovernance } from '../../governance-policy';
import { groupReference } from '../group-form';
import { lockedGroup } from '../group-rows.server';

/** An organisation leaves; that it was there stays. */
export const endGroupMember = command({
  name: 'governance.end-group-member',
  input: z.strictObject({
    ...groupReference,
    organisation: referenceInput,
    endsOn: dayInput('Enter when it left'),
  }),
  load: ({ tx, input }) => lockedGroup(tx, input.group),
  authorise: mayKeepGovernance,
  subject: ({ id }) => ({ noun: 'group', nounId: id }),
  decide: ({ input: { organisation, endsOn }, loaded: group, now }) => {
    const member = group.members.find(({ reference }) => reference === organisation);
    if (!member) return refuse('IsNoMember', 'It is no member of this group any more.');
    if (endsOn > ukDay(now)) return refuseField('DayIsAhead', 'endsOn', 'Enter today or a day in the past');
    if (endsOn < member.startsOn)
      return refuseField('DayIsTooEarly', 'endsOn', 'It was no member yet on that day');
    const data = { organisation: member.organisationId };
    return {
      change: { id: member.id, endsOn, reference: group.reference },
      facts: [{ name: 'GroupMemberHasLeft', noun: 'group', nounId: group.id, data }],
    };
  },
  save: async ({ tx }, { id, endsOn, reference }) => {
    await tx.groupMember.update({ where: { id }, data: { endsOn } });
    return { reference };
  },
});
