import { z } from 'zod';
import { isPerson } from '../../../actor';
import { command } from '../../../command.server';
import { dayInput, optionalTextInput } from '../../../form-inputs';
import { parseReference } from '../../../reference';
import { referenceInput } from '../../../reference-input';
import { refuse, refuseField } from '../../../refusal';
import { addDays, ukDay } from '../../../uk-time';
import { hasPartInBid, mayChangePanel } from '../../commands/appoint-panel-member.server';
import { livePanel } from '../../competition';
import { mayRunPanel } from '../../evaluation-policy';
import { lockedCompetition } from '../../load-competition.server';

const LONGEST_DAYS = 60;

interface Asked {
  acceptedAt: Date | null;
  declinedAt: Date | null;
  withdrawnAt: Date | null;
  answerBy: Date;
}

const isOpen = ({ acceptedAt, declinedAt, withdrawnAt, answerBy }: Asked, today: Date): boolean =>
  !acceptedAt && !declinedAt && !withdrawnAt && answerBy >= today;

/** Asks a verified member, named by reference or e-mail address, to assess; whoever accepts joins the panel. */
export const inviteAssessor = command({
  name: 'evaluation.inviteAssessor',
  input: z.strictObject({
    reference: referenceInput,
    person: z.string({ error: 'Choose a person, or enter an e-mail address' }).trim().min(1).max(254),
    answerBy: dayInput('Enter the day by which they should answer'),
    message: optionalTextInput(1000),
  }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const { id: questionId, openedAt } = competition.question;
    const reference = parseReference(input.person);
    const person = await tx.person.findFirst({
      where: {
        ...(reference
          ? { reference }
          : { emails: { some: { address: input.person.toLowerCase(), verifiedAt: { not: null } } } }),
        verifiedAt: { not: null },
        suspendedAt: null,
        erasedAt: null,
        mergedIntoId: null,
      },
      select: {
        id: true,
        name: true,
        walls: { where: { questionId, liftedAt: null, bidId: null }, select: { id: true } },
        bidMemberships: { where: { bid: { questionId }, declinedAt: null }, select: { bidId: true } },
        bidSignOffs: { where: { bid: { questionId }, signedAt: { not: null } }, select: { bidId: true } },
        assessorInvitations: { where: { questionId } },
      },
    });
    const barred =
      person !== null && (person.walls.length > 0 || (openedAt !== null && hasPartInBid(person)));
    return { competition, person, barred };
  },
  authorise: (actor, { competition }) => mayRunPanel(actor, competition.question),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, person, barred }, actor, now }) => {
    const { id: questionId, reference } = competition.question;
    const today = ukDay(now);
    if (!mayChangePanel(competition))
      return refuse(
        'PanelIsSettled',
        'Quality is agreed or the question is over, so its panel can no longer change.',
      );
    if (!person)
      return refuseField(
        'PersonIsUnknown',
        'person',
        'No verified member has this reference or address. Ask a coordinator to invite them to Soundings first',
      );
    if (barred)
      return refuseField(
        'PersonIsConflicted',
        'person',
        'This person cannot be on the panel of this question',
      );
    if (livePanel(competition).some((member) => member.person.id === person.id))
      return refuseField('PersonIsOnPanel', 'person', 'This person is on the panel already');
    if (person.assessorInvitations.some((asked) => isOpen(asked, today)))
      return refuseField('InvitationIsOpen', 'person', 'This person has been asked and has not answered yet');
    if (input.answerBy < today || input.answerBy > addDays(today, LONGEST_DAYS))
      return refuseField(
        'AnswerByIsOut',
        'answerBy',
        `Choose a day from today, at most ${LONGEST_DAYS} days ahead`,
      );
    return {
      change: {
        questionId,
        reference,
        personId: person.id,
        name: person.name,
        row: {
          message: input.message,
          answerBy: input.answerBy,
          invitedById: isPerson(actor) ? actor.id : '',
        },
      },
      facts: [
        { name: 'AssessorWasInvited', noun: 'question', nounId: questionId, data: { personId: person.id } },
      ],
    };
  },
  save: async ({ tx, now }, { questionId, reference, personId, name, row }) => {
    const again = {
      acceptedAt: null,
      declinedAt: null,
      declineReason: null,
      declineWords: '',
      withdrawnAt: null,
    };
    await tx.assessorInvitation.upsert({
      where: { questionId_personId: { questionId, personId } },
      create: { questionId, personId, invitedAt: now, ...row },
      update: { invitedAt: now, ...row, ...again },
    });
    return { reference, name };
  },
});
