import { z } from 'zod';
import { isMember } from '../../../actor';
import { query } from '../../../query.server';
import { referenceInput } from '../../../reference-input';
import { bidInCompetition } from '../../assessment/load-bid.server';
import { evaluatorsOf } from '../../competition';
import { competitionById } from '../../load-competition.server';
import { headingOf, isSeen, judged } from '../../seen-competition.server';
import { mayAssign } from '../assigning-policy';
import { loadAssigning } from '../load-assigning.server';
import { pairKey, problemOf } from '../proposal';

/** One bid's assessors, best first, with what was settled by hand. */
export const placePage = query({
  name: 'evaluation.placesOfBid',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const known = await bidInCompetition(db, input.reference, competitionById);
    const seen = known && judged(known, mayAssign(actor, known.competition));
    if (!isSeen(seen)) return seen;
    const { competition, bid } = seen;
    if (!competition.assigning) return null;
    const { state } = await loadAssigning(db, competition, competition.assigning);
    const { problem, expertise } = problemOf(state, false);
    const at = state.bidIds.indexOf(bid.id);
    const people = evaluatorsOf(competition).map(({ person }) => {
      const who = state.assessors.findIndex(({ id }) => id === person.id);
      const key = pairKey(bid.id, person.id);
      return {
        reference: person.reference,
        name: person.name,
        similarity: problem.similarity[at]?.[who] ?? null,
        expertise: expertise[at]?.[who] ?? 0,
        stated: state.stated.get(key) ?? null,
        placed: state.placed.has(key),
        rule: state.pinned.has(key)
          ? ('pin' as const)
          : state.barred.has(key)
            ? ('bar' as const)
            : ('free' as const),
      };
    });
    return {
      ...headingOf(competition),
      bid: { reference: bid.reference, bidder: bid.bidder },
      people: people
        .sort((a, b) => (b.similarity ?? -1) - (a.similarity ?? -1) || (a.name < b.name ? -1 : 1))
        .map((one) => ({
          ...one,
          similarity: one.similarity?.toFixed(2) ?? null,
          expertise: one.expertise.toFixed(2),
        })),
    };
  },
});
