import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { lockedTimesAsked } from '../inviting/asked.server';
import { askedTooOften } from '../inviting/asking-limit';
import { isLive, isOpen, isPublished, stateOf } from '../question';
import { mayRun } from '../question-policy';
import { questionForShare } from '../question-stage.server';

/** Invites a verified expert to a question; inviting shows it to them where it is for invited people only. */
export const inviteExpert = command({
  name: 'questions.invite-expert',
  input: z.strictObject({
    reference: referenceInput,
    person: referenceInput,
    reason: optionalTextInput(300),
  }),
  load: async ({ tx, input, actor }) => {
    const question = await questionForShare(tx, input.reference);
    if (!question) return null;
    const person = await tx.person.findFirst({
      where: {
        reference: input.person,
        verifiedAt: { not: null },
        suspendedAt: null,
        erasedAt: null,
        expertProfile: { isNot: null },
      },
      select: {
        id: true,
        teamMemberships: { where: { teamId: question.teamId, endsAt: null }, select: { id: true } },
      },
    });
    const asked = person && (await lockedTimesAsked(tx, person.id, actor.asOf));
    return { question, person, asked };
  },
  authorise: (actor, { question }) => mayRun(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input, loaded: { question, person, asked }, now, newId }) => {
    const state = stateOf(question, now);
    if (isPublished(question) ? !isOpen(state) : !isLive(state))
      return refuse('QuestionIsNotOpen', 'Experts are invited while a question is open.');
    if (!person)
      return refuseField('ExpertIsUnknown', 'person', 'There is no verified expert with that reference');
    if (person.teamMemberships.length > 0)
      return refuseField('ExpertIsOfTheTeam', 'person', 'Nobody of the asking team can be invited to answer');
    const tooOften = asked && askedTooOften(asked);
    if (tooOften)
      return refuseField('ExpertIsAskedTooOften', 'person', `They cannot be asked now: ${tooOften}`);
    const data = { personId: person.id, teamId: question.teamId };
    return {
      change: { id: newId(), question, personId: person.id, reason: input.reason },
      facts: [{ name: 'ExpertWasInvited', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, actor, now }, { id, question, personId, reason }) => {
    if (actor.kind !== 'person') throw new Error('a visitor invites nobody');
    await tx.questionInvitation.create({
      data: { id, questionId: question.id, personId, invitedById: actor.id, invitedAt: now, reason },
    });
    return { reference: question.reference };
  },
  rules: {
    question_invitation_question_id_person_id_key: refuseField(
      'ExpertIsInvited',
      'person',
      'They are invited already',
    ),
  },
});
