import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { bidInCompetition } from '../assessment/load-bid.server';
import { mayScore } from '../evaluation-policy';
import { competitionById } from '../load-competition.server';
import { headingOf, isSeen, judged } from '../seen-competition.server';

/** What the moderator asked the actor about one of their scores; not there where nothing was asked. */
export const scoreQuestionPage = query({
  name: 'evaluation.scoreQuestion',
  input: z.strictObject({ reference: referenceInput, position: z.coerce.number().int().min(1).max(100) }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const known = await bidInCompetition(db, input.reference, competitionById);
    const seen = known && judged(known, mayScore(actor, known.competition, known.bid.id));
    if (!isSeen(seen)) return seen;
    const { competition, assessment, bid } = seen;
    const criterion = assessment.criteria.find(({ position }) => position === input.position);
    if (!criterion) return null;
    const asked = await db.scoreQuery.findUnique({
      where: {
        bidId_criterionId_personId: { bidId: bid.id, criterionId: criterion.id, personId: scope },
      },
      select: { note: true, answer: true },
    });
    if (!asked) return null;
    const own = bid.scores.find((one) => one.personId === scope && one.criterionId === criterion.id);
    return {
      ...headingOf(competition),
      bid: bid.reference,
      bidder: bid.bidder,
      criterion: criterion.name,
      value: own?.value ?? null,
      ...asked,
    };
  },
});
