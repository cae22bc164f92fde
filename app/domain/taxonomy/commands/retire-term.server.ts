import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { lockedTerm } from '../loaded-term.server';
import { retireTermInput } from '../term-form';
import { mayEditTerms } from '../term-policy';

/** No new tags with this term; what is tagged stays tagged and the page stays citable. */
export const retireTerm = command({
  name: 'taxonomy.retireTerm',
  input: retireTermInput,
  load: async ({ tx, input }) => {
    const term = await lockedTerm(tx, input.reference);
    const slug = input.successor;
    const successor =
      term && slug !== ''
        ? await tx.term.findFirst({
            where: { scheme: term.scheme, slug, retiredAt: null, mergedIntoId: null, id: { not: term.id } },
          })
        : null;
    return term && { term, successorId: successor?.id ?? null };
  },
  authorise: (actor) => mayEditTerms(actor),
  subject: ({ term }) => ({ noun: 'term', nounId: term.id }),
  decide: ({ input, loaded: { term, successorId }, now }) => {
    if (term.retiredAt) return refuse('TermIsRetired', 'This term was retired already.');
    if (term.revision !== input.revision)
      return refuse('TermWasChanged', 'Somebody else changed this term meanwhile. Look at it again first.', {
        stale: true,
      });
    if (input.successor !== '' && !successorId)
      return refuseField('SuccessorIsUnknown', 'successor', 'Choose a term of the same kind that is in use');
    return {
      change: { term, retiredAt: now, retiredReason: input.reason, successorId },
      facts: [{ name: 'TermWasRetired', noun: 'term' as const, nounId: term.id, data: { successorId } }],
    };
  },
  save: async ({ tx }, { term, ...retired }) => {
    await tx.term.update({ where: { id: term.id }, data: { ...retired, revision: { increment: 1 } } });
    return { reference: term.reference };
  },
});
