import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { proposeTermInput } from '../term-form';
import { mayProposeTerms } from '../term-policy';
import { slugFromName } from '../wording';

const PROPOSED = 'Somebody has proposed this word already. A coordinator decides about it.';

/** Somebody misses a word to tag with. */
export const proposeTerm = command({
  name: 'taxonomy.proposeTerm',
  input: proposeTermInput,
  load: async ({ tx, input }) => {
    const where = { scheme_slug: { scheme: input.scheme, slug: slugFromName(input.name) } };
    return { known: await tx.term.findUnique({ where, select: { id: true, retiredAt: true } }) };
  },
  authorise: (actor) => mayProposeTerms(actor),
  decide: ({ input, loaded: { known }, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (slugFromName(input.name) === '')
      return refuseField('NameHasNoLetters', 'name', 'Enter a name with letters in it');
    if (known)
      return refuseField(
        'TermExists',
        'name',
        known.retiredAt
          ? 'This term was retired. Its page says why.'
          : 'There is a term of this name already.',
      );
    const row = { id: newId(), reference: newReference(), ...input, proposedById: actor.id, proposedAt: now };
    const data = { scheme: input.scheme };
    return {
      change: row,
      facts: [{ name: 'TermWasProposed', noun: 'termProposal' as const, nounId: row.id, data }],
    };
  },
  save: async ({ tx }, row) => {
    await tx.termProposal.create({ data: row });
    return { reference: row.reference };
  },
  rules: { term_proposal_once: refuse('TermIsProposed', PROPOSED, { fields: { name: PROPOSED } }) },
});
