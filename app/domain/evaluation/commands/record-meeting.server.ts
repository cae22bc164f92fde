import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { stageOf } from '../competition';
import { mayModerate } from '../evaluation-policy';
import { lockedCompetition } from '../load-competition.server';

/** The minutes of a moderation meeting. They are never changed; a correction is another entry. */
export const recordMeeting = command({
  name: 'evaluation.recordMeeting',
  input: z.strictObject({
    reference: referenceInput,
    heldOn: dayInput('Enter the day of the meeting'),
    minutes: textInput('Write the minutes of the meeting', 20_000),
  }),
  load: ({ tx, input }) => lockedCompetition(tx, input.reference),
  authorise: (actor, competition) => mayModerate(actor, competition),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input, loaded: competition, actor, now, newId }) => {
    if (stageOf(competition) !== 'scoring')
      return refuse(
        'ScoringIsNotOn',
        'Meetings are minuted between the start of scoring and the agreement on quality.',
      );
    if (input.heldOn > ukDay(now))
      return refuseField('MeetingIsAhead', 'heldOn', 'The meeting cannot lie in the future');
    const { id: questionId, reference } = competition.question;
    const id = newId();
    const by = isPerson(actor) ? actor.id : '';
    return {
      change: { id, questionId, reference, heldOn: input.heldOn, minutes: input.minutes, by },
      facts: [
        {
          name: 'ModerationMeetingWasMinuted',
          noun: 'question',
          nounId: questionId,
          data: { meetingId: id },
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, questionId, reference, heldOn, minutes, by }) => {
    await tx.moderationMeeting.create({
      data: { id, questionId, heldOn, minutes, recordedById: by, recordedAt: now },
    });
    return { reference };
  },
});
