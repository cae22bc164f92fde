import { z } from 'zod';
import { isMember } from '../../actor';
import { placeIn } from '../../bids/bid-policy';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayDecideChallenge, maySeeChallenge } from '../challenge/challenge-policy';
import { loadChallenge } from '../challenge/load-challenge.server';

/** A challenge with what was decided of it. */
export const challengePage = query({
  name: 'awards.challenge-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    const challenge = actor && (await loadChallenge(db, input.reference));
    if (!challenge || !isAllowed(maySeeChallenge(actor, challenge))) return null;
    const { question, bid, grounds, text, lodgedAt, outcome, remedy, reasons, decidedAt } = challenge;
    return {
      reference: challenge.reference,
      title: question.title,
      bid: bid.reference,
      own: placeIn(actor, bid) !== null,
      grounds,
      text,
      lodgedAt,
      lodgedBy: challenge.lodgedBy.name,
      outcome,
      remedy,
      reasons,
      decidedAt,
      decidedBy: challenge.decidedBy?.name ?? null,
      mayDecide: decidedAt === null && isAllowed(mayDecideChallenge(actor, challenge)),
    };
  },
});
