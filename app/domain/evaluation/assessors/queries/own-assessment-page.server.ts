import { z } from 'zod';
import { isMember } from '../../../actor';
import { query } from '../../../query.server';
import { referenceInput } from '../../../reference-input';
import { hasScored } from '../../assessment/assessment';
import { bidInCompetition } from '../../assessment/load-bid.server';
import { mayScore } from '../../evaluation-policy';
import { competitionById } from '../../load-competition.server';
import { whereAssigned } from '../assigning-policy';
import { headingOf, isSeen, judged } from '../../seen-competition.server';

/** A bid that is an assessor's to score, which they may give back. */
export const ownAssessmentPage = query({
  name: 'evaluation.ownAssessment',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const known = await bidInCompetition(db, input.reference, competitionById);
    const seen =
      known &&
      judged(known, whereAssigned(known.competition, mayScore(actor, known.competition, known.bid.id)));
    if (!isSeen(seen)) return seen;
    if (!seen.competition.assigning) return null;
    const { reference, bidder } = seen.bid;
    return {
      ...headingOf(seen.competition),
      bid: { reference, bidder },
      submitted: hasScored(seen.bid, scope),
    };
  },
});
