import { z } from 'zod';
import { command } from '../../../command.server';
import { dayInput, textInput } from '../../../form-inputs';
import { refuse, refuseField } from '../../../refusal';
import { ukDay } from '../../../uk-time';
import { mayKeepGovernance } from '../../governance-policy';
import { groupReference } from '../group-form';
import { lockedGroup } from '../group-rows.server';

/** A wrong ending is mended: whoever was in the group at its end is in it again, and leaves the one it was merged into. */
export const reopenGroup = command({
  name: 'governance.reopen-group',
  input: z.strictObject({
    ...groupReference,
    reopenedOn: dayInput('Enter when it meets again'),
    reason: textInput('Say why', 2000, 'Why'),
  }),
  load: ({ tx, input }) => lockedGroup(tx, input.group),
  authorise: mayKeepGovernance,
  subject: ({ id }) => ({ noun: 'group', nounId: id }),
  decide: ({ input: { reopenedOn, reason }, loaded: group, now }) => {
    const { endingId, endedOn } = group;
    if (!endingId || !endedOn) return refuse('GroupIsOpen', 'This group is open.');
    if (reopenedOn > ukDay(now))
      return refuseField('DayIsAhead', 'reopenedOn', 'Enter today or a day in the past');
    if (reopenedOn < endedOn)
      return refuseField('DayIsTooEarly', 'reopenedOn', 'It had not ended yet on that day');
    return {
      change: { group, endingId, reopenedOn, reason },
      facts: [{ name: 'GroupWasReopened', noun: 'group', nounId: group.id }],
    };
  },
  save: async ({ tx, actor, newId }, { group, endingId, reopenedOn, reason }) => {
    const reopenedById = actor.kind === 'person' ? actor.id : null;
    await tx.groupEnding.update({
      where: { id: endingId },
      data: { reopenedOn, reopenedReason: reason, reopenedById },
    });
    await tx.groupMember.updateMany({
      where: { cameFromId: endingId, endsOn: null },
      data: { endsOn: reopenedOn },
    });
    const were = await tx.groupMember.findMany({
      where: { endingId, organisation: { closedAt: null } },
      select: { organisationId: true },
    });
    await tx.groupMember.createMany({
      data: were.map((one) => ({ ...one, id: newId(), groupId: group.id, startsOn: reopenedOn })),
    });
    return { reference: group.reference };
  },
});
