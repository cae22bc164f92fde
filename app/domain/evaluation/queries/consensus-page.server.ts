import { z } from 'zod';
import { isMember } from '../../actor';
import { hiddenIn } from '../../bids/anonymous/identities.server';
import { hideInText } from '../../bids/anonymous/identity';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { allHaveScored, countedScores, resultsOf } from '../assessment/assessment';
import { evaluatorsOf, stageOf } from '../competition';
import { mayModerateBid } from '../evaluation-policy';
import { competitionById } from '../load-competition.server';
import { bidInCompetition } from '../assessment/load-bid.server';
import { headingOf, isSeen, judged } from '../seen-competition.server';

/** All independent scores of one bid with their reasons, and what was agreed: for the moderator, once all are in. */
export const consensusPage = query({
  name: 'evaluation.consensus',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const known = await bidInCompetition(db, input.reference, competitionById);
    const seen = known && judged(known, mayModerateBid(actor, known.competition, known.bid.id));
    if (!isSeen(seen)) return seen;
    const { competition, assessment, bid } = seen;
    const complete = allHaveScored(competition, bid);
    const scores = complete ? countedScores(competition, bid) : [];
    const people = new Map(evaluatorsOf(competition).map(({ person }) => [person.id, person.reference]));
    const reply = await db.bidReply.findFirst({
      where: { bidId: bid.id, submittedAt: { not: null } },
      select: { text: true },
    });
    const hidden = reply && competition.hidesBidders ? await hiddenIn(db, bid.id) : null;
    const replied = reply && (hidden ? hideInText(reply.text, hidden) : reply.text);
    return {
      ...headingOf(competition),
      reply: complete ? replied : null,
      bid: { reference: bid.reference, bidder: bid.bidder },
      complete,
      criteria: resultsOf(competition, assessment, bid).map(({ criterion, consensus, disagreement }) => ({
        ...criterion,
        disagreement: complete && disagreement,
        consensus: consensus && { value: consensus.value, rationale: consensus.rationale },
        scores: scores
          .filter(({ criterionId }) => criterionId === criterion.id)
          .map(({ personId, personName, value, reason }) => ({
            reference: people.get(personId) ?? '',
            name: personName,
            value,
            reason,
          })),
      })),
      may: { record: complete && stageOf(competition) === 'scoring' },
    };
  },
});
