import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { loadHolidays } from '../../questions/calendar.server';
import { refuseTexts } from '../../questions/texts/checked-text';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { MESSAGE_LETTERS, MESSAGE_WORDS, MOST_MESSAGES } from '../enquiry';
import { lockedEnquiry, promisedDays } from '../enquiry-loading.server';
import { mayWrite } from '../enquiry-policy';
import { answerDueOn } from '../reply-promise';

/** Answers, or asks further. An answer stops the team's clock; asking again starts it unless it runs already. */
export const writeToEnquiry = command({
  name: 'enquiries.write',
  input: z.strictObject({
    reference: referenceInput,
    text: textInput('Enter what you want to say', MESSAGE_LETTERS),
    notPersonal: z.boolean().optional(),
  }),
  load: async ({ tx, actor, input }) => {
    const enquiry = await lockedEnquiry(tx, input.reference, actor.asOf);
    if (!enquiry) return null;
    const promised = await promisedDays(tx, enquiry.teamId);
    return { ...enquiry, promised, holidays: await loadHolidays(tx) };
  },
  authorise: mayWrite,
  subject: ({ id }) => ({ noun: 'enquiry', nounId: id }),
  decide: ({ input: { text, notPersonal }, loaded: enquiry, actor, now, newId }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (enquiry.messages >= MOST_MESSAGES)
      return refuse(
        'ThreadIsFull',
        `A thread holds ${MOST_MESSAGES} messages. Close it and open another one.`,
      );
    const refused = refuseTexts({ text }, MESSAGE_WORDS, notPersonal);
    if (refused) return refused;
    const { id, reference, teamId, state, promised, holidays } = enquiry;
    const fromTeam = actor.id !== enquiry.askerId;
    const starts = !fromTeam && state === 'awaitingAsker';
    const dueOn = starts ? answerDueOn(now, promised, holidays) : null;
    const row = { id: newId(), enquiryId: id, authorId: actor.id, fromTeam, text, dueOn };
    const name = fromTeam ? 'EnquiryWasAnswered' : 'EnquiryWasFollowedUp';
    return {
      change: { row, reference },
      facts: [{ name, noun: 'enquiry' as const, nounId: id, data: { teamId } }],
    };
  },
  save: async ({ tx, now }, { row, reference }) => {
    const waiting = { enquiryId: row.enquiryId, fromTeam: false, answeredAt: null };
    if (row.fromTeam) await tx.enquiryMessage.updateMany({ where: waiting, data: { answeredAt: now } });
    await tx.enquiryMessage.create({ data: { ...row, sentAt: now } });
    await tx.enquiry.update({ where: { id: row.enquiryId }, data: { lastAt: now } });
    return { reference };
  },
});
