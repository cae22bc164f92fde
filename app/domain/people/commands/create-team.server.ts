import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { mayCreateTeam } from '../teams/team-policy';

export const createTeam = command({
  name: 'people.create-team',
  input: z.strictObject({
    organisation: referenceInput,
    name: textInput('Enter a name', 120),
    purpose: optionalTextInput(1000),
  }),
  load: ({ tx, input }) =>
    tx.organisation.findFirst({
      where: { reference: input.organisation, closedAt: null, mergedIntoId: null },
      select: { id: true },
    }),
  authorise: mayCreateTeam,
  subject: ({ id }) => ({ noun: 'organisation', nounId: id }),
  decide: ({ loaded, input: { name, purpose }, newId, newReference }) => {
    const id = newId();
    return {
      change: { id, reference: newReference(), organisationId: loaded.id, name, purpose },
      facts: [{ name: 'TeamWasCreated', noun: 'team', nounId: id, data: { organisationId: loaded.id } }],
    };
  },
  save: async ({ tx, now }, team) => {
    await tx.team.create({ data: { ...team, createdAt: now } });
    return { reference: team.reference };
  },
  rules: {
    team_name_once: refuseField(
      'TeamNameIsTaken',
      'name',
      'This organisation has a team of that name already',
    ),
  },
});
