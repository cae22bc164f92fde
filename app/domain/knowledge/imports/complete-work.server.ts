import type { Db } from '~/platform/db.server';
import type { ImportableRecord } from './record-to-import';

/** What a record knows of a work that the shared bibliography does not; nothing that stands there is changed. */
export async function completeWork(tx: Db, findingId: string, record: ImportableRecord): Promise<void> {
  const finding = await tx.finding.findUnique({ where: { id: findingId }, select: { work: true } });
  const work = finding?.work;
  if (!work) return;
  const { doi, volume, issue, pages, publisher, webAddress } = record;
  const isFree = doi !== null && (await tx.work.count({ where: { doi } })) === 0;
  await tx.work.update({
    where: { id: work.id },
    data: {
      doi: work.doi ?? (isFree ? doi : null),
      volume: work.volume ?? volume,
      issue: work.issue ?? issue,
      pages: work.pages ?? pages,
      publisher: work.publisher ?? publisher,
      webAddress: work.webAddress ?? webAddress,
    },
  });
}
