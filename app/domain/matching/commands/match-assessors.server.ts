import { z } from 'zod';
import { openedSummaries } from '../../bids/sealing/opened-summaries.server';
import { command } from '../../command.server';
import { evaluatorsOf } from '../../evaluation/competition';
import { mayAssign } from '../../evaluation/assessors/assigning-policy';
import { lockedCompetition } from '../../evaluation/load-competition.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { matchedExpertise } from '../experts/matched-expertise.server';

/** Compares the works of assessors with the summaries of bids, for those who have not said how well they know a field. */
export const matchAssessors = command({
  name: 'matching.matchAssessors',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    return competition && { competition };
  },
  authorise: (actor, { competition }) => mayAssign(actor, competition),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded: { competition } }) => {
    const { id: questionId, reference, openedAt, title } = competition.question;
    if (!competition.assigning || !openedAt)
      return refuse(
        'NothingIsAssigned',
        'Works are compared with bids once these are open and to be assigned.',
      );
    const people = evaluatorsOf(competition).map(({ person }) => person.id);
    return {
      change: { questionId, reference, title, people },
      facts: [{ name: 'AssessorsWereMatched', noun: 'question', nounId: questionId }],
    };
  },
  save: async ({ tx, now }, { questionId, reference, title, people }) => {
    const bids = await openedSummaries(tx, questionId);
    const texts = bids.map(({ id, summary }) => ({ id, title, body: summary }));
    const matched = await matchedExpertise(tx, texts, people);
    await tx.matchedExpertise.deleteMany({ where: { bid: { questionId } } });
    await tx.matchedExpertise.createMany({
      data: [...matched].map(([key, score]) => {
        const [bidId = '', personId = ''] = key.split(' ');
        return { bidId, personId, score: Math.min(1, score), matchedAt: now };
      }),
    });
    return { reference };
  },
});
