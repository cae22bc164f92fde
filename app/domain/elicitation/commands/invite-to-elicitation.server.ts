import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { factOf } from '../elicitation-fact';
import { mayInviteExperts } from '../elicitation-policy';
import { elicitationForShare } from '../elicitation-standing.server';

const UNKNOWN = refuseField('ExpertIsUnknown', 'person', 'There is no verified expert with that reference');
const INVITED = refuseField('ExpertIsInvited', 'person', 'They are invited already');

/** Asks one more expert. Those who run it give no estimate, since they see everybody's between the rounds. */
export const inviteToElicitation = command({
  name: 'elicitation.invite-to-elicitation',
  input: z.strictObject({ reference: referenceInput, person: referenceInput }),
  load: async ({ tx, input }) => {
    const elicitation = await elicitationForShare(tx, input.reference);
    if (!elicitation) return null;
    const person = await tx.person.findFirst({
      where: {
        reference: input.person,
        ...{ verifiedAt: { not: null }, suspendedAt: null, erasedAt: null, mergedIntoId: null },
        expertProfile: { isNot: null },
      },
      select: {
        id: true,
        installationRoles: { where: { role: 'coordinator', revokedAt: null }, select: { id: true } },
        teamMemberships: {
          where: { teamId: elicitation.question?.teamId ?? elicitation.id, endsAt: null },
          select: { id: true },
        },
      },
    });
    return { elicitation, person };
  },
  authorise: (actor, { elicitation }) => mayInviteExperts(actor, elicitation.standing),
  decide: ({ loaded: { elicitation, person } }) => {
    if (!person) return UNKNOWN;
    if (elicitation.experts.some(({ personId }) => personId === person.id)) return INVITED;
    const { teamMemberships, installationRoles } = person;
    if (person.id === elicitation.openedById || teamMemberships.length > 0 || installationRoles.length > 0)
      return refuseField(
        'ExpertRunsIt',
        'person',
        'Coordinators and the team that asks give no estimates, because they see those of others',
      );
    return {
      change: { elicitationId: elicitation.id, personId: person.id, reference: elicitation.reference },
      facts: [factOf('ExpertWasAskedToEstimate', elicitation, { personId: person.id })],
    };
  },
  save: async ({ tx, now }, { reference, ...row }) => {
    await tx.elicitationExpert.create({ data: { ...row, invitedAt: now } });
    return { reference };
  },
  rules: { elicitation_expert_pkey: INVITED },
});
