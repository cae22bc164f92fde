import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { showCount } from '../../words';
import { loadAssessment } from '../assessment/load-assessment.server';
import { stageOf } from '../competition';
import { endOfDay } from '../end-of-day';
import { mayModerate } from '../evaluation-policy';
import { shortlistOf } from '../interviews/shortlist-of';
import { dealSlots, parseSlots } from '../interviews/slots';
import { lockedCompetition } from '../load-competition.server';

/** Invites the shortlist by the published rule: what will be asked, and times to choose from. */
export const inviteToInterviews = command({
  name: 'evaluation.inviteToInterviews',
  input: z.strictObject({
    reference: referenceInput,
    asks: textInput('Write what the panel will ask', 10_000),
    slots: textInput('Give the times, one a line', 20_000),
    chooseBy: dayInput('Enter the day by which bidders choose'),
  }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const questionId = competition.question.id;
    return {
      competition,
      assessment: await loadAssessment(tx, questionId),
      invited: (await tx.interviewRound.count({ where: { questionId } })) > 0,
    };
  },
  authorise: (actor, { competition }) => mayModerate(actor, competition),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, assessment, invited }, actor, now, newId }) => {
    if (invited) return refuse('InterviewsAreOffered', 'The shortlist has been invited already.');
    if (stageOf(competition) !== 'interviewing')
      return refuse(
        'InterviewsAreNotOn',
        'Interviews follow the agreement on quality, where the question has them.',
      );
    const chosen = shortlistOf(competition, assessment);
    if (chosen.length === 0)
      return refuse('ShortlistIsEmpty', 'No bid reaches the shortlist. Close the interviews and go on.');
    const read = parseSlots(input.slots);
    if ('why' in read) return refuseField('SlotsCannotBeRead', 'slots', read.why);
    const chooseBy = endOfDay(input.chooseBy);
    if (chooseBy <= now) return refuseField('ChoosingIsOver', 'chooseBy', 'Choose a day to come');
    if (read.slots.some(({ startsAt }) => startsAt <= chooseBy))
      return refuseField(
        'SlotIsTooEarly',
        'slots',
        'Every time has to lie after the day by which bidders choose',
      );
    if (read.slots.length < chosen.length)
      return refuseField(
        'SlotsAreTooFew',
        'slots',
        `Give at least ${showCount(chosen.length, 'time')}, one for each bid invited`,
      );
    const { id: questionId, reference } = competition.question;
    const slots = dealSlots(read.slots, chosen).map((slot) => ({ ...slot, id: newId(), questionId }));
    return {
      change: {
        reference,
        round: { questionId, asks: input.asks, chooseBy, invitedById: isPerson(actor) ? actor.id : '' },
        interviews: chosen.map((bidId) => ({ bidId, questionId })),
        slots,
      },
      facts: [
        { name: 'InterviewsWereOffered', noun: 'question', nounId: questionId, data: { bidIds: chosen } },
      ],
    };
  },
  save: async ({ tx, now }, { reference, round, interviews, slots }) => {
    await tx.interviewRound.create({ data: { ...round, invitedAt: now } });
    await tx.interview.createMany({ data: interviews });
    await tx.interviewSlot.createMany({ data: slots });
    return { reference };
  },
});
