import { z } from 'zod';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { referenceInput } from '../../reference-input';
import { lockedTerm } from '../loaded-term.server';
import { mayEditTerms } from '../term-policy';

/** Undoes a retirement. */
export const bringBackTerm = command({
  name: 'taxonomy.bringBackTerm',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedTerm(tx, input.reference),
  authorise: (actor) => mayEditTerms(actor),
  subject: (term) => ({ noun: 'term', nounId: term.id }),
  decide: ({ loaded: term }) =>
    term.retiredAt
      ? { change: term, facts: [{ name: 'TermWasBroughtBack', noun: 'term', nounId: term.id }] }
      : refuse('TermIsInUse', 'This term is not retired.'),
  save: async ({ tx }, term) => {
    const data = { retiredAt: null, retiredReason: null, successorId: null, revision: { increment: 1 } };
    await tx.term.update({ where: { id: term.id }, data });
    return { reference: term.reference };
  },
});
