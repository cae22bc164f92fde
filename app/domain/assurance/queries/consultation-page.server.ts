import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { consultationRecord } from '../requests/consultations.server';
import { requestRecord } from '../requests/load-request.server';
import { mayAnswerConsultation, maySeeConsultation } from '../requests/request-policy';

/** What a bidder is asked about a request, their answer, and in the end its outcome. Who requested is not told. */
export const consultationPage = query({
  name: 'assurance.consultation-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    const consultation = actor && (await consultationRecord(db, input.reference));
    const request = consultation && (await requestRecord(db, actor, consultation.request.reference));
    if (!actor || !request || !isAllowed(maySeeConsultation(actor, request, consultation.bid))) return null;
    const { words, askedAt, answerBy, objects, answer, answeredAt, bid } = consultation;
    const mayAnswer = isAllowed(mayAnswerConsultation(actor, request, bid));
    return {
      reference: consultation.reference,
      title: bid.question.title,
      asked: words,
      requested: request.words,
      askedAt,
      answerBy,
      objects,
      answer,
      answeredAt,
      outcome: request.outcome,
      outcomeOn: request.outcomeOn,
      outcomeWords: request.outcomeWords,
      mayAnswer: mayAnswer && answeredAt === null && request.closedAt === null,
    };
  },
});
