import { z } from 'zod';
import { command } from '../../../command.server';
import { refuse } from '../../../refusal';
import { ukDay } from '../../../uk-time';
import { mayKeepGovernance } from '../../governance-policy';
import { endGroup } from '../end-group.server';
import { endingFields, groupReference, whyNotThen } from '../group-form';
import { lockedGroup } from '../group-rows.server';

/** A group meets no more; nothing takes its place. */
export const closeGroup = command({
  name: 'governance.close-group',
  input: z.strictObject({ ...groupReference, ...endingFields }),
  load: ({ tx, input }) => lockedGroup(tx, input.group),
  authorise: mayKeepGovernance,
  subject: ({ id }) => ({ noun: 'group', nounId: id }),
  decide: ({ input: { endedOn, reason }, loaded: group, now, newId }) => {
    if (group.state !== 'open') return refuse('GroupHasEnded', 'This group has ended already.');
    const wrong = whyNotThen(endedOn, { openedOn: group.openedOn, today: ukDay(now) }, 'endedOn');
    if (wrong) return wrong;
    return {
      change: { id: newId(), group, endedOn, reason },
      facts: [{ name: 'GroupWasClosed', noun: 'group', nounId: group.id }],
    };
  },
  save: async (saving, { id, group, endedOn, reason }) => {
    await endGroup(saving, group, { id, kind: 'closed', intoId: null, endedOn, reason });
    return { reference: group.reference };
  },
});
