import type { Db } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import type { FactDraft } from '../fact';
import { domainsOf } from './email-address';
import { ukDay } from '../uk-time';

export interface DomainHolder {
  id: string;
  name: string;
}

/** The organisation whose domain an address is of; the longest domain wins. */
export async function organisationOfAddress(tx: Db, address: string): Promise<DomainHolder | null> {
  const [holder] = await tx.$queryRaw<DomainHolder[]>`
    SELECT o.id, o.name FROM organisation_domain d JOIN organisation o ON o.id = d.organisation_id
    WHERE d.domain = ANY(${domainsOf(address)}) AND o.closed_at IS NULL AND o.merged_into_id IS NULL
    ORDER BY length(d.domain) DESC LIMIT 1`;
  return holder ?? null;
}

/** An address of an organisation, proved by a letter, proves the affiliation and lets the person in. */
export async function verifyByDomain(
  tx: Db,
  personId: string,
  organisationId: string,
  now: Date,
): Promise<FactDraft[]> {
  const facts = [await verifyAffiliation(tx, personId, organisationId, now, 'emailDomain')];
  const letIn = await tx.person.updateMany({
    where: { id: personId, verifiedAt: null },
    data: { verifiedAt: now, verifiedBy: 'emailDomain' },
  });
  if (letIn.count > 0)
    facts.push({
      name: 'PersonWasVerified',
      noun: 'person',
      nounId: personId,
      data: { by: 'emailDomain', organisationId },
    });
  return facts;
}

/** Confirms the open affiliation with an organisation, or begins one that is confirmed. */
export async function verifyAffiliation(
  tx: Db,
  personId: string,
  organisationId: string,
  now: Date,
  by: 'emailDomain' | 'invitation' | 'coordinator',
): Promise<FactDraft> {
  const open = await tx.affiliation.updateMany({
    where: { personId, organisationId, endsOn: null },
    data: { verifiedAt: now },
  });
  if (open.count === 0)
    await tx.affiliation.create({
      data: { id: newId(), personId, organisationId, startsOn: ukDay(now), verifiedAt: now },
    });
  return { name: 'AffiliationWasConfirmed', noun: 'person', nounId: personId, data: { organisationId, by } };
}
