import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { timesAsked as countAsked } from '../inviting/asked.server';
import { NOT_ASKED, type Asked } from '../inviting/asking-limit';
import { mayRun, type QuestionForPolicy } from '../question-policy';
import { questionForPolicy } from '../question-stage.server';

/** How often experts were asked lately, for whoever is about to ask them. */
export const timesAsked = query({
  name: 'questions.times-asked',
  input: z.strictObject({ reference: referenceInput, people: z.array(referenceInput).max(60) }),
  visibleTo: (actor) => (question: QuestionForPolicy) => isAllowed(mayRun(actor, question)),
  read: async ({ db, scope, input, now }): Promise<Record<string, Asked> | null> => {
    const question = await questionForPolicy(db, input.reference);
    if (!question || !scope(question)) return null;
    const people = await db.person.findMany({
      where: { reference: { in: input.people } },
      select: { id: true, reference: true },
    });
    const asked = await countAsked(
      db,
      people.map(({ id }) => id),
      now,
    );
    return Object.fromEntries(people.map(({ id, reference }) => [reference, asked.get(id) ?? NOT_ASKED]));
  },
});
