import { z } from 'zod';
import { command } from '../../../command.server';
import { textInput } from '../../../form-inputs';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';
import { mayKeepGovernance } from '../../governance-policy';
import { groupReference } from '../group-form';
import { lockedGroups } from '../group-rows.server';

/** Two groups look alike and are two. Said once, they are never offered for merging again. */
export const keepGroupsApart = command({
  name: 'governance.keep-groups-apart',
  input: z.strictObject({
    ...groupReference,
    other: referenceInput,
    reason: textInput('Say why they are two groups', 1000, 'Why'),
  }),
  load: async ({ tx, input }) => {
    const [group, other] = await lockedGroups(tx, [input.group, input.other]);
    return group && other ? { group, other } : null;
  },
  authorise: mayKeepGovernance,
  subject: ({ group }) => ({ noun: 'group', nounId: group.id }),
  decide: ({ input: { reason }, loaded: { group, other } }) => {
    if (group.id === other.id) return refuse('GroupIsTheSame', 'These are one group.');
    const [firstId = '', secondId = ''] = [group.id, other.id].toSorted();
    return {
      change: { firstId, secondId, reason },
      facts: [
        { name: 'GroupsWereKeptApart', noun: 'group', nounId: firstId, data: { other: secondId } },
        { name: 'GroupsWereKeptApart', noun: 'group', nounId: secondId, data: { other: firstId } },
      ],
    };
  },
  save: async ({ tx, actor, now }, pair) => {
    const keptById = actor.kind === 'person' ? actor.id : '';
    await tx.groupsKeptApart.create({ data: { ...pair, keptAt: now, keptById } });
    return {};
  },
  rules: {
    groups_kept_apart_pkey: refuse('GroupsAreApart', 'Somebody has said already that these are two groups.'),
  },
});
