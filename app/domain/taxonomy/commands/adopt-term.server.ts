import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { ukDay } from '../../uk-time';
import { lockedProposal } from '../loaded-proposal.server';
import { mayEditTerms } from '../term-policy';
import { slugFromName } from '../wording';

const TAKEN = refuse('TermExists', 'There is a term of this name by now. Decline it, and say so.');

/** A proposed word becomes a term; its definition is written on its page. */
export const adoptTerm = command({
  name: 'taxonomy.adoptTerm',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const proposal = await lockedProposal(tx, input.reference);
    if (!proposal) return null;
    const { scheme, name } = proposal;
    const where = { scheme_slug: { scheme, slug: slugFromName(name) } };
    return {
      proposal,
      known: await tx.term.findUnique({ where, select: { id: true } }),
      count: await tx.term.count({ where: { scheme } }),
    };
  },
  authorise: (actor) => mayEditTerms(actor),
  subject: ({ proposal }) => ({ noun: 'termProposal', nounId: proposal.id }),
  decide: ({ loaded: { proposal, known, count }, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (proposal.decidedAt) return refuse('ProposalIsDecided', 'Somebody has decided about it already.');
    if (known) return TAKEN;
    const { id, scheme, name } = proposal;
    const words = { name, definition: '', aliases: [], source: '' };
    const term = {
      ...{ id: newId(), reference: newReference(), scheme, slug: slugFromName(name), ...words },
      ...{ position: count + 1, createdAt: now },
    };
    const version = {
      ...{ id: newId(), number: 1, ...words, standing: 'current' as const },
      ...{
        changeNote: 'Proposed by a member',
        holdsFrom: ukDay(now),
        recordedAt: now,
        recordedById: actor.id,
      },
    };
    return {
      change: { id, term, version, by: actor.id },
      facts: [
        { name: 'TermWasAdded', noun: 'term', nounId: term.id, data: { scheme } },
        { name: 'TermProposalWasAdopted', noun: 'termProposal', nounId: id, data: { scheme } },
      ],
    };
  },
  save: async ({ tx, now }, { id, term, version, by }) => {
    await tx.term.create({ data: { ...term, versions: { create: version } } });
    await tx.termProposal.update({
      where: { id },
      data: { decidedAt: now, decidedById: by, termId: term.id },
    });
    return { reference: term.reference };
  },
  rules: { term_scheme_slug_key: TAKEN },
});
