import { database } from '~/platform/db.server';
import { sweepFiles } from '~/platform/files.server';
import { log } from '~/platform/log.server';

/** Removes what was uploaded for a row that then failed; the file store counts age by the machine's clock. */
export async function sweepOrphans(): Promise<void> {
  const kept = await database().storedFile.findMany({ select: { storedAs: true } });
  const removed = await sweepFiles(new Set(kept.map(({ storedAs }) => storedAs)), realTime());
  if (removed > 0) log.info('orphans-swept', { removed });
}

const realTime = (): number => performance.timeOrigin + performance.now();
