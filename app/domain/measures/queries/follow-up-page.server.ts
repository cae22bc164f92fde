import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { stateOf, type FollowUpOutcome, type FollowUpSubject } from '../follow-ups/follow-up';
import { mayAnswerFollowUp, maySeeFollowUp } from '../follow-ups/follow-up-policy';

/** One look at what became of an award, a finding or a measure. */
export const followUpPage = query({
  name: 'measures.follow-up',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => actor,
  read: async ({ db, scope: actor, input, now }) => {
    const row = await db.followUp.findUnique({
      where: input,
      include: {
        award: { select: { reference: true, questionId: true, question: { select: { title: true } } } },
        finding: {
          select: {
            reference: true,
            versions: { orderBy: { number: 'desc' }, take: 1, select: { title: true } },
          },
        },
        measure: { select: { reference: true, name: true, effectMonths: true } },
        owner: { select: { name: true } },
        answeredBy: { select: { name: true } },
        value: { select: { reference: true, measure: { select: { reference: true, name: true } } } },
      },
    });
    const standing = row && { ownerId: row.ownerId, questionId: row.award?.questionId ?? null };
    if (!row || !standing || !isAllowed(maySeeFollowUp(actor, standing))) return null;
    const schedule = await db.followUpSchedule.findUnique({
      where: { subject_months: { subject: row.subject, months: row.months } },
    });
    const state = stateOf(row, schedule?.escalateDays ?? 0, ukDay(now));
    const about = row.award ?? row.finding ?? row.measure;
    return {
      ...{ reference: row.reference, subject: row.subject as FollowUpSubject, months: row.months, state },
      ...{
        dueOn: row.dueOn,
        owner: row.owner?.name ?? null,
        effectMonths: row.measure?.effectMonths ?? null,
      },
      title: row.award?.question.title ?? row.finding?.versions[0]?.title ?? row.measure?.name ?? '',
      about: about?.reference ?? '',
      answer:
        row.outcome === null
          ? null
          : {
              ...{
                outcome: row.outcome as FollowUpOutcome,
                words: row.words,
                by: row.answeredBy?.name ?? '',
              },
              ...{ at: row.answeredAt, value: row.value },
            },
      may: {
        answer: (state === 'due' || state === 'overdue') && isAllowed(mayAnswerFollowUp(actor, standing)),
      },
    };
  },
});
