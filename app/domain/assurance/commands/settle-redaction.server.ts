import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { redactionSubject } from '../redaction/load-redactions.server';
import { CLOSED } from './clarify-request.server';

/** Decides whether what is withheld is withheld wherever else it stands, or takes a redaction back. */
export const settleRedaction = command({
  name: 'assurance.settle-redaction',
  input: z.strictObject({
    reference: referenceInput,
    question: referenceInput,
    redaction: referenceInput,
    settle: z.enum(['everywhere', 'here', 'back'], { error: 'Choose what becomes of it' }),
  }),
  load: async ({ tx, actor, input }) => {
    const about = { request: input.reference, question: input.question };
    const subject = await redactionSubject(tx, actor, about, { locked: true });
    const redaction =
      subject &&
      (await tx.informationRedaction.findFirst({
        where: { reference: input.redaction, requestId: subject.request.id, questionId: subject.question.id },
        select: { id: true, removedAt: true },
      }));
    return redaction && { ...subject, redaction };
  },
  authorise: (_actor, { verdict }) => verdict,
  subject: ({ request }) => ({ noun: 'informationRequest', nounId: request.id }),
  rules: {
    ReleaseStands: refuse(
      'ReleaseStands',
      'A release was prepared from these redactions. They change once it is returned.',
      { stale: true },
    ),
  },
  decide: ({ input, loaded: { request, question, redaction } }) => {
    if (request.closedAt) return CLOSED;
    if (redaction.removedAt) return refuse('RedactionIsBack', 'It was taken back already.', { stale: true });
    const back = input.settle === 'back';
    return {
      change: {
        id: redaction.id,
        back,
        everywhere: input.settle === 'everywhere',
        request: request.reference,
        question: question.reference,
      },
      facts: [
        {
          name: back ? 'RedactionWasTakenBack' : 'WithheldElsewhereWasDecided',
          noun: 'informationRequest',
          nounId: request.id,
          data: { redactionId: redaction.id, ...(back ? {} : { everywhere: input.settle === 'everywhere' }) },
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, back, everywhere, request, question }) => {
    await tx.informationRedaction.update({ where: { id }, data: back ? { removedAt: now } : { everywhere } });
    return { request, question };
  },
});
