import { z } from 'zod';
import { command } from '../../command.server';
import { listInput } from '../../form-inputs';
import { refuseField } from '../../refusal';
import { referenceInput } from '../../reference-input';
import { businessTerms, taggedThing, type BusinessScheme } from '../business/tagged-business.server';
import { maySetCountries } from '../places/place-policy';
import { placedNoun } from '../places/placed-thing.server';

const slugs = listInput(z.string().max(100));
const FIELDS: Record<'stages' | 'positions', BusinessScheme> = {
  stages: 'businessModelStage',
  positions: 'chainPosition',
};

/** Which stages of the criminal business a question or finding is about, and whose place in the chain. */
export const setBusinessModel = command({
  name: 'understanding.setBusinessModel',
  input: z.strictObject({ noun: placedNoun, reference: referenceInput, stages: slugs, positions: slugs }),
  load: async ({ tx, actor, input }) => {
    const thing = await taggedThing(tx, actor, input);
    return thing && { thing, known: await businessTerms(tx) };
  },
  authorise: (actor, { thing }) => maySetCountries(actor, thing),
  decide: ({ input, loaded: { thing, known } }) => {
    const termIds: string[] = [];
    for (const field of ['stages', 'positions'] as const)
      for (const slug of input[field]) {
        const term = known.find((one) => one.scheme === FIELDS[field] && one.slug === slug);
        if (!term)
          return refuseField('TermIsUnknown', field, 'One of these is no longer in use. Choose again');
        termIds.push(term.id);
      }
    const before = thing.terms.map(({ id }) => id);
    const { noun } = input;
    return {
      change: { noun, thing, before, termIds: [...new Set(termIds)] },
      facts: [{ name: 'BusinessModelWasSet', noun, nounId: thing.id, data: { termIds } }],
    };
  },
  save: async ({ tx }, { noun, thing, before, termIds }) => {
    const added = termIds.filter((id) => !before.includes(id));
    const removed = before.filter((id) => !termIds.includes(id));
    if (noun === 'question') {
      await tx.questionTerm.deleteMany({ where: { questionId: thing.id, termId: { in: removed } } });
      await tx.questionTerm.createMany({ data: added.map((termId) => ({ questionId: thing.id, termId })) });
    } else {
      await tx.findingTerm.deleteMany({ where: { findingId: thing.id, termId: { in: removed } } });
      await tx.findingTerm.createMany({ data: added.map((termId) => ({ findingId: thing.id, termId })) });
    }
    return { reference: thing.reference };
  },
});
