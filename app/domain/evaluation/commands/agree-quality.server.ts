import { z } from 'zod';
import { openPrices } from '../../bids/opening.server';
import { command } from '../../command.server';
import { recordStage } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { whatAgreementWaitsFor, writtenPart } from '../assessment/assessment';
import { stageOf } from '../competition';
import { mayModerate } from '../evaluation-policy';
import { loadAssessment } from '../assessment/load-assessment.server';
import { replyStage } from '../replies/reply';
import { lockedCompetition } from '../load-competition.server';

/** Freezes the scores. Where the route keeps prices sealed until then, it opens them in the same transaction. */
export const agreeQuality = command({
  name: 'evaluation.agreeQuality',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const { id: questionId } = competition.question;
    const assessment = writtenPart(await loadAssessment(tx, questionId));
    const round = await tx.replyRound.findUnique({ where: { questionId } });
    return {
      competition,
      assessment,
      round,
      meetings: await tx.moderationMeeting.count({ where: { questionId } }),
    };
  },
  authorise: (actor, { competition }) => mayModerate(actor, competition),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded: { competition, assessment, round, meetings }, now }) => {
    if (stageOf(competition) !== 'scoring')
      return refuse('ScoringIsNotOn', 'Quality is agreed once, after scoring has started.');
    const replies = replyStage(competition.question.replyWorkingDays !== null, round, now);
    if (replies === 'toOpen' || replies === 'open')
      return refuse(
        'RepliesAreAwaited',
        'Bidders may reply to the panel first. Quality is agreed after that.',
      );
    const waits = whatAgreementWaitsFor(competition, assessment, meetings);
    if (waits.length > 0) return refuse('AgreementWaits', waits.join(' '));
    const { id: questionId, reference, route, priceOpenedAt, interviewMode } = competition.question;
    // Interviews go on with quality, so prices stay sealed until those are over.
    const opensPrices =
      route.priceScored && route.priceAfterQuality && !priceOpenedAt && interviewMode === null;
    const about = { noun: 'question' as const, nounId: questionId };
    return {
      change: { questionId, reference, opensPrices, interviews: interviewMode !== null },
      facts: [
        { name: 'QualityWasAgreed', ...about, data: { bids: assessment.bids.length } },
        ...(opensPrices ? [{ name: 'PricesWereOpened', ...about }] : []),
      ],
    };
  },
  save: async ({ tx, now }, { questionId, reference, opensPrices, interviews }) => {
    await recordStage(tx, questionId, { qualityAgreedAt: now });
    if (opensPrices) await openPrices(tx, questionId, now);
    return { reference, interviews };
  },
});
