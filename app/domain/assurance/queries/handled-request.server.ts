import { z } from 'zod';
import { isMember } from '../../actor';
import { judged, isSeen } from '../../evaluation/seen-competition.server';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { showReference } from '../../reference';
import { bidsToConsult } from '../requests/consultations.server';
import { lastDay } from '../requests/information-request';
import { requestRecord } from '../requests/load-request.server';
import { mayHandleRequest } from '../requests/request-policy';

/** A request for the forms by which it is handled. */
export const handledRequest = query({
  name: 'assurance.handled-request',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    const request = actor && (await requestRecord(db, actor, input.reference));
    if (!actor || !request) return null;
    const seen = judged(request, mayHandleRequest(actor, request));
    if (!isSeen(seen)) return seen;
    const bids = (await bidsToConsult(db, request.id)).filter(({ asked }) => !asked);
    return {
      reference: request.reference,
      title: `Request ${showReference(request.reference)}`,
      words: request.words,
      lastDay: lastDay(request),
      waits: request.waits,
      isClosed: request.closedAt !== null,
      bids: bids.map(({ reference, bidder, question }) => ({ reference, bidder, question })),
    };
  },
});
