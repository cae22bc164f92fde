import { z } from 'zod';
import { isMember, isWalledFromQuestion } from '../../../actor';
import { command, type Accepted } from '../../../command.server';
import { optionalTextInput } from '../../../form-inputs';
import { allow, hide } from '../../../policy';
import { referenceInput } from '../../../reference-input';
import { refuse, refuseField, type Refusal } from '../../../refusal';
import { ukDay } from '../../../uk-time';
import { mayChangePanel } from '../../commands/appoint-panel-member.server';
import { livePanel, type Competition } from '../../competition';
import { lockedCompetition } from '../../load-competition.server';
import { ASSESSOR_REASONS, type AssessorReason } from '../assessor-reason';
import { availabilityFields, availabilityRow, gapsInAvailability } from '../availability-input';

type Change = { questionId: string; personId: string; reference: string } & (
  | { kind: 'decline'; reason: AssessorReason; words: string }
  | { kind: 'accept'; by: string; row: ReturnType<typeof availabilityRow> }
);

/** The invited person joins the panel, with how much they can take, or declines with a reason. */
export const answerAssessorInvitation = command({
  name: 'evaluation.answerAssessorInvitation',
  input: z.strictObject({
    reference: referenceInput,
    answer: z.enum(['accept', 'decline'], { error: 'Choose whether you will assess' }),
    reason: z.enum(ASSESSOR_REASONS).optional(),
    words: optionalTextInput(1000),
    ...availabilityFields,
  }),
  load: async ({ tx, actor, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition || !isMember(actor)) return null;
    const { id: questionId } = competition.question;
    const invitation = await tx.assessorInvitation.findFirst({
      where: { questionId, personId: actor.id, withdrawnAt: null },
    });
    if (!invitation) return null;
    // Before opening, a refusal would tell who bids; then their own declaration settles it.
    const bids = competition.question.openedAt
      ? (await tx.bidMember.count({ where: { personId: actor.id, declinedAt: null, bid: { questionId } } })) +
        (await tx.bidSignOff.count({
          where: { approverId: actor.id, signedAt: { not: null }, bid: { questionId } },
        }))
      : 0;
    return { competition, invitation, bids };
  },
  authorise: (actor, { competition }) =>
    isWalledFromQuestion(actor, competition.question.id) ? hide : allow,
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, invitation, bids }, now }): Accepted<Change> | Refusal => {
    const { id: questionId, reference } = competition.question;
    const { personId } = invitation;
    const about = { noun: 'question' as const, nounId: questionId };
    if (livePanel(competition).some(({ person }) => person.id === personId))
      return refuse('InvitationIsAnswered', 'You have accepted already. You are on the panel.');
    if (invitation.acceptedAt)
      return refuse('InvitationIsAnswered', 'You accepted, and have left the panel since.');
    if (input.answer === 'decline') {
      if (!input.reason) return refuseField('ReasonIsMissing', 'reason', 'Choose why you decline');
      if (input.reason === 'other' && input.words === '')
        return refuseField('WordsAreMissing', 'words', 'Say what the reason is');
      const { reason, words } = input;
      return {
        change: { kind: 'decline', questionId, personId, reference, reason, words },
        facts: [
          {
            name: 'AssessorInvitationWasDeclined',
            ...about,
            data: { personId, reason },
            ...(words === '' ? {} : { personal: { personId, text: { words } } }),
          },
        ],
      };
    }
    const obstacle = obstacleToJoining(competition, bids, invitation.answerBy < ukDay(now));
    if (obstacle) return obstacle;
    const gaps = gapsInAvailability(input);
    if (Object.keys(gaps).length > 0)
      return refuse('DatesDoNotFit', 'The dates do not go together.', { fields: gaps });
    return {
      change: {
        kind: 'accept',
        questionId,
        personId,
        reference,
        by: invitation.invitedById,
        row: availabilityRow(input),
      },
      facts: [{ name: 'AssessorInvitationWasAccepted', ...about, data: { personId } }],
    };
  },
  save: async ({ tx, now }, change) => {
    const { questionId, personId, reference } = change;
    const where = { questionId_personId: { questionId, personId } };
    if (change.kind === 'decline') {
      const { reason, words } = change;
      await tx.assessorInvitation.update({
        where,
        data: { declinedAt: now, declineReason: reason, declineWords: words },
      });
      return { reference, accepted: false };
    }
    await tx.assessorInvitation.update({
      where,
      data: { acceptedAt: now, declinedAt: null, declineReason: null, declineWords: '' },
    });
    const row = {
      role: 'evaluator' as const,
      appointedById: change.by,
      appointedAt: now,
      endedAt: null,
      ...change.row,
    };
    await tx.panelMembership.upsert({ where, create: { questionId, personId, ...row }, update: row });
    return { reference, accepted: true };
  },
});

function obstacleToJoining(competition: Competition, bids: number, isLate: boolean): Refusal | null {
  if (!mayChangePanel(competition))
    return refuse('PanelIsSettled', 'The panel of this question can no longer change.');
  if (bids > 0)
    return refuse('PersonIsConflicted', 'You are in a bid for this question, so you cannot assess its bids.');
  if (isLate)
    return refuse(
      'InvitationHasLapsed',
      'The day to answer by has passed. Ask the team to invite you again.',
    );
  return null;
}
