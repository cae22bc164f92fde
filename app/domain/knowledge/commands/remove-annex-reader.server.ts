import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { annexFact } from '../annexes/annex-fact';
import { mayKeepAnnex } from '../annexes/annex-policy';
import { ANNEX_NOUNS, lockedAnnex } from '../annexes/annex-standing.server';

/** Takes a person or a team off the list of those who read an annex. */
export const removeAnnexReader = command({
  name: 'knowledge.remove-annex-reader',
  input: z.strictObject({ noun: z.enum(ANNEX_NOUNS), reference: referenceInput, reader: z.uuid() }),
  load: async ({ tx, actor, input: { noun, reference, reader } }) => {
    const annex = await lockedAnnex(tx, actor, noun, reference);
    const listed = annex?.row?.readers.find(({ id }) => id === reader);
    return annex && listed ? { ...annex, listed } : null;
  },
  authorise: (actor, { standing }) => mayKeepAnnex(actor, standing),
  subject: ({ noun, id }) => ({ noun, nounId: id }),
  decide: ({ loaded }) => {
    const { listed, noun, reference, row } = loaded;
    const data = { annexId: row?.id ?? '', readerId: listed.id };
    return {
      change: { id: listed.id, noun, reference },
      facts: [annexFact('AnnexReaderWasRemoved', loaded, data)],
    };
  },
  save: async ({ tx, now }, { id, noun, reference }) => {
    await tx.annexReader.update({ where: { id }, data: { removedAt: now } });
    return { noun, reference };
  },
});
