import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { contending } from '../assessment/assessment';
import { loadAssessment } from '../assessment/load-assessment.server';
import { gapsIn, placeRows, scoreRows } from '../assessment/score-input';
import { stageOf } from '../competition';
import { mayModerateBid } from '../evaluation-policy';
import { lockedCompetitionById } from '../load-competition.server';

const DECLINED = refuse('InterviewWasDeclined', 'This bidder has withdrawn from the interviews.');

/** What the panel agreed after an interview: scores on its criteria, or points, as published; always with reasons. */
export const recordInterview = command({
  name: 'evaluation.recordInterview',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say who took part and what the panel found', 5000),
    points: z.coerce.number('Enter a whole number').int('Enter a whole number').optional(),
    scores: scoreRows.optional(),
  }),
  load: async ({ tx, input }) => {
    const interview = await tx.interview.findFirst({ where: { bid: { reference: input.reference } } });
    const competition = interview && (await lockedCompetitionById(tx, interview.questionId));
    if (!competition) return null;
    const assessment = await loadAssessment(tx, interview.questionId);
    const bid = contending(assessment).find(({ id }) => id === interview.bidId);
    const criteria = assessment.criteria.filter(({ stage }) => stage === 'interview');
    return bid ? { competition, criteria, bid, interview } : null;
  },
  authorise: (actor, { competition, bid }) => mayModerateBid(actor, competition, bid.id),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { competition, criteria, bid, interview }, actor }) => {
    if (stageOf(competition) !== 'interviewing')
      return refuse('InterviewsAreNotOn', 'Interviews are recorded until they are closed.');
    if (interview.withdrawnAt) return DECLINED;
    const { interviewMode, interviewPoints, reference } = competition.question;
    const most = interviewPoints ?? 0;
    if (interviewMode === 'adjustment' && (input.points === undefined || Math.abs(input.points) > most))
      return refuseField('PointsDoNotFit', 'points', `Enter a whole number from −${most} to ${most}`);
    const rows = interviewMode === 'criteria' ? placeRows(input.scores ?? [], criteria) : [];
    if (!rows || (interviewMode === 'criteria' && rows.length < criteria.length))
      return refuse('CriteriaDoNotFit', 'These are not the criteria of the interviews.');
    const gaps = gapsIn(input.scores ?? [], criteria, () => interviewMode === 'criteria');
    if (Object.keys(gaps).length > 0)
      return refuse(
        'InterviewIsIncomplete',
        'Every criterion needs a score, and a reason within its limit.',
        {
          fields: gaps,
        },
      );
    const by = isPerson(actor) ? actor.id : '';
    return {
      change: {
        bidId: bid.id,
        question: reference,
        row: {
          reason: input.reason,
          points: interviewMode === 'adjustment' ? (input.points ?? 0) : null,
          recordedById: by,
        },
        scores: rows.map(({ entry, criterion }) => ({
          criterionId: criterion.id,
          value: entry.value ?? 0,
          rationale: entry.reason,
        })),
      },
      facts: [{ name: 'InterviewWasRecorded', noun: 'bid', nounId: bid.id }],
    };
  },
  save: async ({ tx, now }, { bidId, question, row, scores }) => {
    await tx.interview.update({ where: { bidId }, data: { ...row, recordedAt: now } });
    for (const { criterionId, ...score } of scores) {
      const told = { ...score, recordedById: row.recordedById, recordedAt: now };
      await tx.consensusScore.upsert({
        where: { bidId_criterionId: { bidId, criterionId } },
        create: { bidId, criterionId, ...told },
        update: told,
      });
    }
    return { question };
  },
  rules: { interview_withdrawn: DECLINED },
});
