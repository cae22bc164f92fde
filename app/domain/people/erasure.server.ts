import type { Db } from '~/platform/db.server';
import { eraseCopies } from './erased-copies.server';
import { FORMER_MEMBER } from './person';

/**
 * What goes: the key, every way in, addresses, expertise, ORCID iD, letters. What stays names nobody, but for
 * the authors of published findings, which are bibliography and stay as published.
 */
export async function eraseRows(tx: Db, personId: string, now: Date, real: Date): Promise<void> {
  const addresses = (await tx.personEmail.findMany({ where: { personId } })).map(({ address }) => address);
  await tx.$executeRaw`INSERT INTO person_key (person_id, wrapped_key, key_id, destroyed_at)
    VALUES (${personId}::uuid, NULL, 'destroyed', ${real})
    ON CONFLICT (person_id) DO UPDATE SET wrapped_key = NULL, destroyed_at = ${real}`;
  await tx.session.deleteMany({ where: { personId } });
  await tx.apiToken.deleteMany({ where: { personId } });
  await tx.recoveryCode.deleteMany({ where: { personId } });
  await tx.credential.deleteMany({ where: { personId } });
  await tx.oneTimeToken.deleteMany({ where: { OR: [{ personId }, { address: { in: addresses } }] } });
  await eraseWorks(tx, personId);
  await tx.personEmail.deleteMany({ where: { personId } });
  await tx.expertProfile.deleteMany({ where: { personId } });
  await tx.expertSpan.updateMany({ where: { personId }, data: { personId: null } });
  await tx.oneUseKey.deleteMany({ where: { actorId: personId } });
  await tx.savedSearch.deleteMany({ where: { personId } });
  await tx.registeredInterest.deleteMany({ where: { personId } });
  await tx.interestConfirmation.deleteMany({ where: { personId } });
  await tx.bidPreference.updateMany({
    where: { personId, conflictKind: { not: null } },
    data: { conflictWords: 'Erased' },
  });
  await tx.assessorInvitation.updateMany({ where: { personId }, data: { message: '' } });
  await tx.matchedExpertise.deleteMany({ where: { personId } });
  await tx.mail.deleteMany({ where: { OR: [{ toAddress: { in: addresses } }, { notice: { personId } }] } });
  await tx.notice.deleteMany({ where: { personId } });
  await tx.invitation.updateMany({
    where: { OR: [{ acceptedById: personId }, { address: { in: addresses } }] },
    data: { address: '', name: '', note: '' },
  });
  await tx.bidSignOff.updateMany({ where: { address: { in: addresses } }, data: { address: '' } });
  await tx.joinRequest.updateMany({
    where: { personId },
    data: { reason: '', organisationName: '', decisionReason: '' },
  });
  await tx.affiliation.updateMany({ where: { personId }, data: { post: '' } });
  await endParts(tx, personId, now);
  await eraseCopies(tx, personId);
  await tx.person.update({
    where: { id: personId },
    data: {
      name: FORMER_MEMBER,
      title: '',
      orcid: null,
      orcidVerifiedAt: null,
      noticesByMail: false,
      erasedAt: now,
    },
  });
}

/** Their terms, what they brought from ORCID, and what ties them to names on works: the names stay, as names. */
async function eraseWorks(tx: Db, personId: string): Promise<void> {
  const { orcid } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { orcid: true } });
  if (orcid)
    await tx.oneTimeToken.deleteMany({ where: { purpose: 'orcidJoin', address: { startsWith: orcid } } });
  await tx.expertWork.deleteMany({ where: { personId } });
  await tx.expertTerm.deleteMany({ where: { personId } });
  await tx.derivedExpertTerm.deleteMany({ where: { personId } });
  await tx.workAuthor.updateMany({ where: { personId }, data: { personId: null, orcid: null } });
  await tx.personMerge.updateMany({
    where: { OR: [{ keptId: personId }, { mergedId: personId }] },
    data: { reason: '' },
  });
}

/** Memberships, roles and affiliations end; that they were held stays in the record. */
async function endParts(tx: Db, personId: string, now: Date): Promise<void> {
  await tx.affiliation.updateMany({
    where: { personId, endsOn: null, startsOn: { lte: now } },
    data: { endsOn: now },
  });
  await tx.installationRoleGrant.updateMany({
    where: { personId, revokedAt: null },
    data: { revokedAt: now },
  });
  await tx.teamMembership.updateMany({ where: { personId, endsAt: null }, data: { endsAt: now } });
  await tx.joinRequest.updateMany({
    where: { personId, decidedAt: null },
    data: { decidedAt: now, accepted: false },
  });
}
