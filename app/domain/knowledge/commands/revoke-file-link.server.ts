import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { mayKeepFiles } from '../file-access/file-policy';
import { lockedFiles } from '../file-access/files-standing.server';

/** Ends a link at once, whoever holds it. */
export const revokeFileLink = command({
  name: 'knowledge.revoke-file-link',
  input: z.strictObject({ reference: referenceInput, link: referenceInput }),
  load: async ({ tx, actor, input: { reference, link } }) => {
    const loaded = await lockedFiles(tx, reference, actor);
    const row = await tx.fileLink.findFirst({
      where: { reference: link, revokedAt: null, finding: { reference } },
      select: { id: true },
    });
    return loaded && row && { ...loaded, row };
  },
  authorise: (actor, { files }) => mayKeepFiles(actor, files),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ loaded: { finding, row }, actor }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    const data = { linkId: row.id };
    return {
      change: { id: row.id, revokedById: actor.id, reference: finding.reference },
      facts: [{ name: 'FileLinkWasRevoked', noun: 'finding', nounId: finding.id, data }],
    };
  },
  save: async ({ tx, now }, { id, revokedById, reference }) => {
    await tx.fileLink.update({ where: { id }, data: { revokedAt: now, revokedById } });
    return { reference };
  },
});
