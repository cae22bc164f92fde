import type { Db } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { ukDay } from '../../uk-time';

export interface OrganisationContent {
  name: string;
  kind: string;
  level: string | null;
  region: string | null;
  domains: string[];
}

/** The domains and the version row of what now holds. */
export async function writeOrganisationVersion(
  tx: Db,
  about: {
    organisationId: string;
    number: number;
    changeNote: string;
    now: Date;
    recordedById: string | null;
  },
  content: OrganisationContent,
): Promise<void> {
  const { organisationId, number, changeNote, now, recordedById } = about;
  await tx.organisationDomain.deleteMany({ where: { organisationId, domain: { notIn: content.domains } } });
  const held = await tx.organisationDomain.findMany({ where: { organisationId }, select: { domain: true } });
  const fresh = content.domains.filter((domain) => !held.some((row) => row.domain === domain));
  await tx.organisationDomain.createMany({ data: fresh.map((domain) => ({ domain, organisationId })) });
  await tx.organisationVersion.create({
    data: {
      id: newId(),
      organisationId,
      number,
      content: { ...content },
      changeNote,
      holdsFrom: ukDay(now),
      recordedAt: now,
      recordedById,
    },
  });
}
