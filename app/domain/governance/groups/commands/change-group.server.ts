import { z } from 'zod';
import { command } from '../../../command.server';
import { textInput } from '../../../form-inputs';
import { isRefusal, refuse } from '../../../refusal';
import { mayKeepGovernance } from '../../governance-policy';
import { groupFields, groupReference, groupRevision, whyNoRemit } from '../group-form';
import { chosenForGroup, lockedGroup } from '../group-rows.server';
import { writeGroupVersion } from '../write-group-version.server';

/** What stood before stays as a version. */
export const changeGroup = command({
  name: 'governance.change-group',
  input: z.strictObject({
    ...groupReference,
    ...groupRevision,
    ...groupFields,
    changeNote: textInput('Say what changes, and how you know', 500, 'What changes'),
  }),
  load: async ({ tx, input }) => {
    const group = await lockedGroup(tx, input.group);
    return group && { group, chosen: await chosenForGroup(tx, input, group.id) };
  },
  authorise: mayKeepGovernance,
  subject: ({ group }) => ({ noun: 'group', nounId: group.id }),
  decide: ({ input, loaded: { group, chosen } }) => {
    if (group.revision !== input.revision)
      return refuse(
        'GroupHasChanged',
        'Somebody else changed this group meanwhile. Open it again to see how.',
        { stale: true },
      );
    if (group.state !== 'open')
      return refuse('GroupHasEnded', 'This group has ended. Reopen it first if that was wrong.');
    const empty = whyNoRemit(input);
    if (empty) return empty;
    if (isRefusal(chosen)) return chosen;
    const number = group.revision + 1;
    return {
      change: { group, number, input, chosen },
      facts: [{ name: 'GroupWasChanged', noun: 'group', nounId: group.id, data: { number } }],
    };
  },
  save: async ({ tx, actor, now }, { group, number, input, chosen }) => {
    const { kind, name, purpose, cadence, chairRole, sources, changeNote } = input;
    await tx.governanceGroup.update({
      where: { id: group.id },
      data: {
        ...{ kind, name, purpose, cadence, chairRole, sources, chairId: chosen.chair.id },
        revision: number,
      },
    });
    const about = { actor, now, groupId: group.id, number, changeNote };
    await writeGroupVersion(tx, about, input, chosen);
    return { reference: group.reference };
  },
});
