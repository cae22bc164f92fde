#!/usr/bin/env node
/**
 * Verifies an assurance pack without the app, a network or packages: needs only Node and this file.
 *
 *   node scripts/verify-pack.mjs PACK.zip [--key signing-key.pem]
 *
 * The archive holds `manifest.json` (path, length and SHA-256 of every other file), `manifest.sig` (Ed25519 in
 * base64 over `soundings-pack:<SHA-256 of manifest.json in hex>`) and those files, and not a byte besides. Each
 * fact of `09-facts/facts.json` has the hash of its canonical JSON (see verify-audit.mjs); `09-facts/chain.json`
 * leads from facts to the next signed head of the trail. `--key` is a copy of the public key kept apart; without
 * it the key of the manifest is believed, and that is said. Exit code 0 whole, 1 not, 2 unreadable.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';

/** Source of the layout: PKWARE, *.ZIP File Format Specification* (APPNOTE 6.3.10), section 4.3. */
const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const STREAMED = 0x0008;
const MOST_BYTES = 2 ** 30;

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const sha256Hex = (...parts) => sha256(...parts).toString('hex');

export function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value).filter((key) => value[key] !== undefined);
    keys.sort((a, b) => (a < b ? -1 : 1));
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

class Unreadable extends Error {}

const isUnsafe = (name) =>
  name === '' ||
  name.startsWith('/') ||
  /[\\:\0]/.test(name) ||
  name.split('/').some((part) => part === '..' || part === '.' || part === '');

function directoryOf(bytes) {
  const end = bytes.length - 22;
  if (end < 0 || bytes.readUInt32LE(end) !== END)
    throw new Unreadable('it is no ZIP archive, or something follows its end');
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  const entries = [];
  let at = start;
  for (let place = 0; place < count; place += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY)
      throw new Unreadable('its directory cannot be read');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      check: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (at !== end) throw new Unreadable('its directory has more in it than it says');
  return { entries, start };
}

/** The files of an archive by name; whatever is odd about it is a finding. */
export function unzip(bytes, findings) {
  const { entries, start } = directoryOf(bytes);
  const files = new Map();
  let expected = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const { name, flags, method, check, packed, size, offset } = entry;
    if (isUnsafe(name)) findings.push(`unsafe: the name ${JSON.stringify(name)} would leave the folder`);
    if (files.has(name)) findings.push(`twice: ${name}`);
    if (offset !== expected) findings.push(`hidden: there are bytes before ${name} that belong to no file`);
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL)
      throw new Unreadable(`${name} is not where the directory says`);
    const nameLength = bytes.readUInt16LE(offset + 26);
    const from = offset + 30 + nameLength + bytes.readUInt16LE(offset + 28);
    if (bytes.subarray(offset + 30, offset + 30 + nameLength).toString('utf8') !== name)
      findings.push(`two names: ${name} is called otherwise where it stands`);
    if (from + packed > start) throw new Unreadable(`${name} is cut off`);
    if (size > MOST_BYTES) throw new Unreadable(`${name} would be larger than this program opens`);
    const content = bytes.subarray(from, from + packed);
    let text;
    try {
      text = method === 0 ? content : inflateRawSync(content, { maxOutputLength: Math.max(size, 1) });
    } catch {
      findings.push(`damaged: ${name} cannot be unpacked`);
      text = Buffer.alloc(0);
    }
    if (text.length !== size || crc32(text) !== check)
      findings.push(`damaged: ${name} does not fit its check sum`);
    files.set(name, text);
    const hasDescriptor = (flags & STREAMED) !== 0;
    expected = from + packed + (hasDescriptor ? 16 : 0);
    if (hasDescriptor && bytes.readUInt32LE(from + packed) !== DESCRIPTOR)
      findings.push(`damaged: the end of ${name}`);
  }
  if (expected !== start)
    findings.push('hidden: there are bytes before the directory that belong to no file');
  return files;
}

function jsonOf(files, name, findings) {
  const bytes = files.get(name);
  if (!bytes) return null;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    findings.push(`unreadable: ${name} is no JSON`);
    return null;
  }
}

function checkSignature(files, key, findings) {
  const manifest = files.get('manifest.json');
  const message = Buffer.from(`soundings-pack:${sha256Hex(manifest)}`);
  const signature = files.get('manifest.sig');
  if (!signature) findings.push('missing: manifest.sig, so nobody has signed the manifest');
  else if (!verify(null, message, key, Buffer.from(signature.toString('utf8').trim(), 'base64')))
    findings.push('the signature of the manifest does not hold: it was changed, or another key signed it');
}

function checkFiles(files, manifest, findings) {
  const named = new Map(
    (Array.isArray(manifest.files) ? manifest.files : []).map((file) => [file.path, file]),
  );
  for (const [path, { bytes, sha256: hash }] of named) {
    const content = files.get(path);
    if (!content) findings.push(`missing: ${path}`);
    else if (content.length !== bytes)
      findings.push(`altered: ${path} has ${content.length} bytes instead of ${bytes}`);
    else if (sha256Hex(content) !== hash) findings.push(`altered: ${path} does not match its hash`);
  }
  for (const path of files.keys())
    if (!named.has(path) && path !== 'manifest.json' && path !== 'manifest.sig')
      findings.push(`extra: ${path} is not in the manifest`);
  return named.size;
}

const hashOf = ({ id, name, command, actorId, noun, nounId, at, data, commitment }) =>
  sha256Hex(canonicalJson({ id, name, command, actorId, noun, nounId, at, data, commitment }));

/** Every fact by its own hash, and by the way through the chain to a head that this key signed. */
export function checkFacts(facts, segments, key, findings) {
  const proven = new Map();
  for (const { before, entries, head } of segments) {
    let chain = Buffer.from(before, 'hex');
    for (const [place, { position, hash }] of entries.entries()) {
      if (position !== entries[0].position + place)
        findings.push(`the chain has a gap before position ${position}`);
      chain = sha256(chain, Buffer.from(hash, 'hex'));
    }
    const last = entries.at(-1)?.position;
    const message = Buffer.from(`soundings-head:${head.position}:${head.chain}:${head.signedAt}`);
    if (!verify(null, message, key, Buffer.from(head.signature, 'base64')))
      findings.push(`the signature of the head at position ${head.position} does not hold`);
    else if (last !== head.position || chain.toString('hex') !== head.chain)
      findings.push(`the chain does not lead to the signed head at position ${head.position}`);
    else for (const { position, hash } of entries) proven.set(position, hash);
  }
  const counts = { proven: 0, unproven: 0, withheld: 0 };
  for (const fact of facts) {
    if (fact.withheld) {
      counts.withheld += 1;
      continue;
    }
    if (hashOf(fact) !== fact.hash)
      findings.push(`altered: the fact ${fact.name} of ${fact.at} does not match its hash`);
    else if (proven.get(fact.position) === fact.hash) counts.proven += 1;
    else if (proven.has(fact.position))
      findings.push(`altered: the fact ${fact.name} of ${fact.at} is not the one in the chain`);
    else counts.unproven += 1;
  }
  return counts;
}

/** What is wrong with a pack, in words, and what was looked at. */
export function verifyPack(bytes, keyText) {
  const findings = [];
  const files = unzip(bytes, findings);
  const manifest = jsonOf(files, 'manifest.json', findings);
  if (!manifest || manifest.format !== 'soundings-pack-1')
    throw new Unreadable('it has no manifest of an assurance pack');
  let key;
  try {
    key = createPublicKey(keyText ?? manifest.publicKey);
  } catch {
    throw new Unreadable(keyText ? 'the key given is no public key' : 'its manifest names no public key');
  }
  checkSignature(files, key, findings);
  const count = checkFiles(files, manifest, findings);
  const facts = jsonOf(files, '09-facts/facts.json', findings) ?? [];
  const segments = jsonOf(files, '09-facts/chain.json', findings) ?? [];
  let counts = { proven: 0, unproven: 0, withheld: 0 };
  try {
    counts = checkFacts(facts, segments, key, findings);
  } catch {
    findings.push('the facts or their chain cannot be read');
  }
  return { findings, manifest, count, facts: counts };
}

function report({ findings, manifest, count, facts }, keyGiven) {
  for (const finding of findings.slice(0, 50)) console.log(`FOUND  ${finding}`);
  if (findings.length > 50) console.log(`… and ${findings.length - 50} more`);
  console.log(
    `${manifest.redacted ? 'A redacted pack' : 'A pack'} of question ${manifest.question}, made ${manifest.madeAt} by ${manifest.madeBy}, ${manifest.tool}`,
  );
  console.log(
    `${count} files in the manifest. Facts: ${facts.proven} proven by a signed head, ${facts.unproven} by their own hash alone, ${facts.withheld} withheld.`,
  );
  if (!keyGiven)
    console.log('The public key was taken from the pack itself: pass --key with a copy kept apart.');
  console.log(
    findings.length === 0
      ? 'The pack is whole.'
      : `The pack is NOT whole: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`,
  );
}

function main() {
  const at = process.argv.indexOf('--key');
  const keyFile = at > 0 ? process.argv[at + 1] : undefined;
  const path = process.argv.slice(2).find((word, place) => word !== '--key' && place + 2 !== at + 1);
  if (!path || (at > 0 && !keyFile)) {
    console.error('Usage: node verify-pack.mjs PACK.zip [--key signing-key.pem]');
    return 2;
  }
  for (const file of [path, keyFile].filter(Boolean))
    if (!existsSync(file) || !statSync(file).isFile()) {
      console.error(`${file} is no file`);
      return 2;
    }
  try {
    const result = verifyPack(readFileSync(path), keyFile && readFileSync(keyFile, 'utf8'));
    report(result, Boolean(keyFile));
    return result.findings.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Unreadable) && !(error instanceof RangeError)) throw error;
    console.error(
      `${path} cannot be verified: ${error instanceof Unreadable ? error.message : 'it is cut off'}`,
    );
    return 2;
  }
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').at(-1))) process.exitCode = main();
