import type { Client } from 'pg';
import { factHash } from '~/domain/fact-hash.server';
import { CHAIN_START, chainAfter } from '~/domain/audit/chain.server';

interface Row {
  id: string;
  name: string;
  command: string;
  actor_id: string | null;
  noun: string;
  noun_id: string;
  at: Date;
  data: Record<string, unknown>;
  commitment: Buffer | null;
}

export interface Tampering {
  kind: string;
  /** Done by somebody who rules the database. `at` is a position inside the trail, `last` its end. */
  tamper: (client: Client, at: number, last: number) => Promise<void>;
  /** What the verifier has to say of it: with its place. `signed` is where the last signed head before `at` stands. */
  found: (at: number, last: number, signed: number) => RegExp;
}

const change =
  (assignment: string) =>
  async (client: Client, at: number): Promise<void> => {
    await client.query(`UPDATE fact SET ${assignment} WHERE position = $1`, [at]);
  };
const alteredAt = (at: number) => new RegExp(`altered: position ${at} `);
/** Hashes that were all computed anew tell no row: only that the last head that still fits stands before it. */
const changedAfter = (_at: number, _last: number, signed: number) =>
  new RegExp(`(rewritten: .*|the end is missing: .*)the change is after position ${signed}$`, 'm');
const breaksAt = (at: number) => new RegExp(`chain breaks at position ${at} `);

const COPY = `INSERT INTO fact (id, name, command, actor_id, noun, noun_id, at, data, commitment, hash, position, chain)
  SELECT gen_random_uuid(), name, command, actor_id, noun, noun_id, at, data, commitment, hash, $2, chain
  FROM fact WHERE position = $1`;

/** Far beyond every place: where rows wait while others take theirs. */
const AWAY = 1_000_000_000;

/** Moves everything from a position on by one place. */
const shift = async (client: Client, from: number, by: 1 | -1): Promise<void> => {
  await client.query('UPDATE fact SET position = position + $2 WHERE position >= $1', [from, AWAY]);
  await client.query('UPDATE fact SET position = position - $2 + $1 WHERE position > $2', [by, AWAY]);
};

/** Computes hashes and chain anew, as one would who knows the formats but not the signing key. */
async function rewrite(client: Client): Promise<void> {
  const { rows } = await client.query<Row & { position: string }>('SELECT * FROM fact ORDER BY position');
  let chain = CHAIN_START;
  for (const row of rows) {
    const hash = factHash({ ...row, actorId: row.actor_id, nounId: row.noun_id });
    chain = chainAfter(chain, hash);
    await client.query('UPDATE fact SET hash = $2, chain = $3 WHERE id = $1', [
      row.id,
      Buffer.from(hash),
      Buffer.from(chain),
    ]);
  }
}

const altered: Tampering[] = [
  { kind: 'the data of a row', tamper: change(`data = '{"forged":true}'`), found: alteredAt },
  { kind: 'the name of a row', tamper: change(`name = 'NothingHappened'`), found: alteredAt },
  { kind: 'who acted', tamper: change('actor_id = gen_random_uuid()'), found: alteredAt },
  { kind: 'when it happened', tamper: change(`at = at - interval '1 day'`), found: alteredAt },
  { kind: 'what it was about', tamper: change('noun_id = gen_random_uuid()'), found: alteredAt },
  { kind: 'the commitment to personal text', tamper: change(`commitment = '\\x00'`), found: alteredAt },
  { kind: 'the command', tamper: change(`command = 'forged'`), found: alteredAt },
  { kind: 'the hash alone', tamper: change('hash = sha256(hash)'), found: alteredAt },
  { kind: 'the chain alone', tamper: change('chain = sha256(chain)'), found: breaksAt },
];

const moved: Tampering[] = [
  {
    kind: 'a row deleted',
    tamper: async (client, at) => void (await client.query('DELETE FROM fact WHERE position = $1', [at])),
    found: (at) => new RegExp(`missing before position ${at + 1} `),
  },
  {
    kind: 'a row deleted and the gap closed',
    tamper: async (client, at) => {
      await client.query('DELETE FROM fact WHERE position = $1', [at]);
      await shift(client, at, -1);
    },
    found: breaksAt,
  },
  {
    kind: 'a row inserted',
    tamper: async (client, at) => {
      await shift(client, at, 1);
      await client.query(COPY, [at + 1, at]);
    },
    found: (at) => new RegExp(`(altered: position|chain breaks at position) ${at} `),
  },
  {
    kind: 'two rows swapped',
    tamper: async (client, at) => {
      await client.query('UPDATE fact SET position = position + $2 WHERE position = $1', [at, AWAY]);
      await client.query('UPDATE fact SET position = $1 WHERE position = $1 + 1', [at]);
      await client.query('UPDATE fact SET position = $1 WHERE position > $2', [at + 1, AWAY]);
    },
    found: breaksAt,
  },
  {
    kind: 'the first row deleted',
    tamper: async (client) => void (await client.query('DELETE FROM fact WHERE position = 1')),
    found: () => /missing before position 2 /,
  },
  {
    kind: 'the last row deleted',
    tamper: async (client, _at, last) =>
      void (await client.query('DELETE FROM fact WHERE position = $1', [last])),
    found: (_at, last) => new RegExp(`stops at position ${last - 1}, a signed head stands at ${last}`),
  },
  {
    kind: 'a tail deleted',
    tamper: async (client, at) => {
      await client.query('DELETE FROM fact WHERE position > $1', [at]);
      await client.query('DELETE FROM audit_head WHERE position > $1', [at]);
    },
    found: (at, last) => new RegExp(`stops at position ${at}, a signed head stands at ${last}`),
  },
];

const rewritten: Tampering[] = [
  {
    kind: 'everything rewritten with recomputed hashes',
    tamper: async (client, at) => {
      await change(`data = '{"forged":true}'`)(client, at);
      await rewrite(client);
    },
    found: changedAfter,
  },
  {
    kind: 'a row deleted and everything after it recomputed',
    tamper: async (client, at) => {
      await client.query('DELETE FROM fact WHERE position = $1', [at]);
      await shift(client, at, -1);
      await rewrite(client);
    },
    found: changedAfter,
  },
  {
    kind: 'a row inserted and everything after it recomputed',
    tamper: async (client, at) => {
      await shift(client, at, 1);
      await client.query(COPY, [at + 1, at]);
      await rewrite(client);
    },
    found: changedAfter,
  },
];

/** Kinds of tampering with the trail in the database, each to be named with its place. */
export const TAMPERINGS: readonly Tampering[] = [...altered, ...moved, ...rewritten];
