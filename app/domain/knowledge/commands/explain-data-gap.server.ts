import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { idOf, loadLinked, mayLinkData } from '../datasets/linking.server';

/** Says why a question about missing data is closed without data. */
export const explainDataGap = command({
  name: 'knowledge.explain-data-gap',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say why there are no data', 2000) }),
  load: ({ tx, input }) => loadLinked(tx, { noun: 'question', reference: input.reference }),
  authorise: mayLinkData,
  subject: (linked) => ({ noun: 'question', nounId: idOf(linked) }),
  decide: ({ input, loaded }) => ({
    change: { questionId: idOf(loaded), ...input },
    facts: [{ name: 'DataGapWasExplained', noun: 'question', nounId: idOf(loaded) }],
  }),
  save: async ({ tx, actor, now }, { questionId, reference, reason }) => {
    const stated = { reason, statedById: actor.kind === 'person' ? actor.id : '', statedAt: now };
    await tx.dataGapReason.upsert({
      where: { questionId },
      create: { questionId, ...stated },
      update: stated,
    });
    return { reference };
  },
});
