import { z } from 'zod';
import { newToken } from '~/platform/one-time-tokens.server';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { addDays } from '../../uk-time';
import { LONGEST_LINK_DAYS } from '../file-access/file-access';
import { mayGiveFiles } from '../file-access/file-policy';
import { lockedFiles } from '../file-access/files-standing.server';

const MOST_LINKS = 20;

/** A link for somebody without an account. Its token is told once and only its hash is kept. */
export const makeFileLink = command({
  name: 'knowledge.make-file-link',
  secret: true,
  input: z.strictObject({
    reference: referenceInput,
    purpose: textInput('Say who it is for and why', 500),
    days: z.coerce
      .number({ error: 'Enter a number of days' })
      .int('Enter a whole number of days')
      .min(1, 'A link lasts a day at least')
      .max(LONGEST_LINK_DAYS, `A link lasts ${LONGEST_LINK_DAYS} days at most`),
  }),
  load: async ({ tx, actor, input: { reference } }) => {
    const loaded = await lockedFiles(tx, reference, actor);
    if (!loaded) return null;
    const where = { findingId: loaded.finding.id, revokedAt: null, expiresAt: { gt: actor.asOf } };
    return { ...loaded, links: await tx.fileLink.count({ where }) };
  },
  authorise: (actor, { files }) => mayGiveFiles(actor, files),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input: { purpose, days }, loaded: { finding, links }, actor, now, newId, newReference }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    if (finding.marking !== 'OFFICIAL')
      return refuse('MarkingForbidsLink', 'Only what is marked OFFICIAL can be read by a link.');
    if (links >= MOST_LINKS)
      return refuse('TooManyLinks', `A finding has ${MOST_LINKS} links at most. Revoke one first.`);
    const { token, hash } = newToken();
    const expiresAt = addDays(now, days);
    const id = newId();
    const row = { id, reference: newReference(), findingId: finding.id, tokenHash: hash, purpose, expiresAt };
    const data = { linkId: id, expiresAt: expiresAt.toISOString() };
    return {
      change: { row: { ...row, madeById: actor.id }, token },
      facts: [{ name: 'FileLinkWasMade', noun: 'finding', nounId: finding.id, data }],
    };
  },
  save: async ({ tx, now }, { row, token }) => {
    await tx.fileLink.create({ data: { ...row, madeAt: now } });
    return { token, expiresAt: row.expiresAt };
  },
});
