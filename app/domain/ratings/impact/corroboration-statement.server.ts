import { createHash } from 'node:crypto';
import { signBytes, signatureHolds } from '~/platform/vault.server';
import { canonicalJson } from '../../fact-hash.server';
import type { SignedStatement, StatementContent } from './statement-content';

const bytesOf = (content: StatementContent) => Buffer.from(canonicalJson(content), 'utf8');

/** SHA-256 of the canonical JSON, 32 bytes. */
export const statementHash = (content: StatementContent): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(bytesOf(content)).digest());

/** The first 64 bits of the hash in groups of four, to compare a printed page with what is kept. */
export const verificationCode = (hash: Uint8Array): string =>
  (Buffer.from(hash).toString('hex').slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-');

export const signStatement = (content: StatementContent) => signBytes(bytesOf(content));

/** Whether this installation's key signed exactly this. */
export const statementHolds = ({ statement, signature }: SignedStatement): boolean =>
  signatureHolds(bytesOf(statement), Buffer.from(signature, 'base64'));
