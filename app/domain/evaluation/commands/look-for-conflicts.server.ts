import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { maySeeConflicts } from '../interests/conflicts/conflict-policy';
import { ownOpenConflicts } from '../interests/conflicts/load-conflict.server';
import { suspectConflicts } from '../interests/conflicts/suspect.server';
import { lockedCompetition } from '../load-competition.server';

/** By hand what follows by itself from opening, appointing and changed registers. */
export const lookForConflicts = command({
  name: 'evaluation.lookForConflicts',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, actor, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    return competition && { competition, own: await ownOpenConflicts(tx, actor, competition.question.id) };
  },
  authorise: (actor, { competition, own }) => maySeeConflicts(actor, competition, own),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded: { competition } }) => {
    const { id, reference, openedAt, decidedAt, withdrawnAt } = competition.question;
    if (!openedAt)
      return refuse('BidsAreSealed', 'Conflicts are looked for once bids are opened. Nobody knows them yet.');
    if (decidedAt || withdrawnAt)
      return refuse('QuestionIsOver', 'This question is over, so nothing is looked for any more.');
    return {
      change: { id, reference },
      facts: [{ name: 'ConflictsWereLookedFor', noun: 'question', nounId: id }],
    };
  },
  save: async (saving, { id, reference }) => ({ reference, count: await suspectConflicts(saving, id) }),
});
