import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import {
  contentHash,
  decryptWith,
  encryptWith,
  newKey,
  newNonce,
  unwrapKey,
  wrapKey,
} from '~/platform/vault.server';
import type { Round } from './elicitation';
import type { Estimate } from './estimate-form';

/** The key of one elicitation's estimates, under the installation's, which the database never holds. */
export interface EstimateKey {
  id: string;
  wrappedKey: Uint8Array;
  keyId: string;
}

export function newEstimateKey(id: string): { wrappedKey: Uint8Array<ArrayBuffer>; keyId: string } {
  const { wrapped, keyId } = wrapKey(newKey(), `elicitation:${id}`);
  return { wrappedKey: wrapped, keyId };
}

const sealedContent = z.strictObject({
  nonce: z.string(),
  estimates: z.array(
    z.strictObject({
      position: z.number(),
      lowest: z.number(),
      highest: z.number(),
      best: z.number(),
      confidence: z.number(),
      reasons: z.string(),
    }),
  ),
});

const keyOf = ({ id, wrappedKey, keyId }: EstimateKey) => unwrapKey(wrappedKey, keyId, `elicitation:${id}`);
const about = (id: string, personId: string, round: Round) => `estimate:${id}:${personId}:${round}`;

/**
 * What one expert gives in one round, encrypted, and a commitment to it for the trail: SHA-256 over a nonce,
 * which is sealed with it, and the content, as lower-case hex.
 */
export function sealEstimates(key: EstimateKey, personId: string, round: Round, estimates: Estimate[]) {
  const nonce = newNonce();
  const content = JSON.stringify({ nonce: Buffer.from(nonce).toString('hex'), estimates });
  return {
    sealed: encryptWith(keyOf(key), content, about(key.id, personId, round)),
    commitment: Buffer.from(contentHash(nonce, JSON.stringify(estimates))).toString('hex'),
  };
}

/** Opens what the database gave out as shown. */
export const openShown = (
  key: EstimateKey,
  rows: readonly { personId: string; round: Round; sealed: Uint8Array }[],
): ShownEstimates[] =>
  rows.map(({ personId, round, sealed }) => ({
    personId,
    round,
    estimates: open(key, personId, round, sealed),
  }));

const open = (key: EstimateKey, personId: string, round: Round, sealed: Uint8Array): Estimate[] =>
  sealedContent.parse(JSON.parse(decryptWith(keyOf(key), sealed, about(key.id, personId, round)))).estimates;

/** One's own, at any time. */
export async function ownEstimates(
  db: Db,
  key: EstimateKey,
  personId: string,
): Promise<Partial<Record<Round, Estimate[]>>> {
  const rows = await db.sealedEstimate.findMany({ where: { elicitationId: key.id, personId } });
  return Object.fromEntries(
    rows.map(({ round, sealed }) => [round, open(key, personId, round as Round, sealed)]),
  );
}

export interface ShownEstimates {
  personId: string;
  round: Round;
  estimates: Estimate[];
}

/** Those of everybody, of the rounds that have closed by the database's clock; nothing of fewer than three experts. */
export async function shownEstimates(db: Db, key: EstimateKey): Promise<ShownEstimates[]> {
  const rows = await db.$queryRaw<{ personId: string; round: Round; sealed: Uint8Array }[]>`
    SELECT person_id AS "personId", round, sealed FROM soundings.shown_estimates(${key.id}::uuid)`;
  return openShown(key, rows);
}
