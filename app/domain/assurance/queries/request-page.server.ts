import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { bidsToConsult } from '../requests/consultations.server';
import { lastDay, requestState } from '../requests/information-request';
import { requestRecord } from '../requests/load-request.server';
import { mayHandleRequest, maySeeRequest } from '../requests/request-policy';
import { releasesOf } from '../requests/releases.server';

/** One request with its clock, what was asked of whom, and what is released. The requester is for its handlers. */
export const requestPage = query({
  name: 'assurance.request-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const request = actor && (await requestRecord(db, actor, input.reference));
    if (!actor || !request || !isAllowed(maySeeRequest(actor, request))) return null;
    const { id, questions, ...told } = request;
    const handles = isAllowed(mayHandleRequest(actor, request));
    const isOpen = request.closedAt === null;
    const bids = handles ? await bidsToConsult(db, id) : [];
    return {
      ...told,
      state: requestState(request, now),
      lastDay: lastDay(request),
      questions: questions.map(({ reference, title }) => ({ reference, title })),
      requester: handles ? await db.informationRequester.findUnique({ where: { requestId: id } }) : null,
      clarifications: await db.informationClarification.findMany({
        where: { requestId: id },
        select: { asked: true, askedOn: true, answer: true, answeredOn: true },
        orderBy: { askedOn: 'asc' },
      }),
      consultations: await consultationsOf(db, id),
      releases: await releasesOf(db, id),
      may: {
        handle: handles,
        ask: handles && isOpen && !request.waits,
        clarify: handles && isOpen && request.waits,
        extend: handles && isOpen && !request.waits,
        consult: isOpen && bids.some(({ asked }) => !asked),
        close: handles && isOpen,
      },
    };
  },
});

interface Consulted {
  reference: string;
  bidder: string;
  askedAt: Date;
  answerBy: Date;
  objects: boolean | null;
  answer: string | null;
}

const consultationsOf = (
  db: Parameters<typeof bidsToConsult>[0],
  requestId: string,
): Promise<Consulted[]> => db.$queryRaw`
  SELECT c.reference, soundings.bidder_shown(c.bid_id) AS bidder, c.asked_at AS "askedAt", c.answer_by AS "answerBy",
    c.objects, c.answer
  FROM information_consultation c WHERE c.request_id = ${requestId}::uuid ORDER BY c.asked_at, c.id`;
