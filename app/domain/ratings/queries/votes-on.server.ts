import { z } from 'zod';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { votingOn } from '../votes/voting-on.server';
import { mayVote } from '../votes/votes';

/** One finding under one priority, for whoever gives it votes, with the verdict on that. */
export const votesOn = query({
  name: 'ratings.votes-on',
  input: z.strictObject({ priority: referenceInput, finding: referenceInput }),
  visibleTo: (actor) => findingsVisibleSql(actor),
  read: async ({ db, actor, scope, input }) => {
    const voting = await votingOn(db, actor, input, scope);
    return voting && { ...voting, verdict: mayVote(actor, voting) };
  },
});
