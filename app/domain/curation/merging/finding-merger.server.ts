import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Db } from '~/platform/db.server';
import { whyNotFindings, type MergeableFinding } from './merge-rules';
import type { Merger } from './merger.server';

const ids = z.array(z.uuid());
const movedInput = z.object({ terms: ids, linksFrom: ids, linksTo: ids });

async function load(tx: Db, id: string): Promise<MergeableFinding> {
  const row = await tx.finding.findUniqueOrThrow({ where: { id } });
  return {
    id,
    mergedIntoId: row.mergedIntoId,
    stands: row.publishedAt !== null && row.retractedAt === null && row.supersededAt === null,
    released: row.releasedAt !== null,
    delivered: row.awardId !== null || row.deliverableId !== null || row.adviceAnswerId !== null,
  };
}

/** The finding that is kept has this very link `l` already, in either direction. */
const hasSame = (intoId: string, end: 'from_id' | 'to_id', other: 'from_id' | 'to_id') => Prisma.sql`
  SELECT FROM finding_link x WHERE x.kind = l.kind AND x.removed_at IS NULL AND x.id <> l.id AND (
    (x.${Prisma.raw(end)} = ${intoId}::uuid AND x.${Prisma.raw(other)} = l.${Prisma.raw(other)})
    OR (x.${Prisma.raw(other)} = ${intoId}::uuid AND x.${Prisma.raw(end)} = l.${Prisma.raw(other)}))`;

/** Tags and links go over. Ratings, appraisals and impact records are of the version that was read, and stay. */
export const findingMerger: Merger = {
  whyNot: async (tx, { fromId, intoId }) => whyNotFindings(await load(tx, fromId), await load(tx, intoId)),
  move: async (tx, { fromId, intoId }) => {
    const terms = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO finding_term (finding_id, term_id)
      SELECT ${intoId}::uuid, term_id FROM finding_term WHERE finding_id = ${fromId}::uuid
      ON CONFLICT DO NOTHING RETURNING term_id AS id`;
    const linksFrom = await tx.$queryRaw<{ id: string }[]>`
      UPDATE finding_link l SET from_id = ${intoId}::uuid WHERE l.from_id = ${fromId}::uuid
        AND l.removed_at IS NULL AND l.to_id <> ${intoId}::uuid
        AND NOT EXISTS (${hasSame(intoId, 'from_id', 'to_id')}) RETURNING l.id`;
    const linksTo = await tx.$queryRaw<{ id: string }[]>`
      UPDATE finding_link l SET to_id = ${intoId}::uuid WHERE l.to_id = ${fromId}::uuid
        AND l.removed_at IS NULL AND l.from_id <> ${intoId}::uuid
        AND NOT EXISTS (${hasSame(intoId, 'to_id', 'from_id')}) RETURNING l.id`;
    await tx.finding.update({ where: { id: fromId }, data: { mergedIntoId: intoId } });
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
    return { terms: idsOf(terms), linksFrom: idsOf(linksFrom), linksTo: idsOf(linksTo) };
  },
  putBack: async (tx, { fromId, intoId }, moved) => {
    const { terms, linksFrom, linksTo } = movedInput.parse(moved);
    await tx.findingTerm.deleteMany({ where: { findingId: intoId, termId: { in: terms } } });
    await tx.findingLink.updateMany({ where: { id: { in: linksFrom }, fromId: intoId }, data: { fromId } });
    await tx.findingLink.updateMany({ where: { id: { in: linksTo }, toId: intoId }, data: { toId: fromId } });
    await tx.finding.update({ where: { id: fromId }, data: { mergedIntoId: null } });
  },
};
