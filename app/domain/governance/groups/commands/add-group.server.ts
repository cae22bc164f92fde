import { z } from 'zod';
import { command } from '../../../command.server';
import { isRefusal, refuseField } from '../../../refusal';
import { ukDay } from '../../../uk-time';
import { mayKeepGovernance } from '../../governance-policy';
import { newGroupFields, whyNoRemit } from '../group-form';
import { chosenForGroup } from '../group-rows.server';
import { writeGroupVersion } from '../write-group-version.server';

/** A coordinator records a group; its chair is its first member. */
export const addGroup = command({
  name: 'governance.add-group',
  input: z.strictObject(newGroupFields),
  load: ({ tx, input }) => chosenForGroup(tx, input),
  authorise: mayKeepGovernance,
  decide: ({ input, loaded: chosen, now, newId, newReference }) => {
    const empty = whyNoRemit(input);
    if (empty) return empty;
    if (isRefusal(chosen)) return chosen;
    if (input.openedOn > ukDay(now))
      return refuseField('DayIsAhead', 'openedOn', 'Enter today or a day in the past');
    const id = newId();
    return {
      change: { id, memberId: newId(), reference: newReference(), input, chosen },
      facts: [{ name: 'GroupWasAdded', noun: 'group', nounId: id, data: { kind: input.kind } }],
    };
  },
  save: async ({ tx, actor, now }, { id, memberId, reference, input, chosen }) => {
    const { kind, name, purpose, cadence, chairRole, sources, openedOn } = input;
    await tx.governanceGroup.create({
      data: {
        ...{ id, reference, kind, name, purpose, cadence, chairRole, sources, openedOn },
        chairId: chosen.chair.id,
        createdAt: now,
      },
    });
    await tx.groupMember.create({
      data: { id: memberId, groupId: id, organisationId: chosen.chair.id, startsOn: openedOn },
    });
    const about = { actor, now, groupId: id, number: 1, changeNote: 'First recorded', holdsFrom: openedOn };
    await writeGroupVersion(tx, about, input, chosen);
    return { reference };
  },
});
