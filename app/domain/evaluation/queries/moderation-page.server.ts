import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import {
  allHaveScored,
  contending,
  resultsOf,
  hasScored,
  whatAgreementWaitsFor,
  writtenPart,
} from '../assessment/assessment';
import { scorersOf } from '../assessment/whose-bids';
import { stageOf } from '../competition';
import { mayModerate, mayReadBid, mayReadBids } from '../evaluation-policy';
import { loadAssessment } from '../assessment/load-assessment.server';
import { inDecimals } from '../scoring/fraction';
import { headingOf, isSeen, seenCompetition } from '../seen-competition.server';

/** Where scoring stands, bid by bid, with the meetings held. An evaluator sees a bid's scores once their own are in. */
export const moderationPage = query({
  name: 'evaluation.moderation',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, mayReadBids);
    if (!isSeen(competition)) return competition;
    if (!competition.question.openedAt) return null;
    const { id: questionId } = competition.question;
    const [whole, meetings] = await Promise.all([
      loadAssessment(db, questionId),
      db.moderationMeeting.findMany({
        where: { questionId },
        orderBy: { recordedAt: 'asc' },
        select: { heldOn: true, minutes: true, recordedAt: true },
      }),
    ]);
    const assessment = writtenPart(whole);
    const moderates = isAllowed(mayModerate(actor, competition));
    const bids = contending(assessment).filter((bid) => isAllowed(mayReadBid(actor, competition, bid.id)));
    return {
      ...headingOf(competition),
      stage: stageOf(competition),
      meetings,
      bids: bids.map((bid) => {
        const complete = allHaveScored(competition, bid);
        const shown = moderates ? complete : hasScored(bid, scope);
        return {
          reference: bid.reference,
          bidder: bid.bidder,
          complete,
          missing: scorersOf(competition, bid.id)
            .filter(({ person }) => !hasScored(bid, person.id))
            .map(({ person }) => person.name),
          results: shown
            ? resultsOf(competition, assessment, bid).map((result) => ({
                name: result.criterion.name,
                weight: result.criterion.weight,
                minimum: result.criterion.minimum,
                values: result.values,
                consensus: result.consensus?.value ?? null,
                agreed: result.agreed && inDecimals(result.agreed, 2),
                disagreement: result.disagreement,
              }))
            : null,
        };
      }),
      // What is awaited tells of disagreement and of every bid: the moderator alone reads it.
      waits: moderates ? whatAgreementWaitsFor(competition, assessment, meetings.length) : [],
      may: { moderate: moderates && stageOf(competition) === 'scoring' },
    };
  },
});
