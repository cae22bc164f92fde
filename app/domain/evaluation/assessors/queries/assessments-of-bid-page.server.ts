import { z } from 'zod';
import { isMember } from '../../../actor';
import { query } from '../../../query.server';
import { referenceInput } from '../../../reference-input';
import { hasScored } from '../../assessment/assessment';
import { bidInCompetition } from '../../assessment/load-bid.server';
import { mayModerateBid } from '../../evaluation-policy';
import { competitionById } from '../../load-competition.server';
import { whereAssigned } from '../assigning-policy';
import { headingOf, isSeen, judged } from '../../seen-competition.server';

/** The assessments of one bid whose scores are in, for the moderator to say how helpful each was. */
export const assessmentsOfBidPage = query({
  name: 'evaluation.assessmentsOfBid',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const known = await bidInCompetition(db, input.reference, competitionById);
    const seen =
      known &&
      judged(known, whereAssigned(known.competition, mayModerateBid(actor, known.competition, known.bid.id)));
    if (!isSeen(seen)) return seen;
    const { competition, bid, assessment } = seen;
    if (!competition.assigning) return null;
    const rows = await db.assessment.findMany({
      where: { bidId: bid.id, movedAt: null, refusedAt: null },
      orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
      select: {
        personId: true,
        person: { select: { reference: true, name: true } },
        helpfulness: true,
        ratingWords: true,
      },
    });
    return {
      ...headingOf(competition),
      bid: { reference: bid.reference, bidder: bid.bidder },
      assessments: rows
        .filter(({ personId }) => hasScored(bid, personId))
        .map(({ personId, person, helpfulness, ratingWords }) => ({
          ...person,
          helpfulness,
          words: ratingWords,
          reasons: bid.scores
            .filter((score) => score.personId === personId)
            .map(({ criterionId, value, reason }) => ({
              criterion: assessment.criteria.find(({ id }) => id === criterionId)?.name ?? '',
              value,
              reason,
            })),
        })),
      waiting: rows.filter(({ personId }) => !hasScored(bid, personId)).length,
    };
  },
});
