import { z } from 'zod';
import { command } from '../../command.server';
import { oneAtATime } from '../../one-at-a-time.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { sameText } from '../../same-text';
import { organisationForm, ROR_IS_TAKEN } from '../organisations/organisation-form';
import { mayCurateOrganisations } from '../organisations/organisation-policy';
import { writeOrganisationVersion } from '../organisations/organisation-versions.server';

/** What stood before stays as a version, with when it held. */
export const changeOrganisation = command({
  name: 'people.change-organisation',
  input: z.strictObject({
    organisation: referenceInput,
    revision: z.coerce.number().int(),
    ...organisationForm,
  }),
  load: async ({ tx, input }) => {
    const [row] = await tx.$queryRaw<{ id: string; revision: number; last: number }[]>`
      SELECT o.id, o.revision, COALESCE((SELECT max(number) FROM organisation_version v WHERE v.organisation_id = o.id), 0) AS last
      FROM organisation o WHERE o.reference = ${input.organisation} FOR UPDATE`;
    if (!row) return null;
    await oneAtATime(tx, 'name of an organisation');
    const namesakes = await tx.organisation.count({
      where: { name: sameText(input.name), mergedIntoId: null, id: { not: row.id } },
    });
    return { ...row, namesakes };
  },
  authorise: mayCurateOrganisations,
  subject: ({ id }) => ({ noun: 'organisation', nounId: id }),
  decide: ({ loaded, input }) => {
    if (loaded.revision !== input.revision)
      return refuse(
        'OrganisationHasChanged',
        'Somebody else changed this organisation meanwhile. Open it again to see how.',
        {
          stale: true,
        },
      );
    if (loaded.namesakes > 0)
      return refuseField('OrganisationIsKnown', 'name', 'Soundings has an organisation of this name');
    return {
      change: { ...loaded, input },
      facts: [
        {
          name: 'OrganisationWasChanged',
          noun: 'organisation',
          nounId: loaded.id,
          data: { number: loaded.last + 1 },
        },
      ],
    };
  },
  save: async ({ tx, now, actor }, { id, revision, last, input }) => {
    const { name, kind, level, region, domains, rorId, changeNote } = input;
    const held = { name, kind, level: level || null, region: region || null };
    await tx.organisation.update({
      where: { id },
      data: { ...held, rorId: rorId || null, revision: revision + 1 },
    });
    const about = {
      organisationId: id,
      number: last + 1,
      changeNote,
      now,
      recordedById: actor.kind === 'person' ? actor.id : null,
    };
    await writeOrganisationVersion(tx, about, { ...held, domains });
    return { reference: input.organisation };
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
