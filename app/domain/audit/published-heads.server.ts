import { appendLine, linesOf } from '~/platform/append-only-file.server';
import { env } from '~/platform/env.server';
import { join } from 'node:path';
import type { Head } from './seal-facts.server';

/**
 * Signed heads stand in a file outside the database, one JSON a line, so that a truncated or wholly rewritten
 * trail shows. An operator copies the file elsewhere on a schedule.
 */
export const headsFile = (): string => join(env.SOUNDINGS_DATA, 'audit', 'heads.jsonl');

export interface PublishedHead {
  position: string;
  chain: string;
  signedAt: string;
  signature: string;
  keyId: string;
}

export const publishHead = (head: Head): Promise<void> =>
  appendLine(headsFile(), {
    position: head.position.toString(),
    chain: Buffer.from(head.chain).toString('hex'),
    signedAt: head.signedAt.toISOString(),
    signature: Buffer.from(head.signature).toString('base64'),
    keyId: head.keyId,
  } satisfies PublishedHead);

/** The last head that stands in the file, to catch up after a crash between commit and publication. */
export async function lastPublishedPosition(): Promise<bigint> {
  const lines = await linesOf(headsFile());
  const last = lines.at(-1) as PublishedHead | undefined;
  return BigInt(last?.position ?? 0);
}
