import { z } from 'zod';
import { command } from '../../command.server';
import { oneAtATime } from '../../one-at-a-time.server';
import { refuseField } from '../../refusal';
import { sameText } from '../../same-text';
import { organisationForm, ROR_IS_TAKEN } from '../organisations/organisation-form';
import { mayCurateOrganisations } from '../organisations/organisation-policy';
import { writeOrganisationVersion } from '../organisations/organisation-versions.server';

export const addOrganisation = command({
  name: 'people.add-organisation',
  input: z.strictObject(organisationForm),
  load: async ({ tx, input }) => {
    await oneAtATime(tx, 'name of an organisation');
    const where = { name: sameText(input.name), mergedIntoId: null };
    return { namesakes: await tx.organisation.count({ where }) };
  },
  authorise: mayCurateOrganisations,
  decide: ({ loaded, input, newId, newReference }) => {
    if (loaded.namesakes > 0)
      return refuseField('OrganisationIsKnown', 'name', 'Soundings has an organisation of this name');
    const id = newId();
    return {
      change: { id, reference: newReference(), input },
      facts: [{ name: 'OrganisationWasAdded', noun: 'organisation', nounId: id }],
    };
  },
  save: async ({ tx, now, actor }, { id, reference, input }) => {
    const { name, kind, level, region, domains, rorId, changeNote } = input;
    const held = { name, kind, level: level || null, region: region || null };
    await tx.organisation.create({
      data: { id, reference, slug: reference.toLowerCase(), createdAt: now, rorId: rorId || null, ...held },
    });
    const recordedById = actor.kind === 'person' ? actor.id : null;
    await writeOrganisationVersion(
      tx,
      { organisationId: id, number: 1, changeNote, now, recordedById },
      { ...held, domains },
    );
    return { reference };
  },
  rules: {
    organisation_ror_id_key: ROR_IS_TAKEN,
    organisation_domain_pkey: refuseField(
      'DomainIsTaken',
      'domains',
      'One of these domains belongs to another organisation',
    ),
  },
});
