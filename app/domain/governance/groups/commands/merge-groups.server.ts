import { z } from 'zod';
import { command } from '../../../command.server';
import type { FactDraft } from '../../../fact';
import { listInput } from '../../../form-inputs';
import { referenceInput } from '../../../reference-input';
import { refuse, refuseField } from '../../../refusal';
import { ukDay } from '../../../uk-time';
import { mayKeepGovernance } from '../../governance-policy';
import { endGroup } from '../end-group.server';
import { endingFields, groupReference, whyNotThen } from '../group-form';
import { lockedGroups } from '../group-rows.server';

/** One group goes into another: its chosen members come over, its decisions stay its own. */
export const mergeGroups = command({
  name: 'governance.merge-groups',
  input: z.strictObject({
    ...groupReference,
    into: z.string({ error: 'Choose a group' }).min(1, 'Choose a group').pipe(referenceInput),
    ...endingFields,
    members: listInput(referenceInput),
  }),
  load: async ({ tx, input }) => {
    const [group, into] = await lockedGroups(tx, [input.group, input.into]);
    return group ? { group, into: into ?? null } : null;
  },
  authorise: mayKeepGovernance,
  subject: ({ group }) => ({ noun: 'group', nounId: group.id }),
  decide: ({ input, loaded: { group, into }, now, newId }) => {
    if (group.state !== 'open') return refuse('GroupHasEnded', 'This group has ended already.');
    if (!into) return refuseField('GroupIsUnknown', 'into', 'Choose a group of the list');
    if (into.id === group.id)
      return refuseField('GroupIsTheSame', 'into', 'A group cannot be merged into itself');
    if (into.state !== 'open')
      return refuseField('SuccessorHasEnded', 'into', 'That group has ended itself. Choose one that meets');
    const { endedOn, reason } = input;
    const openedOn = new Date(Math.max(Number(group.openedOn), Number(into.openedOn)));
    const wrong = whyNotThen(endedOn, { openedOn, today: ukDay(now) }, 'endedOn');
    if (wrong) return wrong;
    const chosen = group.members.filter(({ reference }) => input.members.includes(reference));
    const there = new Set(into.members.map(({ organisationId }) => organisationId));
    const coming = chosen.filter(({ organisationId }) => !there.has(organisationId));
    const facts: FactDraft[] = [
      { name: 'GroupWasMerged', noun: 'group', nounId: group.id, data: { into: into.id } },
      {
        name: 'GroupHasTakenInAnother',
        noun: 'group',
        nounId: into.id,
        data: { from: group.id, members: coming.length },
      },
    ];
    return {
      change: {
        ...{ group, into, endedOn, reason, id: newId() },
        coming: coming.map(({ organisationId }) => ({ id: newId(), organisationId })),
      },
      facts,
    };
  },
  save: async (saving, { group, into, endedOn, reason, id, coming }) => {
    await endGroup(saving, group, { id, kind: 'merged', intoId: into.id, endedOn, reason });
    await saving.tx.groupMember.createMany({
      data: coming.map((one) => ({ ...one, groupId: into.id, startsOn: endedOn, cameFromId: id })),
    });
    return { reference: into.reference };
  },
});
