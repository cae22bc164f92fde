#!/usr/bin/env node
/**
 * Verifies an export of the audit trail without the app: needs only Node and this file.
 *
 *   node scripts/verify-audit.mjs EXPORT.jsonl [--heads heads.jsonl] [--key signing-key.pem]
 *
 * EXPORT.jsonl holds one JSON object a line: a header `{format, publicKey, unsealed}`, then facts in the order
 * of the chain. `--heads` is the file of signed heads kept outside the database; the heads in it prove that
 * nothing at or before them was changed, inserted, removed or wholly rewritten. `--key` is a copy of the
 * public key kept apart; without it the key of the export is believed, and that is said.
 *
 * Formats: hash = SHA-256(canonical JSON of {id, name, command, actorId, noun, nounId, at, data, commitment});
 * chain(n) = SHA-256(chain(n−1) ‖ hash(n)), chain(0) = 32 zero bytes; a head signs
 * `soundings-head:<position>:<chain hex>:<signed at>` with Ed25519. A line `{position, withheld, hash, chain}` stands
 * for a fact of a competition that was not decided at the time of the export: its hash is in the chain. Exit code 0 whole, 1 not, 2 unreadable.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value).filter((key) => value[key] !== undefined);
    keys.sort((a, b) => (a < b ? -1 : 1));
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

const hashOf = ({ id, name, command, actorId, noun, nounId, at, data, commitment }) =>
  sha256(canonicalJson({ id, name, command, actorId, noun, nounId, at, data, commitment }));

const describe = (fact) =>
  fact.withheld
    ? `position ${fact.position} (withheld until its competition is decided)`
    : `position ${fact.position} (${fact.name} of ${fact.noun} ${fact.nounId}, ${fact.at})`;

/** The heads whose signature holds, by position; a head that does not verify is a finding itself. */
export function readHeads(text, key, findings) {
  const heads = new Map();
  for (const line of text.split('\n').filter(Boolean)) {
    const head = JSON.parse(line);
    const message = Buffer.from(`soundings-head:${head.position}:${head.chain}:${head.signedAt}`);
    if (verify(null, message, key, Buffer.from(head.signature, 'base64')))
      heads.set(Number(head.position), head);
    else findings.push(`the signature of the head at position ${head.position} does not hold`);
  }
  return heads;
}

/** Walks the facts once; returns what was found wrong, each with its place. */
export async function verifyTrail(facts, heads, findings = []) {
  let chain = Buffer.alloc(32);
  let expected = 1;
  let count = 0;
  let withheld = 0;
  let lastGoodHead = 0;
  for await (const fact of facts) {
    count += 1;
    if (fact.position !== expected) {
      const what = fact.position > expected ? 'rows are missing before' : 'a row was inserted at';
      findings.push(`${what} ${describe(fact)}: position ${expected} was expected`);
      expected = fact.position;
    }
    if (fact.withheld) withheld += 1;
    const hash = fact.withheld ? Buffer.from(fact.hash, 'hex') : hashOf(fact);
    if (hash.toString('hex') !== fact.hash)
      findings.push(`altered: ${describe(fact)} does not match its hash`);
    chain = sha256(chain, hash);
    if (chain.toString('hex') !== fact.chain) {
      findings.push(`the chain breaks at ${describe(fact)}`);
      chain = Buffer.from(fact.chain, 'hex');
    }
    const head = heads.get(fact.position);
    if (head && head.chain !== fact.chain)
      findings.push(
        `rewritten: the signed head at ${describe(fact)} names another chain; the change is after position ${lastGoodHead}`,
      );
    else if (head) lastGoodHead = fact.position;
    expected += 1;
  }
  const furthest = Math.max(0, ...heads.keys());
  if (furthest >= expected)
    findings.push(
      `the end is missing: the trail stops at position ${expected - 1}, a signed head stands at ${furthest}; the change is after position ${lastGoodHead}`,
    );
  return { findings, count, withheld, head: expected - 1, signedUpTo: lastGoodHead };
}

async function* factsOf(lines, header) {
  for await (const line of lines) {
    if (!line) continue;
    const row = JSON.parse(line);
    if (row.format) Object.assign(header, row);
    else yield row;
  }
}

const option = (name) => {
  const at = process.argv.indexOf(name);
  return at > 0 ? process.argv[at + 1] : undefined;
};

async function main() {
  const path = process.argv[2];
  if (!path || !existsSync(path)) {
    console.error('Usage: node verify-audit.mjs EXPORT.jsonl [--heads heads.jsonl] [--key signing-key.pem]');
    return 2;
  }
  const header = {};
  const first = createInterface({ input: createReadStream(path) });
  for await (const line of first) {
    Object.assign(header, JSON.parse(line));
    first.close();
    break;
  }
  if (header.format !== 'soundings-audit-1') {
    console.error(`${path} is no export of an audit trail`);
    return 2;
  }
  const keyFile = option('--key');
  const key = createPublicKey(keyFile ? readFileSync(keyFile, 'utf8') : header.publicKey);
  const headsFile = option('--heads');
  const findings = [];
  const heads = headsFile ? readHeads(readFileSync(headsFile, 'utf8'), key, findings) : new Map();
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  const result = await verifyTrail(factsOf(lines, header), heads, findings);
  if (result.withheld > 0)
    console.log(`${result.withheld} facts were withheld from this export: their hashes are in the chain.`);
  for (const finding of result.findings.slice(0, 20)) console.log(`FOUND  ${finding}`);
  if (!headsFile) console.log('Without --heads a lost tail or a complete rewrite cannot be seen.');
  if (!keyFile)
    console.log('The public key was taken from the export itself: pass --key with a copy kept apart.');
  console.log(
    `${result.count} facts, ${heads.size} signed heads, signed up to position ${result.signedUpTo}, ${header.unsealed} not chained yet`,
  );
  console.log(
    result.findings.length === 0
      ? 'The audit trail is whole.'
      : `The audit trail is NOT whole: ${result.findings.length} findings.`,
  );
  return result.findings.length === 0 ? 0 : 1;
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').at(-1)))
  process.exitCode = await main();
