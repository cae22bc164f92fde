import { z } from 'zod';
import { command } from '../../../command.server';
import { refuseField } from '../../../refusal';
import { ukDay } from '../../../uk-time';
import { mayKeepGovernance } from '../../governance-policy';
import { openOrganisation } from '../../groups/group-rows.server';
import { ROLES, subjectIds } from '../responsibility';
import { responsibilityFields } from '../responsibility-form';
import { lockedSubject } from '../responsibility-rows.server';

/** An organisation gets a role in something. One is accountable at a time, and whoever is, is named. */
export const giveResponsibility = command({
  name: 'governance.give-responsibility',
  input: z.strictObject(responsibilityFields),
  load: async ({ tx, actor, input }) => {
    const subject = await lockedSubject(tx, actor, input);
    const organisation = await openOrganisation(tx, input.organisation);
    const team =
      input.team === '' || !organisation
        ? null
        : await tx.team.findFirst({
            where: { reference: input.team, closedAt: null, organisationId: organisation.id },
            select: { id: true },
          });
    return subject && { subject, organisation, team };
  },
  authorise: mayKeepGovernance,
  decide: ({ input, loaded: { subject, organisation, team }, now, newId, newReference }) => {
    if (!organisation)
      return refuseField('OrganisationIsUnknown', 'organisation', 'Choose an organisation of the list');
    if (input.team !== '' && !team)
      return refuseField('TeamIsUnknown', 'team', `Enter the reference of a team of ${organisation.name}`);
    if (input.startsOn > ukDay(now))
      return refuseField('DayIsAhead', 'startsOn', 'Enter today or a day in the past');
    const held = subject.holdings.filter(({ role }) => role === input.role);
    const [holder] = held;
    if (input.role === 'accountable' && holder)
      return refuseField(
        'SomebodyIsAccountable',
        'role',
        `${holder.name} is accountable for it. End that first, then name the next one`,
      );
    const same = held.some(
      (one) => one.organisationId === organisation.id && one.teamId === (team?.id ?? null),
    );
    if (same)
      return refuseField(
        'HoldsRoleAlready',
        'role',
        `${organisation.name} is ${ROLES[input.role].toLowerCase()} already`,
      );
    const id = newId();
    const { role, level, startsOn, note, kind } = input;
    return {
      change: {
        ...{ id, reference: newReference(), role, startsOn, note, level: level === '' ? null : level },
        ...{ organisationId: organisation.id, teamId: team?.id ?? null },
        ...subjectIds(kind, subject.id),
      },
      facts: [
        {
          name: 'ResponsibilityWasGiven',
          noun: 'responsibility',
          nounId: id,
          data: { role, about: kind, subject: subject.id, organisation: organisation.id },
        },
      ],
    };
  },
  save: async ({ tx, actor, now }, data) => {
    const recordedById = actor.kind === 'person' ? actor.id : null;
    await tx.responsibility.create({ data: { ...data, recordedAt: now, recordedById } });
    return {};
  },
  rules: {
    responsibility_one_accountable: refuseField(
      'SomebodyIsAccountable',
      'role',
      'Somebody else was made accountable for it just now. Open the table again to see who',
    ),
    AccountableOverlaps: refuseField(
      'AccountableOverlaps',
      'startsOn',
      'Somebody else was accountable on that day. Enter a later one',
    ),
  },
});
