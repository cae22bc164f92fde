import type { Db } from '~/platform/db.server';
import { ukDay } from '../../uk-time';

interface Merge {
  keptId: string;
  mergedId: string;
  now: Date;
}

/** Addresses, where they belong and their teams go over; what both have stays once. */
async function moveStanding(tx: Db, { keptId, mergedId, now }: Merge): Promise<void> {
  await tx.personEmail.updateMany({
    where: { personId: mergedId },
    data: { personId: keptId, primary: false },
  });
  await tx.$executeRaw`UPDATE affiliation a SET ends_on = greatest(a.starts_on, ${ukDay(now)}::date)
    WHERE a.person_id = ${mergedId}::uuid AND a.ends_on IS NULL AND EXISTS (
      SELECT FROM affiliation k WHERE k.person_id = ${keptId}::uuid AND k.ends_on IS NULL
        AND k.organisation_id = a.organisation_id)`;
  await tx.affiliation.updateMany({ where: { personId: mergedId }, data: { personId: keptId } });
  await tx.$executeRaw`UPDATE team_membership m SET person_id = ${keptId}::uuid
    WHERE m.person_id = ${mergedId}::uuid AND m.ends_at IS NULL AND NOT EXISTS (
      SELECT FROM team_membership k WHERE k.person_id = ${keptId}::uuid AND k.ends_at IS NULL AND k.team_id = m.team_id)`;
  await tx.teamMembership.updateMany({ where: { personId: mergedId, endsAt: null }, data: { endsAt: now } });
  await tx.$executeRaw`UPDATE approval_level_person a SET person_id = ${keptId}::uuid
    WHERE a.person_id = ${mergedId}::uuid AND NOT EXISTS (
      SELECT FROM approval_level_person k WHERE k.person_id = ${keptId}::uuid AND k.level_id = a.level_id)`;
  await tx.installationRoleGrant.updateMany({
    where: { personId: mergedId, revokedAt: null },
    data: { revokedAt: now },
  });
}

/** What they know and wrote goes over. */
async function moveExpertise(tx: Db, { keptId, mergedId }: Merge): Promise<void> {
  await tx.$executeRaw`INSERT INTO expert_term (person_id, term_id)
    SELECT ${keptId}::uuid, term_id FROM expert_term WHERE person_id = ${mergedId}::uuid ON CONFLICT DO NOTHING`;
  await tx.expertTerm.deleteMany({ where: { personId: mergedId } });
  await tx.$executeRaw`INSERT INTO derived_expert_term (person_id, term_id, works, rejected_at)
    SELECT ${keptId}::uuid, term_id, works, rejected_at FROM derived_expert_term WHERE person_id = ${mergedId}::uuid
    ON CONFLICT DO NOTHING`;
  await tx.derivedExpertTerm.deleteMany({ where: { personId: mergedId } });
  await tx.$executeRaw`UPDATE expert_work w SET person_id = ${keptId}::uuid
    WHERE w.person_id = ${mergedId}::uuid AND NOT EXISTS (
      SELECT FROM expert_work k WHERE k.person_id = ${keptId}::uuid
        AND (k.work_id = w.work_id OR (k.source = w.source AND k.source_id = w.source_id)))`;
  await tx.expertWork.deleteMany({ where: { personId: mergedId } });
  await tx.$executeRaw`UPDATE work_author a SET person_id = CASE WHEN EXISTS (
      SELECT FROM work_author k WHERE k.work_id = a.work_id AND k.person_id = ${keptId}::uuid) THEN NULL
      ELSE ${keptId}::uuid END
    WHERE a.person_id = ${mergedId}::uuid`;
  await tx.findingAuthor.updateMany({ where: { personId: mergedId }, data: { personId: keptId } });
  const has = await tx.expertProfile.count({ where: { personId: keptId } });
  if (has === 0)
    await tx.expertProfile.updateMany({ where: { personId: mergedId }, data: { personId: keptId } });
  else await tx.expertProfile.updateMany({ where: { personId: mergedId }, data: { listed: false } });
}

/** Their register, and every wall: nobody sheds a conflict by becoming one with another account of theirs. */
async function moveInterests(tx: Db, { keptId, mergedId, now }: Merge): Promise<void> {
  await tx.$executeRaw`UPDATE registered_interest r SET ended_at = ${now} WHERE r.person_id = ${mergedId}::uuid
    AND r.ended_at IS NULL AND (r.about_person_id = ${keptId}::uuid OR EXISTS (
      SELECT FROM registered_interest k WHERE k.person_id = ${keptId}::uuid AND k.ended_at IS NULL AND k.kind = r.kind
        AND coalesce(k.about_person_id::text, k.about_organisation_id::text, lower(k.about_name))
          = coalesce(r.about_person_id::text, r.about_organisation_id::text, lower(r.about_name))))`;
  await tx.registeredInterest.updateMany({
    where: {
      personId: mergedId,
      OR: [{ aboutPersonId: null }, { aboutPersonId: { not: keptId } }],
    },
    data: { personId: keptId },
  });
  await tx.$executeRaw`INSERT INTO wall (id, question_id, person_id, bid_id, reason, raised_at, raised_by_id)
    SELECT gen_random_uuid(), w.question_id, ${keptId}::uuid, w.bid_id, w.reason, w.raised_at, w.raised_by_id FROM wall w
    WHERE w.person_id = ${mergedId}::uuid AND w.lifted_at IS NULL ON CONFLICT DO NOTHING`;
}

/** What they are asked to sign and have not answered; a signature stays under the account that gave it. */
async function moveSignOffs(tx: Db, { keptId, mergedId }: Merge): Promise<void> {
  await tx.bidSignOff.updateMany({
    where: { approverId: mergedId, signedAt: null, returnedAt: null, endedAt: null },
    data: { approverId: keptId },
  });
}

/** Searches of a name that the other has not used go over, without their feeds, which end with the account. */
async function moveSearches(tx: Db, { keptId, mergedId }: Merge): Promise<void> {
  await tx.$executeRaw`UPDATE saved_search s SET person_id = ${keptId}::uuid, feed_hash = NULL, feed_made_at = NULL
    WHERE s.person_id = ${mergedId}::uuid AND NOT EXISTS (
      SELECT FROM saved_search k WHERE k.person_id = ${keptId}::uuid AND lower(k.name) = lower(s.name))`;
  await tx.savedSearch.deleteMany({ where: { personId: mergedId } });
}

/** Every way into the merged account ends; its row stays, and leads to the one that is kept. */
async function closeAccount(tx: Db, { keptId, mergedId, now }: Merge): Promise<void> {
  await tx.session.deleteMany({ where: { personId: mergedId } });
  await tx.apiToken.updateMany({
    where: { personId: mergedId, endedAt: null },
    data: { endedAt: now, endedBy: 'merge' },
  });
  await tx.recoveryCode.deleteMany({ where: { personId: mergedId } });
  await tx.credential.deleteMany({ where: { personId: mergedId } });
  await tx.oneTimeToken.deleteMany({ where: { personId: mergedId } });
  const merged = await tx.person.findUniqueOrThrow({ where: { id: mergedId } });
  const kept = await tx.person.findUniqueOrThrow({ where: { id: keptId } });
  await tx.person.update({
    where: { id: mergedId },
    data: { mergedIntoId: keptId, orcid: null, orcidVerifiedAt: null, revision: { increment: 1 } },
  });
  const { orcid, orcidVerifiedAt } = merged;
  const isLetIn = kept.verifiedAt === null && merged.verifiedAt !== null;
  await tx.person.update({
    where: { id: keptId },
    data: {
      ...(kept.orcid === null && orcid ? { orcid, orcidVerifiedAt } : {}),
      ...(isLetIn ? { verifiedAt: merged.verifiedAt, verifiedBy: merged.verifiedBy } : {}),
      revision: { increment: 1 },
    },
  });
  await tx.person.updateMany({ where: { mergedIntoId: mergedId }, data: { mergedIntoId: keptId } });
}

/**
 * Makes one account of two. What somebody did stays under the account that did it: bids, scores, ratings and facts are
 * never rewritten. Roles of the installation do not go over; an administrator gives them again.
 */
export async function mergeRows(tx: Db, merge: Merge): Promise<void> {
  await moveStanding(tx, merge);
  await moveExpertise(tx, merge);
  await moveInterests(tx, merge);
  await moveSignOffs(tx, merge);
  await moveSearches(tx, merge);
  await closeAccount(tx, merge);
}
