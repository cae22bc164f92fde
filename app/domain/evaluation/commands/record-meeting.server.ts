import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, listInput, optionalTextInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { livePanel, stageOf, type Competition } from '../competition';
import { mayModerate } from '../evaluation-policy';
import { lockedCompetition } from '../load-competition.server';

/** The minutes of a moderation meeting. They are never changed; a correction is another entry. */
export const recordMeeting = command({
  name: 'evaluation.recordMeeting',
  input: z.strictObject({
    reference: referenceInput,
    heldOn: dayInput('Enter the day of the meeting'),
    minutes: textInput('Write the minutes of the meeting', 20_000),
    present: listInput(referenceInput),
    abstained: listInput(referenceInput),
    abstainedWhy: optionalTextInput(1000),
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
    if (input.abstained.length > 0 && input.abstainedWhy === '')
      return refuseField('AbstentionHasNoReason', 'abstainedWhy', 'Say from what they abstained, and why');
    const attendance = attendanceOf(competition, input);
    if (!attendance)
      return refuseField('PersonIsNotOnPanel', 'present', 'Choose from the panel of this question');
    const { id: questionId, reference } = competition.question;
    const id = newId();
    const by = isPerson(actor) ? actor.id : '';
    return {
      change: { id, questionId, reference, heldOn: input.heldOn, minutes: input.minutes, by, attendance },
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
  save: async ({ tx, now }, { id, questionId, reference, heldOn, minutes, by, attendance }) => {
    await tx.moderationMeeting.create({
      data: { id, questionId, heldOn, minutes, recordedById: by, recordedAt: now },
    });
    await tx.meetingAttendance.createMany({ data: attendance.map((one) => ({ ...one, meetingId: id })) });
    return { reference };
  },
});

interface Attending {
  present: string[];
  abstained: string[];
  abstainedWhy: string;
}

/** Everybody on the panel, absent unless said otherwise; nobody where nothing was said. Null for a stranger. */
function attendanceOf(competition: Competition, { present, abstained, abstainedWhy }: Attending) {
  const panel = livePanel(competition).map(({ person }) => person);
  const named = [...present, ...abstained];
  if (!named.every((reference) => panel.some((person) => person.reference === reference))) return null;
  if (named.length === 0) return [];
  return panel.map(({ id, reference }) => {
    if (abstained.includes(reference))
      return { personId: id, attendance: 'abstained' as const, note: abstainedWhy };
    return {
      personId: id,
      attendance: present.includes(reference) ? ('present' as const) : ('absent' as const),
    };
  });
}
