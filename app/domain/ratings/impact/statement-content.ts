import { z } from 'zod';

/** What a corroboration statement says. It names no person, so that an erasure leaves it whole. */
export const statementContent = z.strictObject({
  kind: z.literal('soundings-corroboration-statement'),
  record: z.string(),
  finding: z.string(),
  findingVersion: z.number().int(),
  findingTitle: z.string(),
  authors: z.array(z.string()),
  organisation: z.string(),
  decision: z.string(),
  decidedOn: z.string(),
  effect: z.string(),
  evidence: z.string(),
  issuedAt: z.string(),
});
export type StatementContent = z.output<typeof statementContent>;

/** The file that is given out: what is said, and the signature over its canonical JSON. */
export const signedStatement = z.strictObject({
  statement: statementContent,
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
  keyId: z.string(),
});
export type SignedStatement = z.output<typeof signedStatement>;
