import { z } from 'zod';
import { command } from '../../../command.server';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';
import { decisionFields, wrongInWords } from '../../data/data-form';
import { mayDecideData } from '../../data/data-policy';
import { wrongInDecision } from '../../data/data-request';
import { lockedDataRequest } from '../../data/loaded-data-request.server';

/** One of the panel records what most of it thinks: with terms and an end, or with a reason that others can find. */
export const decideDataRequest = command({
  name: 'requests.decide-data-request',
  input: z.strictObject({ reference: referenceInput, ...decisionFields }),
  load: ({ tx, input }) => lockedDataRequest(tx, input.reference),
  authorise: (actor, { standing }) => mayDecideData(actor, standing),
  subject: ({ request }) => ({ noun: 'dataRequest', nounId: request.id }),
  decide: ({ input, loaded: { request, tally }, actor, now }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    if (request.kind === 'appeal' && request.earlier?.decidedById === actor.id)
      return refuse('AppealIsOfYours', 'Somebody else decides an appeal against your own decision.');
    const { outcome, code, words, terms, conditions, expiresOn } = input;
    const wrong = wrongInDecision(tally, { outcome, conditions, expiresOn }, now) ?? wrongInWords(input);
    if (wrong) return wrong;
    const refused = outcome === 'refuse';
    const decision = refused
      ? { state: 'refused', reasonCode: code ?? null, words }
      : {
          state: 'approved',
          terms,
          expiresOn,
          words,
          conditions: outcome === 'conditions' ? conditions : '',
        };
    const data = { outcome, ...(refused ? { code: code ?? null } : {}) };
    return {
      change: { id: request.id, reference: request.reference, decision, decidedById: actor.id },
      facts: [{ name: 'DataRequestWasDecided', noun: 'dataRequest', nounId: request.id, data }],
    };
  },
  save: async ({ tx, now }, { id, reference, decision, decidedById }) => {
    await tx.dataRequest.update({ where: { id }, data: { ...decision, decidedById, decidedAt: now } });
    return { reference };
  },
});
