import { createPublicKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { readHeads, verifyTrail } from '../../../scripts/verify-audit.mjs';
import { useDatabase } from '../../../tests/support/database';
import { linesOf } from '~/platform/append-only-file.server';
import { newId } from '~/platform/ids.server';
import { signingPublicKey } from '~/platform/vault.server';
import { recordFacts } from '../fact-record.server';
import { factHash } from '../fact-hash.server';
import { chainAfter, CHAIN_START } from './chain.server';
import { exportTrail } from './export-trail.server';
import { headsFile } from './published-heads.server';
import { sealAll } from './sealer.server';
import { makePerson } from '../../../tests/support/factories/people';

const data = useDatabase();

interface Line {
  position: number;
  name: string;
  at: string;
  data: Record<string, unknown>;
  hash: string;
  chain: string;
  commitment: string | null;
  [other: string]: unknown;
}

async function* from(lines: Line[]) {
  yield* lines;
}

async function trail() {
  const lines: Line[] = [];
  for await (const line of exportTrail()) lines.push(JSON.parse(line) as Line);
  const known = new Set(lines.map((line) => line.chain));
  const heads = (await linesOf(headsFile())).filter((head) => known.has((head as { chain: string }).chain));
  const findings: string[] = [];
  const text = heads.map((head) => JSON.stringify(head)).join('\n');
  return {
    facts: lines.slice(1),
    heads: readHeads(text, createPublicKey(signingPublicKey()), findings),
    findings,
  };
}

async function record(count: number) {
  const person = await makePerson();
  for (let made = 0; made < count; made += 1)
    await data.db.$transaction((tx) =>
      recordFacts(tx, { actor: { kind: 'visitor', asOf: new Date() }, now: new Date(), command: 'test' }, [
        {
          name: 'SomethingHappened',
          noun: 'person',
          nounId: newId(),
          data: { nested: { b: made, a: 'ä "quoted"' }, list: [3, 1], half: 0.5 },
          personal: { personId: person.id, text: { said: 'words' } },
        },
      ]),
    );
  await sealAll();
}

test('a trail is whole, and every kind of tampering is named with its place', async () => {
  await record(5);
  await record(4);
  const { facts, heads } = await trail();
  const first = facts[0]!.position;
  expect(first).toBe(1);
  expect(heads.size).toBe(2);
  const verdict = async (lines: Line[]) => (await verifyTrail(from(lines), heads)).findings as string[];
  expect(await verdict(facts)).toEqual([]);

  const copy = () => structuredClone(facts);
  const altered = copy();
  altered[2]!.data = { nested: { b: 99 } };
  expect((await verdict(altered))[0]).toMatch(/altered: position 3 /);

  const removed = copy();
  removed.splice(3, 1);
  expect((await verdict(removed))[0]).toMatch(/rows are missing before position 5 /);

  const inserted = copy();
  inserted.splice(4, 0, structuredClone(inserted[4]!));
  expect((await verdict(inserted))[0]).toMatch(/inserted at position 5 |altered|chain breaks/);

  expect((await verdict(copy().slice(0, -1)))[0]).toMatch(/stops at position 8, a signed head stands at 9/);
  expect((await verdict(copy().slice(0, 2)))[0]).toMatch(/stops at position 2/);
});

test('a rewrite with recomputed hashes is named after the last head that holds', async () => {
  const { facts, heads } = await trail();
  const rewritten = structuredClone(facts);
  rewritten[6]!.data = { nested: { b: 99 } };
  let chain = CHAIN_START;
  for (const line of rewritten) {
    const hash = factHash({
      ...(line as unknown as Parameters<typeof factHash>[0]),
      at: new Date(line.at),
      commitment: line.commitment ? Buffer.from(line.commitment, 'hex') : null,
    });
    chain = chainAfter(chain, hash);
    line.hash = Buffer.from(hash).toString('hex');
    line.chain = Buffer.from(chain).toString('hex');
  }
  const { findings } = await verifyTrail(from(rewritten), heads);
  expect(findings).toEqual([expect.stringMatching(/signed head at position 9 .* after position 5/)]);
});

test('the database refuses to change or remove a fact', async () => {
  await expect(data.db.$executeRaw`UPDATE fact SET name = 'Other'`).rejects.toThrow(/append/i);
  await expect(data.db.$executeRaw`DELETE FROM fact`).rejects.toThrow(/append/i);
  await expect(data.db.$executeRaw`UPDATE fact SET chain = hash`).rejects.toThrow(/append/i);
});
