import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { loadHolidays } from '../../questions/calendar.server';
import { refuseTexts } from '../../questions/texts/checked-text';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { MESSAGE_LETTERS, MESSAGE_WORDS, MOST_OPEN, SUBJECT_LETTERS } from '../enquiry';
import { promisedDays } from '../enquiry-loading.server';
import { mayAskTeam } from '../enquiry-policy';
import { answerDueOn } from '../reply-promise';

/** Writes to a team in private. The promise of the day runs from here, whatever the team promises later. */
export const openEnquiry = command({
  name: 'enquiries.open',
  input: z.strictObject({
    team: referenceInput,
    subject: textInput('Say in a few words what it is about', SUBJECT_LETTERS),
    text: textInput('Enter what you want to say', MESSAGE_LETTERS),
    notPersonal: z.boolean().optional(),
  }),
  load: async ({ tx, actor, input }) => {
    const team = await tx.team.findUnique({ where: { reference: input.team } });
    if (!team || !isPerson(actor)) return null;
    // One person's enquiries are counted one after the other.
    await tx.$queryRaw`SELECT FROM person WHERE id = ${actor.id}::uuid FOR UPDATE`;
    const open = await tx.enquiry.count({ where: { teamId: team.id, askerId: actor.id, closedAt: null } });
    return { team, open, promised: await promisedDays(tx, team.id), holidays: await loadHolidays(tx) };
  },
  authorise: (actor, { team }) => mayAskTeam(actor, team),
  subject: ({ team }) => ({ noun: 'team', nounId: team.id }),
  decide: ({ input: { subject, text, notPersonal }, loaded, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const { team, open, promised, holidays } = loaded;
    if (open >= MOST_OPEN)
      return refuse(
        'TooManyAreOpen',
        `You have ${MOST_OPEN} open enquiries with this team. Close one first.`,
      );
    const refused = refuseTexts({ subject, text }, MESSAGE_WORDS, notPersonal);
    if (refused) return refused;
    const id = newId();
    const enquiry = { id, reference: newReference(), teamId: team.id, askerId: actor.id, subject };
    const message = { id: newId(), text, dueOn: answerDueOn(now, promised, holidays) };
    const fact = {
      name: 'EnquiryWasOpened',
      noun: 'enquiry' as const,
      nounId: id,
      data: { teamId: team.id },
    };
    return { change: { enquiry, message }, facts: [fact] };
  },
  save: async ({ tx, now }, { enquiry, message }) => {
    await tx.enquiry.create({ data: { ...enquiry, openedAt: now, lastAt: now } });
    await tx.enquiryMessage.create({
      data: { ...message, enquiryId: enquiry.id, authorId: enquiry.askerId, fromTeam: false, sentAt: now },
    });
    return { reference: enquiry.reference };
  },
});
