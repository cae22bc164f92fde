import type { Db } from '~/platform/db.server';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { loadFinding } from '../../knowledge/finding-standing.server';
import { questionForPolicy } from '../../questions/question-stage.server';
import { isRefusal } from '../../refusal';
import { mayOpenElicitation } from '../elicitation-policy';
import { openingInput, readClosings, readQuantities } from '../opening-form';
import { newEstimateKey } from '../sealed-estimates.server';
import { factOf } from '../elicitation-fact';

async function loadSubject(tx: Db, input: { question: string; finding: string }) {
  const question = input.question ? await questionForPolicy(tx, input.question) : null;
  const finding = input.finding && !input.question ? await loadFinding(tx, input.finding) : null;
  return question || finding ? { question, finding } : null;
}

/** Asks experts to estimate, in two rounds with a closing each; whom, is said next. */
export const openElicitation = command({
  name: 'elicitation.open-elicitation',
  input: openingInput,
  load: ({ tx, input }) => loadSubject(tx, input),
  authorise: (actor, { question, finding }) =>
    mayOpenElicitation(actor, { question, finding: finding?.standing ?? null }),
  subject: ({ question, finding }) =>
    question ? { noun: 'question', nounId: question.id } : { noun: 'finding', nounId: finding?.id ?? '' },
  decide: ({ input, loaded: { question, finding }, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const quantities = readQuantities(input);
    if (isRefusal(quantities)) return quantities;
    const closings = readClosings(input, now);
    if (isRefusal(closings)) return closings;
    const id = newId();
    const row = {
      ...{ id, reference: newReference(), openedById: actor.id, openedAt: now, ...closings },
      ...{ questionId: question?.id ?? null, findingId: finding?.id ?? null },
      ...{ title: input.title, background: input.background },
    };
    return {
      change: { row, quantities },
      facts: [factOf('ElicitationWasOpened', row, { quantities: quantities.length })],
    };
  },
  save: async ({ tx }, { row, quantities }) => {
    await tx.elicitation.create({ data: { ...row, ...newEstimateKey(row.id) } });
    await tx.elicitedQuantity.createMany({
      data: quantities.map((quantity) => ({ elicitationId: row.id, ...quantity })),
    });
    return { reference: row.reference };
  },
});
