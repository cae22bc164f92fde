import { z } from 'zod';
import { openedQuality } from '../../bids/sealing/opened-content.server';
import { isPerson } from '../../actor';
import { command, type Saving } from '../../command.server';
import type { FactDraft } from '../../fact';
import { awaitedAt } from '../../evaluation/interests/declarations';
import { mayDecide } from '../../evaluation/evaluation-policy';
import { loadAssessment } from '../../evaluation/assessment/load-assessment.server';
import { waitingRecommendation } from '../../evaluation/recommendation/load-recommendation.server';
import { rankingOf } from '../../evaluation/assessment/ranking-of.server';
import { recordStage } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
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

/** The decision: awards within number and budget, which the database holds, and a summary for every bidder. */
export const approveRecommendation = command({
  name: 'awards.approveRecommendation',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const waiting = await waitingRecommendation(tx, input.reference);
    if (!waiting) return null;
    const { competition } = waiting;
    const assessment = await loadAssessment(tx, competition.question.id);
    return { ...waiting, assessment, ranking: await rankingOf(tx, competition, assessment) };
  },
  authorise: (actor, { competition, recommendation }) =>
    mayDecide(actor, competition, recommendation.madeById),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded: { competition, recommendation, assessment, ranking }, actor, newId, newReference }) => {
    if (!ranking) return refuse('RankingIsNotReady', 'There is no ranking to decide on.');
    const awaited = awaitedAt(competition, 'award');
    if (awaited.length > 0) {
      const names = awaited.map(({ person }) => person.name).join(', ');
      return refuse('DeclarationsAreMissing', `Declarations of interest at award are awaited from ${names}.`);
    }
    const { id: questionId, reference } = competition.question;
    const { outcome, text, bidIds, id: recommendationId } = recommendation;
    const awards: Won[] = bidIds.map((bidId) => ({
      id: newId(),
      reference: newReference(),
      bidId,
      amount: ranking.amounts.get(bidId) ?? 0,
    }));
    const summaries = summariesOf(competition, assessment, { outcome, bidIds, rows: ranking.rows });
    const about = { noun: 'question', nounId: questionId } as const;
    const facts: FactDraft[] = [
      { name: 'RecommendationWasApproved', ...about, data: { recommendationId } },
      { name: 'QuestionWasDecided', ...about, data: { outcome, awards: awards.length } },
      ...awards.map(({ id, bidId, amount }) => ({
        name: 'AwardWasDecided',
        noun: 'award' as const,
        nounId: id,
        data: { questionId, bidId, amount },
      })),
    ];
    return {
      change: {
        questionId,
        reference,
        recommendationId,
        outcome,
        text,
        awards,
        summaries,
        by: isPerson(actor) ? actor.id : '',
      },
      facts,
    };
  },
  save: async (saving, { questionId, reference, recommendationId, outcome, text, awards, summaries, by }) => {
    const { tx, now } = saving;
    await tx.recommendation.update({
      where: { id: recommendationId },
      data: { approvedAt: now, approvedById: by },
    });
    await recordStage(tx, questionId, { decidedAt: now, outcome, outcomeReason: text });
    for (const award of awards) await decide(saving, questionId, by, award);
    for (const { bidId, content } of summaries) await prepare(saving, bidId, content);
    return { reference };
  },
});

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
  const row = {
    content: { ...content, criteria: content.criteria.map((one) => ({ ...one })) },
    preparedAt: now,
  };
  await tx.assessmentSummary.upsert({
    where: { bidId },
    create: { bidId, ...row },
    update: { ...row, sentAt: null, sentById: null },
  });
}
