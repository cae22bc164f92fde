import { z } from 'zod';
import { openedQuality } from '../../bids/sealing/opened-content.server';
import { isPerson } from '../../actor';
import {
  approvedFirstBy,
  isLastApproval,
  mayGiveApproval,
  standingFor,
  turnOf,
} from '../../approvals/approval';
import {
  approvalFact,
  approvalGiven,
  recordApproval,
  type ApprovalGiven,
} from '../../approvals/record-approval.server';
import { command, type Accepted, type Saving } from '../../command.server';
import type { FactDraft } from '../../fact';
import type { Competition } from '../../evaluation/competition';
import { awaitedAt } from '../../evaluation/interests/declarations';
import { loadAssessment } from '../../evaluation/assessment/load-assessment.server';
import { waitingRecommendation } from '../../evaluation/recommendation/load-recommendation.server';
import {
  approvalsOfDecision,
  decisionDigest,
} from '../../evaluation/recommendation/decision-approvals.server';
import { interviewPoints } from '../../evaluation/interviews/interview-points.server';
import { asideFor } from '../../evaluation/recommendation/lots-chosen';
import { whyNotDeclared } from '../../evaluation/recommendation/further-approver.server';
import { decisionTurn } from '../../evaluation/recommendation/decision-turn';
import { rankingOf, type RankingOfQuestion } from '../../evaluation/assessment/ranking-of.server';
import { recordStage } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse, type Refusal } from '../../refusal';
import { ukDay } from '../../uk-time';
import { approvalsOf, firstMilestones } from '../delivery/delivery-plan';
import { loadDataProtection } from '../delivery/load-data-protection.server';
import { summariesOf, type SummaryContent } from '../summary';

interface Won {
  id: string;
  reference: string;
  bidId: string;
  amount: number;
}

/**
 * The decision: awards within number and budget, which the database holds, and a summary for every bidder. Where
 * further approvals are set, each is kept and the last one decides.
 */
export const approveRecommendation = command({
  name: 'awards.approveRecommendation',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const waiting = await waitingRecommendation(tx, input.reference);
    if (!waiting) return null;
    const { competition, recommendation } = waiting;
    const assessment = await loadAssessment(tx, competition.question.id);
    const ranking = await rankingOf(tx, competition, assessment);
    const asked = await approvalsOfDecision(tx, competition, recommendation);
    const digest = decisionDigest(recommendation.id, ranking);
    return {
      ...waiting,
      assessment,
      ranking,
      digest,
      approvals: standingFor(asked, digest),
      interviews: await interviewPoints(tx, competition.question.id),
    };
  },
  authorise: (actor, { competition, recommendation, approvals }) =>
    mayGiveApproval(actor, decisionTurn(actor, competition, recommendation.madeById, approvals)),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded, actor, newId, newReference }): Decided => {
    const { competition, recommendation, assessment, ranking, approvals, digest, interviews } = loaded;
    if (!ranking) return refuse('RankingIsNotReady', 'There is no ranking to decide on.');
    const undeclared = (turnOf(approvals) ?? 0) > 0 ? whyNotDeclared(actor, competition) : null;
    if (undeclared) return undeclared;
    const missing = missingDeclarations(competition);
    if (missing) return missing;
    const { outcome, text, bidIds, id: recommendationId } = recommendation;
    if (assessment.bids.some(({ id, excludedReason }) => excludedReason !== null && bidIds.includes(id)))
      return RECOMMENDED_BID_IS_EXCLUDED;
    const { id: questionId, reference } = competition.question;
    const by = isPerson(actor) ? actor.id : '';
    const given = approvalGiven(approvals, { questionId, recommendationId }, { personId: by, digest });
    const passed: FactDraft[] = given ? [approvalFact(given)] : [];
    if (!isLastApproval(approvals)) return { change: { reference, given, decided: null }, facts: passed };
    const awards: Won[] = bidIds.map((bidId) => ({
      id: newId(),
      reference: newReference(),
      bidId,
      amount: ranking.amounts.get(bidId) ?? 0,
    }));
    // From a reserve list, where the others were told already.
    const isLater = competition.question.decidedAt !== null;
    const summaries = summariesOf(competition, assessment, {
      outcome,
      bidIds,
      lots: competition.lots ?? [],
      aside: asideOf(competition, ranking, bidIds),
      rows: ranking.rows,
      interviews,
    }).filter(({ bidId }) => !isLater || bidIds.includes(bidId));
    const facts = [...passed, ...decisionFacts({ questionId, recommendationId, outcome, awards, isLater })];
    const decidedBy = approvedFirstBy(approvals) ?? by;
    const decided = {
      questionId,
      recommendationId,
      outcome,
      text,
      awards,
      summaries,
      isLater,
      by: decidedBy,
    };
    return { change: { reference, given, decided }, facts };
  },
  save: async (saving, { reference, given, decided }) => {
    if (given) await recordApproval(saving, given);
    if (decided) await keepDecision(saving, decided);
    return { reference, decided: decided !== null, furtherLevel: (given?.level ?? 0) > 0 };
  },
});

const RECOMMENDED_BID_IS_EXCLUDED = refuse(
  'BidIsNotInTheCompetition',
  'A bid that is recommended was excluded since. Return the recommendation with a note.',
);

/** The bids that stood aside because their bidder won other lots. */
const asideOf = ({ question }: Competition, ranking: RankingOfQuestion, won: string[]): ReadonlySet<string> =>
  asideFor(question, ranking, ({ bids }) => bids.filter(({ id }) => won.includes(id)).length, won);

function missingDeclarations(competition: Competition): Refusal | null {
  const names = awaitedAt(competition, 'award').map(({ person }) => person.name);
  return names.length === 0
    ? null
    : refuse(
        'DeclarationsAreMissing',
        `Declarations of interest at award are awaited from ${names.join(', ')}.`,
      );
}

interface DecidedOn {
  questionId: string;
  recommendationId: string;
  outcome: string;
  awards: Won[];
  isLater: boolean;
}

/** From a reserve list the question was decided before. */
const decisionFacts = ({
  questionId,
  recommendationId,
  outcome,
  awards,
  isLater,
}: DecidedOn): FactDraft[] => [
  {
    name: 'RecommendationWasApproved',
    noun: 'question',
    nounId: questionId,
    data: { recommendationId },
  },
  ...(isLater
    ? []
    : [
        {
          name: 'QuestionWasDecided',
          noun: 'question' as const,
          nounId: questionId,
          data: { outcome, awards: awards.length },
        },
      ]),
  ...awards.map(({ id, bidId, amount }) => ({
    name: 'AwardWasDecided',
    noun: 'award' as const,
    nounId: id,
    data: { questionId, bidId, amount },
  })),
];

type Decided =
  Refusal | Accepted<{ reference: string; given: ApprovalGiven | null; decided: Decision | null }>;

interface Decision {
  questionId: string;
  recommendationId: string;
  outcome: 'awarded' | 'noneSuitable' | 'cancelled';
  text: string;
  awards: Won[];
  summaries: { bidId: string; content: SummaryContent }[];
  isLater: boolean;
  by: string;
}

async function keepDecision(saving: Saving, decision: Decision): Promise<void> {
  const { tx, now } = saving;
  const { questionId, outcome, by } = decision;
  await tx.recommendation.update({
    where: { id: decision.recommendationId },
    data: { approvedAt: now, approvedById: by },
  });
  if (!decision.isLater)
    await recordStage(tx, questionId, { decidedAt: now, outcome, outcomeReason: decision.text });
  for (const award of decision.awards) await decide(saving, questionId, by, award);
  for (const { bidId, content } of decision.summaries) await prepare(saving, bidId, content);
}

async function decide({ tx, now, newId }: Saving, questionId: string, by: string, award: Won): Promise<void> {
  await tx.award.create({ data: { ...award, questionId, decidedAt: now, decidedById: by } });
  const plan = await openedQuality(tx, award.bidId);
  const rows = firstMilestones({
    approvals: approvalsOf(await loadDataProtection(tx, questionId)),
    milestones: plan?.milestones ?? [],
    amount: award.amount,
    startsOn: ukDay(now),
  });
  await tx.milestone.createMany({ data: rows.map((row) => ({ id: newId(), awardId: award.id, ...row })) });
}

/** After a withdrawn decision a summary is prepared again, and sent again. */
async function prepare({ tx, now }: Saving, bidId: string, content: SummaryContent): Promise<void> {
  const { criteria, interview, lot, ...rest } = content;
  const row = {
    content: {
      ...rest,
      criteria: criteria.map((one) => ({ ...one })),
      ...(interview && { interview: { ...interview } }),
      ...(lot && { lot: { ...lot } }),
    },
    preparedAt: now,
  };
  await tx.assessmentSummary.upsert({
    where: { bidId },
    create: { bidId, ...row },
    update: { ...row, sentAt: null, sentById: null },
  });
}
