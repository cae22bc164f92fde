import { z } from 'zod';
import { command } from '../../../command.server';
import { refuse, refuseField } from '../../../refusal';
import { ukDay } from '../../../uk-time';
import { mayKeepGovernance } from '../../governance-policy';
import { endingFields } from '../responsibility-form';

/** A role ends; that it was held stays. */
export const endResponsibility = command({
  name: 'governance.end-responsibility',
  input: z.strictObject(endingFields),
  load: async ({ tx, input }) => {
    await tx.$queryRaw`SELECT id FROM responsibility WHERE reference = ${input.responsibility} FOR UPDATE`;
    return tx.responsibility.findUnique({ where: { reference: input.responsibility } });
  },
  authorise: mayKeepGovernance,
  subject: ({ id }) => ({ noun: 'responsibility', nounId: id }),
  decide: ({ input: { endsOn, reason }, loaded: { id, startsOn, endsOn: ended }, now }) => {
    if (ended) return refuse('ResponsibilityHasEnded', 'This role has ended already.');
    if (endsOn > ukDay(now)) return refuseField('DayIsAhead', 'endsOn', 'Enter today or a day in the past');
    if (endsOn < startsOn) return refuseField('DayIsTooEarly', 'endsOn', 'It was not held yet on that day');
    return {
      change: { id, endsOn, endReason: reason },
      facts: [{ name: 'ResponsibilityHasEnded', noun: 'responsibility', nounId: id }],
    };
  },
  save: async ({ tx }, { id, ...data }) => {
    await tx.responsibility.update({ where: { id }, data });
    return {};
  },
});
