import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { consultationRecord } from '../requests/consultations.server';
import { requestRecord } from '../requests/load-request.server';
import { mayAnswerConsultation } from '../requests/request-policy';
import { CLOSED } from './clarify-request.server';

/** A bidder says whether they object to a release, and why. It is asked of them, not left to them. */
export const answerConsultation = command({
  name: 'assurance.answer-consultation',
  input: z.strictObject({
    reference: referenceInput,
    objects: z.enum(['yes', 'no'], { error: 'Choose whether you object' }),
    answer: optionalTextInput(5000),
  }),
  load: async ({ tx, actor, input }) => {
    const consultation = await consultationRecord(tx, input.reference, { locked: true });
    const request = consultation && (await requestRecord(tx, actor, consultation.request.reference));
    return request && { consultation, request };
  },
  authorise: (actor, { consultation, request }) => mayAnswerConsultation(actor, request, consultation.bid),
  subject: ({ request }) => ({ noun: 'informationRequest', nounId: request.id }),
  decide: ({ input, loaded: { consultation, request }, actor }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (request.closedAt) return CLOSED;
    if (consultation.answeredAt)
      return refuse('ConsultationIsAnswered', 'This was answered already.', { stale: true });
    if (input.objects === 'yes' && input.answer === '')
      return refuseField('ObjectionNeedsWhy', 'answer', 'Say to what you object, and why');
    const objects = input.objects === 'yes';
    return {
      change: {
        id: consultation.id,
        reference: consultation.reference,
        row: { objects, answer: input.answer, answeredById: actor.id },
      },
      facts: [
        {
          name: 'BidderHasAnswered',
          noun: 'informationRequest',
          nounId: request.id,
          data: { consultationId: consultation.id, objects },
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, row }) => {
    await tx.informationConsultation.update({ where: { id }, data: { ...row, answeredAt: now } });
    return { reference };
  },
});
