import { z } from 'zod';
import { isPerson, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import type { Round } from '../elicitation';
import { mayEstimate, maySeeElicitation } from '../elicitation-policy';
import { loadElicitation } from '../elicitation-standing.server';
import { ownEstimates } from '../sealed-estimates.server';

/** What an expert is asked in the round that runs, with what they gave themselves so far. */
export const ownEstimatesPage = query({
  name: 'elicitation.own-estimates',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const elicitation = await loadElicitation(db, input.reference);
    if (!elicitation || !isAllowed(maySeeElicitation(actor, elicitation.standing))) return null;
    const verdict = mayEstimate(actor, elicitation.standing);
    if (!isAllowed(verdict) || !isPerson(actor))
      return { kind: 'denied' as const, why: verdict.kind === 'deny' ? verdict.why : '' };
    const own = await ownEstimates(db, elicitation, actor.id);
    const round: Round = elicitation.standing.stage === 'first' ? 1 : 2;
    const { reference, title, background, quantities, firstClosesAt, secondClosesAt } = elicitation;
    return {
      kind: 'asked' as const,
      ...{ reference, title, background, quantities, round },
      closesAt: round === 1 ? firstClosesAt : secondClosesAt,
      /** What they gave in this round, else where a second estimate starts from. */
      estimates: own[round] ?? own[1] ?? null,
      isIn: own[round] !== undefined,
    };
  },
});
