import { z } from 'zod';
import { command } from '../../../command.server';
import { referenceInput } from '../../../reference-input';
import { NO_PART, opinionFields, wrongInOpinion } from '../../data/data-form';
import { mayGiveOpinion } from '../../data/data-policy';
import { lockedDataRequest } from '../../data/loaded-data-request.server';

/** One of the panel says what they think and why, or declares a conflict and takes no part. Until it is decided they may change it. */
export const giveDataOpinion = command({
  name: 'requests.give-data-opinion',
  input: z.strictObject({ reference: referenceInput, ...opinionFields }),
  load: ({ tx, input }) => lockedDataRequest(tx, input.reference),
  authorise: (actor, { standing }) => mayGiveOpinion(actor, standing),
  subject: ({ request }) => ({ noun: 'dataRequest', nounId: request.id }),
  decide: ({ input, loaded: { request } }) => {
    const wrong = wrongInOpinion(input);
    if (wrong) return wrong;
    const { conflict } = input;
    const opinion = input.opinion === NO_PART ? null : (input.opinion ?? null);
    const said = { conflict, opinion, reason: conflict === '' ? input.reason : '' };
    const name = conflict === '' ? 'DataOpinionWasGiven' : 'DataConflictWasDeclared';
    return {
      change: { id: request.id, reference: request.reference, said },
      facts: [{ name, noun: 'dataRequest', nounId: request.id }],
    };
  },
  save: async ({ tx, actor, now }, { id: requestId, reference, said }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    const one = { requestId, personId: actor.id };
    const row = { ...said, at: now };
    await tx.dataOpinion.upsert({
      where: { requestId_personId: one },
      update: row,
      create: { ...one, ...row },
    });
    return { reference };
  },
});
