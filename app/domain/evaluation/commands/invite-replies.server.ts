import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { loadHolidays } from '../../questions/calendar.server';
import { addWorkingDays } from '../../questions/working-days';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { ukDay } from '../../uk-time';
import { allHaveScored, contending } from '../assessment/assessment';
import { loadAssessment } from '../assessment/load-assessment.server';
import { stageOf } from '../competition';
import { endOfDay } from '../end-of-day';
import { mayModerate } from '../evaluation-policy';
import { lockedCompetition } from '../load-competition.server';

/** Opens the panel's reasons to each bidder for as many working days as the question published. */
export const inviteReplies = command({
  name: 'evaluation.inviteReplies',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const questionId = competition.question.id;
    return {
      competition,
      assessment: await loadAssessment(tx, questionId),
      opened: (await tx.replyRound.count({ where: { questionId } })) > 0,
      holidays: await loadHolidays(tx),
    };
  },
  authorise: (actor, { competition }) => mayModerate(actor, competition),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded: { competition, assessment, opened, holidays }, actor, now }) => {
    const { id: questionId, reference, replyWorkingDays } = competition.question;
    if (replyWorkingDays === null)
      return refuse('NoRightOfReply', 'This question was published without a right of reply.');
    if (opened) return refuse('RepliesAreInvited', 'The bidders have been invited to reply already.');
    if (stageOf(competition) !== 'scoring')
      return refuse('ScoringIsNotOn', 'Replies are invited between the scores and the agreement on quality.');
    if (!contending(assessment).every((bid) => allHaveScored(competition, bid)))
      return refuse('ScoresAreMissing', 'Every evaluator has to submit independent scores first.');
    const closesAt = endOfDay(addWorkingDays(ukDay(now), replyWorkingDays, holidays));
    return {
      change: { questionId, reference, closesAt, openedById: isPerson(actor) ? actor.id : '' },
      facts: [
        {
          name: 'RepliesWereInvited',
          noun: 'question',
          nounId: questionId,
          data: { closesAt: closesAt.toISOString() },
        },
      ],
    };
  },
  save: async ({ tx, now }, { questionId, reference, closesAt, openedById }) => {
    await tx.replyRound.create({ data: { questionId, openedById, openedAt: now, closesAt } });
    return { reference };
  },
});
