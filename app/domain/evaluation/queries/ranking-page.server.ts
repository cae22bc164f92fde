import { z } from 'zod';
import { isMember, isWalledFromBid, isWalledFromSome, type Actor } from '../../actor';
import { shownApprovals, standingFor, type Approvals } from '../../approvals/approval';
import { allow, isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import {
  contending,
  rankingRules,
  resultsOf,
  withoutWalled,
  type Assessment,
} from '../assessment/assessment';
import { isQualityFinal, stageOf, type Competition } from '../competition';
import { awaitedAt } from '../interests/declarations';
import { knowsOfEvaluation, mayModerate, maySeeEvaluation, maySeeRanking } from '../evaluation-policy';
import { loadAssessment } from '../assessment/load-assessment.server';
import { sensitivityRows } from '../scoring/award/sensitivity-words';
import { reserveToAward } from '../reserve/reserve-to-award.server';
import { showLotLimits } from '../../questions/lots/lot';
import { asideFor } from '../recommendation/lots-chosen';
import { rankingOf, type RankedPart, type RankingOfQuestion } from '../assessment/ranking-of.server';
import { recommendationsOf, withoutBids } from '../recommendation/recommendations-of.server';
import { inDecimals } from '../scoring/fraction';
import { competitionFor } from '../load-competition.server';
import { decisionDigest } from '../recommendation/decision-approvals.server';
import {
  isFurtherApprover,
  mayApproveNow,
  waitingApproval,
  whyNotDeclared,
  type WaitingApproval,
} from '../recommendation/further-approver.server';
import { headingOf, isSeen, judged } from '../seen-competition.server';
import { hearsOfAward, toldTo } from '../told-to.server';

/** The ranking with what it rests on, the recommendations made of it, and who is still to declare. */
export const rankingPage = query({
  name: 'evaluation.ranking',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const whole = await competitionFor(db, input.reference);
    if (!whole) return null;
    const hears = await hearsOfAward(db, actor, whole);
    const known = toldTo(whole, hears);
    const asked = await waitingApproval(db, known);
    const competition = judged(known, isReadFor(actor, known, asked) ? allow : maySeeRanking(actor, known));
    if (!isSeen(competition)) return competition;
    if (!isQualityFinal(competition.question)) return null;
    const { question } = competition;
    const assessed = await loadAssessment(db, question.id);
    const assessment = withoutWalled(assessed, (bidId) => isWalledFromBid(actor, question.id, bidId));
    // Over what is shown alone: a missing rank, or points for the lowest price, would tell of a hidden bid.
    const ranking = await rankingOf(db, competition, assessment);
    const recommendations = hears ? await recommendationsOf(db, question.id) : [];
    const stage = stageOf(competition);
    const waiting = asked && { ...asked, approvals: standingNow(actor, question.id, asked, ranking) };
    return {
      ...headingOf(competition),
      ...stageAndHolds(competition),
      ...methodShown(competition),
      ...(ranking ? shownRanking(competition, assessment, ranking) : { rows: [], parts: [] }),
      excluded: assessment.bids
        .filter(({ excludedReason }) => excludedReason)
        .map(({ reference, bidder, excludedReason }) => ({ reference, bidder, reason: excludedReason })),
      recommendations: withoutBids(
        recommendations,
        (bid) => assessment.bids.some(({ reference }) => reference === bid),
        isWalledFromSome(actor, question.id),
      ),
      approvals: waiting && shownApprovals(waiting.approvals),
      awaited: awaitedAt(competition, 'award').map(({ person }) => person.name),
      hidesBidders: competition.hidesBidders ?? false,
      may: {
        reveal:
          Boolean(competition.hidesBidders) &&
          stage === 'ranking' &&
          isAllowed(mayModerate(actor, competition)),
        recommend:
          isAllowed(mayModerate(actor, competition)) &&
          (stage === 'ranking' || (await reserveToAward(db, competition)) !== null),
        decide: waiting !== null && mayApproveNow(actor, competition, waiting),
        /** Why an approval at a further level waits for one's own declaration. */
        approveAfter: isFurtherApprover(actor, competition, waiting)
          ? (whyNotDeclared(actor, competition)?.name ?? null)
          : null,
        seeEvaluation: isAllowed(maySeeEvaluation(actor, question)),
      },
    };
  },
});

/** Whoever is asked to approve at a further level reads what they approve, without another part in it. */
const isReadFor = (actor: Actor, competition: Competition, waiting: WaitingApproval | null): boolean =>
  !knowsOfEvaluation(actor, competition.question) && isFurtherApprover(actor, competition, waiting);

/** Without the approvals of what has changed; whoever does not see all of it is shown what was given. */
const standingNow = (
  actor: Actor,
  questionId: string,
  { id, approvals }: WaitingApproval,
  ranking: RankingOfQuestion | null,
): Approvals =>
  isWalledFromSome(actor, questionId) ? approvals : standingFor(approvals, decisionDigest(id, ranking));

const stageAndHolds = (competition: Competition) => ({
  stage: stageOf(competition),
  extended: competition.extended ?? false,
});

const methodShown = ({ question }: Competition) => ({
  weights: { quality: question.qualityWeight, price: question.priceWeight },
  priceScored: question.route.priceScored,
  formula: question.awardFormula,
  threshold: question.qualityThreshold,
  awardsAvailable: question.awardsAvailable,
  budgetMaximum: question.budgetMaximum,
  lotLimits: showLotLimits(question),
});

/** All rows, and the same by what competes with each other. */
function shownRanking(competition: Competition, assessment: Assessment, ranking: RankingOfQuestion) {
  const rows = shownRows(competition, assessment, ranking);
  const aside = asideFor(competition.question, ranking, ({ lot }) => lot?.awardsAvailable ?? 0);
  const known = new Map(contending(assessment).map(({ reference, id }) => [reference, id]));
  const parts = ranking.parts.map((part) => ({
    lot: part.lot,
    rows: rows
      .filter((row) => !part.lot || row.lot === part.lot.number)
      .map((row) => (aside.has(known.get(row.reference) ?? '') ? { ...row, aside: true } : row)),
    sensitivity: firmness(competition, assessment, part),
  }));
  return { rows, parts };
}

function firmness(competition: Competition, whole: Assessment, { bids, lot }: RankedPart) {
  const bidders = new Map(contending(whole).map(({ id, bidder }) => [id, bidder]));
  const { awardsAvailable } = lot ?? competition.question;
  return sensitivityRows(bids, rankingRules(competition, lot), awardsAvailable, {
    criteria: whole.criteria.map(({ name }) => name),
    bidder: (id) => bidders.get(id) ?? '',
  });
}

/** The ranking without what a wall hides from the reader. */
const shownRows = (competition: Competition, assessment: Assessment, { rows }: RankingOfQuestion) =>
  rows.flatMap((row) => {
    const bid = assessment.bids.find(({ reference }) => reference === row.reference);
    if (!bid) return [];
    const results = resultsOf(competition, assessment, bid);
    return {
      ...row,
      criteria: results.map(({ criterion, agreed, consensus }) => ({
        name: criterion.name,
        weight: criterion.weight,
        minimum: criterion.minimum,
        score: agreed && inDecimals(agreed, 2),
        rationale: consensus?.rationale ?? null,
      })),
    };
  });
