import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { markingRefusal } from '../../questions/marking';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { annexFact } from '../annexes/annex-fact';
import { mayWriteAnnex } from '../annexes/annex-policy';
import { encryptAnnex, wordsOf } from '../annexes/annex-secret.server';
import { ANNEX_NOUNS, lockedAnnex } from '../annexes/annex-standing.server';

/** Writes the restricted annex of a finding or a question, or writes it anew. */
export const writeAnnex = command({
  name: 'knowledge.write-annex',
  secret: true,
  input: z.strictObject({
    noun: z.enum(ANNEX_NOUNS),
    reference: referenceInput,
    text: textInput('Enter the text of the annex', 20_000),
    marking: z.enum(['OFFICIAL', 'OFFICIAL_SENSITIVE'], { error: 'Choose a marking' }),
    announced: z.enum(['yes', 'no'], { error: 'Choose what others see' }),
    revision: z.coerce.number().int().min(0),
  }),
  load: ({ tx, actor, input: { noun, reference } }) => lockedAnnex(tx, actor, noun, reference),
  authorise: (actor, { standing }) => mayWriteAnnex(actor, standing),
  subject: ({ noun, id }) => ({ noun, nounId: id }),
  decide: ({ input: { text, marking, announced, revision }, loaded, actor, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const wrong = markingRefusal(marking);
    if (wrong) return refuseField('MarkingIsNotHeld', 'marking', wrong);
    if (revision !== (loaded.row?.revision ?? 0))
      return refuse('AnnexHasChanged', 'Somebody else changed this annex meanwhile. Open it again.', {
        stale: true,
      });
    const id = loaded.row?.id ?? newId();
    const words = wordsOf(text);
    const row = {
      ...encryptAnnex(id, text),
      marking,
      announced: announced === 'yes',
      words,
      writtenById: actor.id,
    };
    const beside = loaded.noun === 'finding' ? { findingId: loaded.id } : { questionId: loaded.id };
    const data = { annexId: id, revision: revision + 1, announced: row.announced, marking };
    return {
      change: {
        id,
        row,
        first: { reference: newReference(), ...beside },
        noun: loaded.noun,
        of: loaded.reference,
      },
      facts: [annexFact('AnnexWasWritten', loaded, data)],
    };
  },
  save: async ({ tx, now }, { id, row, first, noun, of }) => {
    const data = { ...row, writtenAt: now };
    await tx.annex.upsert({
      where: { id },
      create: { id, ...first, ...data },
      update: { ...data, revision: { increment: 1 } },
    });
    return { noun, reference: of };
  },
});
