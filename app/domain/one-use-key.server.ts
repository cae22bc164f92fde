import type { Db } from '~/platform/db.server';
import { fingerprint } from '~/platform/vault.server';
import { canonicalJson } from './fact-hash.server';
import type { Actor } from './actor';
import { refuse, type Refusal } from './refusal';

type Claim = { kind: 'fresh' } | { kind: 'repeat'; result: unknown } | { kind: 'conflict'; refusal: Refusal };

const hashOf = (input: unknown) => fingerprint(canonicalJson(JSON.parse(JSON.stringify(input))));

/** Holds the key for this transaction: a concurrent repeat waits here and then finds the first answer. */
export async function claimKey(
  tx: Db,
  actor: Actor,
  command: string,
  key: string | undefined,
  input: unknown,
): Promise<Claim> {
  if (!key || actor.kind !== 'person') return { kind: 'fresh' };
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${actor.id}:${command}:${key}`}, 0))`;
  const used = await tx.oneUseKey.findUnique({
    where: { actorId_command_key: { actorId: actor.id, command, key } },
  });
  if (!used) return { kind: 'fresh' };
  if (Buffer.from(used.inputHash).equals(hashOf(input))) return { kind: 'repeat', result: used.result };
  return {
    kind: 'conflict',
    refusal: refuse(
      'FormWasSentAlready',
      'This form was already sent with other content. Check what it did, then start again.',
      {
        stale: true,
      },
    ),
  };
}

/** Only a success consumes the key; a refusal is judged again. */
export async function keepKey(
  tx: Db,
  actor: Actor,
  command: string,
  key: string | undefined,
  input: unknown,
  result: unknown,
): Promise<void> {
  if (!key || actor.kind !== 'person') return;
  const kept = JSON.stringify(result ?? null);
  await tx.$executeRaw`INSERT INTO one_use_key (actor_id, command, key, input_hash, result, used_at)
    VALUES (${actor.id}::uuid, ${command}, ${key}, ${hashOf(input)}, ${kept}::jsonb, clock_timestamp())`;
}
