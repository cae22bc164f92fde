import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { declineFinding } from '../../knowledge/commands/decline-finding.server';
import { publishFinding } from '../../knowledge/commands/publish-finding.server';
import { returnFinding } from '../../knowledge/commands/return-finding.server';
import { through, type Acted, type ItemAction } from './action.server';

const remembered = z.object({
  versionId: z.uuid().nullable(),
  currentNumber: z.number(),
  publishedAt: z.coerce.date().nullable(),
  bibliographic: z.boolean(),
});

async function remember(db: Db, nounId: string): Promise<z.input<typeof remembered>> {
  const { versions, ...finding } = await db.finding.findUniqueOrThrow({
    where: { id: nounId },
    select: {
      currentNumber: true,
      publishedAt: true,
      bibliographic: true,
      versions: { where: { publishedAt: null, declinedAt: null }, select: { id: true } },
    },
  });
  return { ...finding, versionId: versions[0]?.id ?? null };
}

/** Somebody rated the version or used it: then its publication has had an effect and stays. */
async function whyPublicationStays(tx: Db, { nounId }: Acted): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ rated: boolean; used: boolean }[]>`
    SELECT EXISTS (SELECT FROM rating r JOIN finding_version v ON v.id = r.version_id AND v.number = f.current_number
                   WHERE r.finding_id = f.id) AS rated,
      EXISTS (SELECT FROM impact_record i WHERE i.finding_id = f.id AND i.finding_number = f.current_number) AS used
    FROM finding f WHERE f.id = ${nounId}::uuid`;
  if (row?.rated) return 'Somebody has rated it since.';
  return row?.used ? 'Somebody has recorded its use since.' : null;
}

/** Its work in the shared bibliography stays: other findings may rest on it by now. */
async function unpublish(tx: Db, { nounId }: Acted, before: unknown): Promise<void> {
  const { versionId, ...finding } = remembered.parse(before);
  if (versionId)
    await tx.findingVersion.update({
      where: { id: versionId },
      data: { publishedAt: null, publishedById: null },
    });
  await tx.finding.update({ where: { id: nounId }, data: finding });
}

const reopen =
  (stamps: { returnedAt: null; returnedReason: null } | { declinedAt: null; declinedReason: null }) =>
  async (tx: Db, _item: Acted, before: unknown): Promise<void> => {
    const { versionId } = remembered.parse(before);
    if (versionId) await tx.findingVersion.update({ where: { id: versionId }, data: stamps });
  };

export const publishing: ItemAction = {
  ...through(publishFinding, ({ reference }) => ({ reference })),
  remember,
  undo: { fact: 'FindingPublicationWasUndone', whyKept: whyPublicationStays, restore: unpublish },
};

export const returning: ItemAction = {
  ...through(returnFinding, ({ reference }, { reason }) => ({ reference, reason })),
  remember,
  undo: { fact: 'FindingReturnWasUndone', restore: reopen({ returnedAt: null, returnedReason: null }) },
};

export const declining: ItemAction = {
  ...through(declineFinding, ({ reference }, { reason }) => ({ reference, reason })),
  remember,
  undo: { fact: 'FindingDeclineWasUndone', restore: reopen({ declinedAt: null, declinedReason: null }) },
};
