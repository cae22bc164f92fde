import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { promisedDays } from '../enquiry-loading.server';
import { mayPromise } from '../enquiry-policy';
import { LONGEST_PROMISE } from '../reply-promise';

const daysInput = z
  .unknown()
  .transform((value) => (value === 'none' || value === null ? null : Number(value)))
  .refine(
    (days) => days === null || (Number.isInteger(days) && days >= 1 && days <= LONGEST_PROMISE),
    'Choose how soon your team answers',
  );

/** Says within how many working days a team answers, or that it promises nothing. What waits keeps its day. */
export const promiseReply = command({
  name: 'enquiries.promise-reply',
  input: z.strictObject({ team: referenceInput, workingDays: daysInput }),
  load: async ({ tx, input }) => {
    const team = await tx.team.findUnique({ where: { reference: input.team } });
    if (!team) return null;
    await tx.$queryRaw`SELECT FROM team WHERE id = ${team.id}::uuid FOR UPDATE`;
    return { ...team, promised: await promisedDays(tx, team.id) };
  },
  authorise: mayPromise,
  subject: ({ id }) => ({ noun: 'team', nounId: id }),
  decide: ({ input: { workingDays }, loaded: team, actor, newId }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (workingDays === team.promised)
      return refuse('PromiseStands', 'That is what the team promises already.', {
        fields: { workingDays: 'That is what the team promises already' },
      });
    const data = { workingDays };
    return {
      change: {
        reference: team.reference,
        row: { id: newId(), teamId: team.id, setById: actor.id, workingDays },
      },
      facts: [{ name: 'ReplyWasPromised', noun: 'team' as const, nounId: team.id, data }],
    };
  },
  save: async ({ tx, now }, { reference, row }) => {
    await tx.replyPromise.create({ data: { ...row, holdsFrom: now } });
    return { reference };
  },
});
