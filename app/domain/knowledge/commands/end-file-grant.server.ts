import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { mayKeepFiles } from '../file-access/file-policy';
import { lockedFiles } from '../file-access/files-standing.server';

/** Ends the access of one person before its day. */
export const endFileGrant = command({
  name: 'knowledge.end-file-grant',
  input: z.strictObject({ reference: referenceInput, grant: z.uuid() }),
  load: async ({ tx, actor, input: { reference, grant } }) => {
    const loaded = await lockedFiles(tx, reference, actor);
    const row = await tx.fileGrant.findFirst({
      where: { id: grant, endedAt: null, finding: { reference } },
    });
    return loaded && row && { ...loaded, row };
  },
  authorise: (actor, { files }) => mayKeepFiles(actor, files),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ loaded: { finding, row }, actor }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    const data = { grantId: row.id, personId: row.personId };
    return {
      change: { id: row.id, endedById: actor.id, reference: finding.reference },
      facts: [{ name: 'FileGrantWasEnded', noun: 'finding', nounId: finding.id, data }],
    };
  },
  save: async ({ tx, now }, { id, endedById, reference }) => {
    await tx.fileGrant.update({ where: { id }, data: { endedAt: now, endedById } });
    return { reference };
  },
});
