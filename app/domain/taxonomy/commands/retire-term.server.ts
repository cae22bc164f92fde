import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { lockedTerm } from '../loaded-term.server';
import { retireTermInput } from '../term-form';
import { mayEditTerms } from '../term-policy';

/** No new tags with this term; what is tagged stays tagged and the page stays citable. */
export const retireTerm = command({
  name: 'taxonomy.retireTerm',
  input: retireTermInput,
  load: ({ tx, input }) => lockedTerm(tx, input.reference),
  authorise: (actor) => mayEditTerms(actor),
  subject: (term) => ({ noun: 'term', nounId: term.id }),
  decide: ({ input, loaded: term, now }) => {
    if (term.retiredAt) return refuse('TermIsRetired', 'This term was retired already.');
    if (term.revision !== input.revision)
      return refuse('TermWasChanged', 'Somebody else changed this term meanwhile. Look at it again first.', {
        stale: true,
      });
    return {
      change: { term, retiredAt: now, retiredReason: input.reason },
      facts: [{ name: 'TermWasRetired', noun: 'term', nounId: term.id }],
    };
  },
  save: async ({ tx }, { term, ...retired }) => {
    await tx.term.update({ where: { id: term.id }, data: { ...retired, revision: { increment: 1 } } });
    return { reference: term.reference };
  },
});
