import { z } from 'zod';
import { isMember, isWalledFromQuestion } from '../../../actor';
import { query } from '../../../query.server';
import { referenceInput } from '../../../reference-input';
import { ukDay } from '../../../uk-time';
import { evaluatorsOf } from '../../competition';
import { competitionFor } from '../../load-competition.server';
import { headingOf } from '../../seen-competition.server';

/** What is asked of an invited person: the question's summary and terms, and never a bid. After that, their own time. */
export const assessingPage = query({
  name: 'evaluation.assessing',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope: personId, input, now }) => {
    if (!personId) return null;
    const competition = await competitionFor(db, input.reference);
    if (!competition || isWalledFromQuestion(actor, competition.question.id)) return null;
    const { id: questionId } = competition.question;
    const where = { questionId_personId: { questionId, personId } };
    const assesses = evaluatorsOf(competition).some(({ person }) => person.id === personId);
    const [invitation, own, question] = await Promise.all([
      db.assessorInvitation.findUnique({
        where,
        omit: { personId: true, questionId: true, invitedById: true },
      }),
      db.panelMembership.findUnique({
        where,
        select: { mostBids: true, availableUntil: true, awayFrom: true, awayUntil: true },
      }),
      db.question.findUnique({ where: { id: questionId }, select: { summary: true, closesAt: true } }),
    ]);
    if (!assesses && (!invitation || invitation.withdrawnAt || invitation.acceptedAt)) return null;
    const { assigning } = competition;
    return {
      ...headingOf(competition),
      summary: question?.summary ?? '',
      closesAt: question?.closesAt ?? null,
      route: competition.question.route.name,
      terms: assigning && {
        perBid: assigning.perBid,
        mostBids: assigning.mostBids,
        scoresDueOn: assigning.scoresDueOn,
      },
      invitation: invitation && {
        message: invitation.message,
        answerBy: invitation.answerBy,
        declinedAt: invitation.declinedAt,
        lapsed: invitation.answerBy < ukDay(now),
      },
      assesses,
      own: assesses ? own : null,
    };
  },
});
