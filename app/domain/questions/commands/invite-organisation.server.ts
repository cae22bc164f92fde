import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { isLive, isOpen, isPublished, stateOf } from '../question';
import { mayRun } from '../question-policy';
import { questionForShare } from '../question-stage.server';

/** Invites everybody who belongs to an organisation, now or later. */
export const inviteOrganisation = command({
  name: 'questions.invite-organisation',
  input: z.strictObject({
    reference: referenceInput,
    organisation: z.string({ error: 'Choose an organisation' }).pipe(referenceInput),
  }),
  load: async ({ tx, input }) => {
    const question = await questionForShare(tx, input.reference);
    const organisation = await tx.organisation.findFirst({
      where: { reference: input.organisation, closedAt: null, mergedIntoId: null },
      select: { id: true },
    });
    return question && { question, organisation };
  },
  authorise: (actor, { question }) => mayRun(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ loaded: { question, organisation }, now, newId }) => {
    const state = stateOf(question, now);
    if (isPublished(question) ? !isOpen(state) : !isLive(state))
      return refuse('QuestionIsNotOpen', 'Organisations are invited while a question is open.');
    if (!organisation) return refuseField('OrganisationIsUnknown', 'organisation', 'Choose an organisation');
    const data = { organisationId: organisation.id, teamId: question.teamId };
    return {
      change: { id: newId(), question, organisationId: organisation.id },
      facts: [{ name: 'OrganisationWasInvited', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, actor, now }, { id, question, organisationId }) => {
    if (actor.kind !== 'person') throw new Error('a visitor invites nobody');
    await tx.questionInvitation.create({
      data: { id, questionId: question.id, organisationId, invitedById: actor.id, invitedAt: now },
    });
    return { reference: question.reference };
  },
  rules: {
    question_invitation_question_id_organisation_id_key: refuseField(
      'OrganisationIsInvited',
      'organisation',
      'It is invited already',
    ),
  },
});
