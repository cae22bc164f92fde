import { z } from 'zod';
import { openPrices } from '../../bids/opening.server';
import { command } from '../../command.server';
import { recordStage } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { loadAssessment } from '../assessment/load-assessment.server';
import { stageOf } from '../competition';
import { mayModerate } from '../evaluation-policy';
import { shortlistOf } from '../interviews/shortlist-of';
import { lockedCompetition } from '../load-competition.server';

/** Closes the interviews: quality is final, and prices that waited for it are opened. */
export const agreeInterviews = command({
  name: 'evaluation.agreeInterviews',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const questionId = competition.question.id;
    const rows = await tx.interview.findMany({
      where: { questionId, bid: { excludedAt: null } },
      select: { withdrawnAt: true, recordedAt: true },
    });
    return { competition, assessment: await loadAssessment(tx, questionId), rows };
  },
  authorise: (actor, { competition }) => mayModerate(actor, competition),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded: { competition, assessment, rows } }) => {
    if (stageOf(competition) !== 'interviewing')
      return refuse('InterviewsAreNotOn', 'Interviews are closed once, after quality is agreed.');
    const invites = rows.length > 0 || shortlistOf(competition, assessment).length === 0;
    if (!invites) return refuse('InterviewsAreNotOffered', 'The shortlist has not been invited yet.');
    const waiting = rows.filter(({ withdrawnAt, recordedAt }) => !withdrawnAt && !recordedAt).length;
    if (waiting > 0)
      return refuse(
        'InterviewsAreNotRecorded',
        `${waiting} interview${waiting === 1 ? ' is' : 's are'} neither recorded nor withdrawn from.`,
      );
    const { id: questionId, reference, route, priceOpenedAt } = competition.question;
    const opensPrices = route.priceScored && route.priceAfterQuality && !priceOpenedAt;
    const about = { noun: 'question' as const, nounId: questionId };
    return {
      change: { questionId, reference, opensPrices },
      facts: [
        { name: 'InterviewsWereAgreed', ...about },
        ...(opensPrices ? [{ name: 'PricesWereOpened', ...about }] : []),
      ],
    };
  },
  save: async ({ tx, now }, { questionId, reference, opensPrices }) => {
    await recordStage(tx, questionId, { interviewsAgreedAt: now });
    if (opensPrices) await openPrices(tx, questionId, now);
    return { reference };
  },
});
