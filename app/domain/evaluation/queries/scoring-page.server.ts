import { z } from 'zod';
import { isMember } from '../../actor';
import { bidWasRead, openedQuality } from '../../bids/sealing/opened-content.server';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { hasScored, resultsOf, type BidAssessment } from '../assessment/assessment';
import { stageOf } from '../competition';
import { mayReadBid, mayScore } from '../evaluation-policy';
import { competitionById } from '../load-competition.server';
import { bidInCompetition } from '../assessment/load-bid.server';
import { checkStateOf } from '../requirements/checks';
import { loadChecks } from '../requirements/load-checks.server';
import { headingOf, isSeen, judged } from '../seen-competition.server';
import { hearsOfAward, toldTo } from '../told-to.server';

/**
 * A bid as the panel reads it, with the reader's own scores. Those of others show once the reader's own are in;
 * to the moderator, who does not score, once everybody's are. Every read is a fact.
 */
export const scoringPage = query({
  name: 'evaluation.scoring',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const known = await bidInCompetition(db, input.reference, competitionById);
    const seen = known && judged(known, mayReadBid(actor, known.competition, known.bid.id));
    if (!isSeen(seen)) return seen;
    const { assessment, bid } = seen;
    const competition = toldTo(seen.competition, await hearsOfAward(db, actor, seen.competition));
    const quality = await openedQuality(db, bid.id);
    if (!quality) return null;
    const asked = await db.scoreQuery.findMany({
      where: { bidId: bid.id, personId: scope, answeredAt: null },
      select: { criterionId: true },
    });
    const requirements = await loadChecks(db, { id: bid.id, questionId: competition.question.id });
    const requirementState = checkStateOf(requirements);
    const checked = requirementState === 'none' || requirementState === 'agreed';
    const own = bid.scores.filter(({ personId }) => personId === scope);
    const submitted = hasScored(bid, scope);
    const stage = stageOf(competition);
    const results = resultsOf(competition, assessment, bid);
    return {
      ...headingOf(competition),
      id: bid.id,
      bid: { reference: bid.reference, bidder: bid.bidder },
      stage,
      quality,
      submitted,
      requirementState,
      requirements: requirements.map(({ check: _check, ...asked }) => asked),
      asked: assessment.criteria.filter(({ id }) => asked.some(({ criterionId }) => criterionId === id)),
      criteria: results.map(({ criterion }) => {
        const mine = own.find(({ criterionId }) => criterionId === criterion.id);
        return {
          ...criterion,
          mine: { value: mine?.value ?? null, reason: mine?.reason ?? '' },
          others: submitted ? othersOn(bid, criterion.id, scope) : null,
        };
      }),
      may: {
        score:
          checked && stage === 'scoring' && !submitted && isAllowed(mayScore(actor, competition, bid.id)),
        giveBack:
          Boolean(competition.assigning) && !submitted && isAllowed(mayScore(actor, competition, bid.id)),
      },
    };
  },
  logged: (view) => (isSeen(view) ? bidWasRead(view.id, 'quality') : null),
});

const othersOn = (bid: BidAssessment, criterionId: string, personId: string) =>
  bid.scores
    .filter((score) => score.criterionId === criterionId && score.personId !== personId && score.submitted)
    .map(({ personName, value, reason }) => ({ name: personName, value, reason }));
