import { z } from 'zod';
import { command } from '../../command.server';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { keepVotes } from '../votes/vote-record.server';
import { votingOn } from '../votes/voting-on.server';
import { ALLOTMENT, mayVote, periodOf } from '../votes/votes';

const wrong = `Choose how many, from none to ${ALLOTMENT}`;

/** Gives a finding so many of one's votes under a priority, in place of those it had; none takes them back. */
export const giveVotes = command({
  name: 'ratings.give-votes',
  input: z.strictObject({
    priority: referenceInput,
    finding: referenceInput,
    votes: z.coerce.number({ error: wrong }).int(wrong).min(0, wrong).max(ALLOTMENT, wrong),
  }),
  load: ({ tx, actor, input }) => votingOn(tx, actor, input, findingsVisibleSql(actor)),
  authorise: (actor, loaded, { votes }) =>
    mayVote(actor, votes === 0 && loaded.own > 0 ? { ...loaded, stands: true, interested: false } : loaded),
  subject: ({ findingId }) => ({ noun: 'finding', nounId: findingId }),
  decide: ({ input: { votes }, loaded, actor, now, newId }) => {
    const left = ALLOTMENT - loaded.spent;
    if (votes - loaded.own > left)
      return refuseField(
        'VotesAreSpent',
        'votes',
        `You have ${left} of your ${ALLOTMENT} votes left for this list. Take some back first`,
      );
    const { findingId, priorityId, prioritySetId, priority } = loaded;
    const personId = actor.kind === 'person' ? actor.id : '';
    const of = { personId, priorityId, prioritySetId, findingId, period: periodOf(now) };
    return {
      change: { id: newId(), of, votes, priority: priority.reference },
      facts: [{ name: 'VotesWereGiven', noun: 'finding', nounId: findingId, data: { priorityId, votes } }],
    };
  },
  save: async ({ tx, now }, { id, of, votes, priority }) => {
    await keepVotes(tx, { id, of, votes, now });
    return { priority, votes };
  },
  rules: {
    finding_vote_person_id_priority_id_finding_id_period_key: refuse(
      'VotesWereGivenAtOnce',
      'You voted for it in another window. Look at what stands now.',
      { stale: true },
    ),
  },
});
