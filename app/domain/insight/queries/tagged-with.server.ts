import { z } from 'zod';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { aboutTerm } from '../about-term.server';
import { countExpertsOn } from '../experts-on.server';
import { loadItemsAbout } from '../items-about.server';
import { mayRaiseQuestions, maySeeGaps } from '../map/map-policy';

/** What is tagged with a term, as far as the actor may see. */
export const taggedWith = query({
  name: 'insight.taggedWith',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => actor,
  read: async ({ db, scope, input }) => {
    const term = await db.term.findUnique({ where: { reference: input.reference }, select: { id: true } });
    if (!term) return null;
    const items = await loadItemsAbout(db, scope, aboutTerm(term.id));
    const may = { seeGaps: maySeeGaps(scope), raiseQuestions: mayRaiseQuestions(scope) };
    return { items, experts: await countExpertsOn(db, scope, { id: term.id, until: null }), may };
  },
});
