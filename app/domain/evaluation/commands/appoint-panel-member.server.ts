import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { moderatorOf, stageOf, type Competition } from '../competition';
import { mayRunPanel } from '../evaluation-policy';
import { lockedCompetition } from '../load-competition.server';

/** Makes a bid, or signed one for an organisation. */
export const hasPartInBid = (person: { bidMemberships: object[]; bidSignOffs: object[] } | null): boolean =>
  person !== null && person.bidMemberships.length + person.bidSignOffs.length > 0;

export const appointPanelMember = command({
  name: 'evaluation.appointPanelMember',
  input: z.strictObject({
    reference: referenceInput,
    person: z.string({ error: 'Choose a person' }).pipe(referenceInput),
    role: z.enum(['evaluator', 'moderator'], { error: 'Choose evaluator or moderator' }),
  }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const { id: questionId, openedAt } = competition.question;
    const person = await tx.person.findFirst({
      where: {
        reference: input.person,
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
      },
    });
    // Before opening, a refusal would tell who bids; then the person's own declaration settles it.
    const bids = openedAt !== null && hasPartInBid(person);
    return { competition, person: person && { id: person.id, walled: person.walls.length > 0, bids } };
  },
  authorise: (actor, { competition }) => mayRunPanel(actor, competition.question),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, person }, actor, now }) => {
    if (!mayChangePanel(competition))
      return refuse(
        'PanelIsSettled',
        'Quality is agreed or the question is over, so its panel can no longer change.',
      );
    if (!person) return refuseField('PersonIsUnknown', 'person', 'Choose a verified member of the network');
    if (person.walled || person.bids)
      return refuseField(
        'PersonIsConflicted',
        'person',
        'This person cannot be on the panel of this question',
      );
    if (competition.panel.some((member) => member.person.id === person.id && !member.endedAt))
      return refuseField('PersonIsOnPanel', 'person', 'This person is on the panel already');
    const moderates = input.role === 'moderator';
    if (moderates && moderatorOf(competition))
      return refuseField('PanelHasModerator', 'role', 'The panel has a moderator. End that membership first');
    if (moderates && person.id === competition.question.seniorResponsibleOwnerId)
      return refuseField(
        'OwnerCannotModerate',
        'role',
        'The senior responsible owner decides on what the moderator recommends',
      );
    const { id: questionId, reference } = competition.question;
    return {
      change: {
        questionId,
        reference,
        personId: person.id,
        role: input.role,
        by: actor.kind === 'person' ? actor.id : '',
        now,
      },
      facts: [
        {
          name: 'PanelMemberWasAppointed',
          noun: 'question',
          nounId: questionId,
          data: { personId: person.id, role: input.role },
        },
      ],
    };
  },
  save: async ({ tx }, { questionId, reference, personId, role, by, now }) => {
    const row = { role, appointedById: by, appointedAt: now, endedAt: null };
    await tx.panelMembership.upsert({
      where: { questionId_personId: { questionId, personId } },
      create: { questionId, personId, ...row },
      update: row,
    });
    return { reference };
  },
  rules: {
    panel_one_moderator: refuseField('PanelHasModerator', 'role', 'The panel has a moderator already'),
  },
});

export const mayChangePanel = (competition: Competition): boolean =>
  ['beforeOpening', 'declaring', 'scoring'].includes(stageOf(competition));
