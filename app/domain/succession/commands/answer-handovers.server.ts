import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { listInput, optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { carryAccepted } from '../carrying/carry-accepted.server';
import { HELD_KIND_NAMES } from '../holding';
import { answersFor, mayAnswer, standsInFor } from '../reorganisation-policy';
import { factsOfAll, lockedReorganisation } from '../reorganisation-rows.server';

const MOST = 500;
/** Thousands of people may go over at once. */
const PATIENCE_MS = 120_000;

/** What the receiving side takes over, or not: one by one, by kind, or all that it was offered. */
export const answerHandovers = command({
  name: 'succession.answer-handovers',
  patience: PATIENCE_MS,
  input: z.strictObject({
    reorganisation: referenceInput,
    answer: z.enum(['accepted', 'declined'], { error: 'Choose an answer' }),
    which: z.enum(['chosen', 'all'], { error: 'Choose which' }).default('chosen'),
    kind: z.enum(['', ...HELD_KIND_NAMES]).default(''),
    handovers: listInput(z.uuid()).pipe(z.array(z.uuid()).max(MOST, `Choose ${MOST} at most`)),
    words: optionalTextInput(1000, 'Words'),
  }),
  load: async ({ tx, actor, input }) => {
    const reorganisation = await lockedReorganisation(tx, input.reorganisation);
    if (!reorganisation) return null;
    const rows = await tx.handover.findMany({
      where: {
        ...{ reorganisationId: reorganisation.id, answer: null },
        toId: { in: answersFor(actor, reorganisation) },
        ...(input.which === 'chosen' ? { id: { in: input.handovers } } : {}),
        ...(input.kind === '' ? {} : { kind: input.kind }),
      },
      select: { id: true, kind: true, item: true, fromId: true, toId: true },
      orderBy: { id: 'asc' },
    });
    const standsIn = standsInFor(actor, reorganisation);
    return { reorganisation, rows, inPlace: rows.some(({ toId }) => standsIn.includes(toId)) };
  },
  authorise: (actor, { reorganisation }) => mayAnswer(actor, reorganisation),
  decide: ({ input, loaded: { reorganisation, rows, inPlace }, actor, now }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (rows.length === 0) return refuse('NothingIsChosen', 'Choose at least one that is not answered yet.');
    if (input.which === 'chosen' && rows.length < new Set(input.handovers).size)
      return refuse('HandoverIsAnswered', 'Somebody else answered some of them meanwhile. Look again.', {
        stale: true,
      });
    if (input.answer === 'declined' && input.words === '')
      return refuseField('ReasonIsMissing', 'words', 'Say why, for whoever has to find another');
    if (inPlace && input.words === '')
      return refuseField('ReasonIsMissing', 'words', 'Say why you accept in the place of the successor');
    const name = input.answer === 'accepted' ? 'HandoversWereAccepted' : 'HandoversWereDeclined';
    return {
      change: {
        ...{ reorganisation, rows, answer: input.answer, words: input.words },
        turn: { day: ukDay(now), now, byId: actor.id },
      },
      facts: factsOfAll(reorganisation, name, { count: rows.length }),
    };
  },
  save: async ({ tx }, { reorganisation, rows, answer, words, turn }) => {
    const { now, byId } = turn;
    const became =
      answer === 'accepted' ? await carryAccepted(tx, reorganisation, rows, turn) : new Map<string, string>();
    const ids = rows.map(({ id }) => id);
    const next = ids.map((id) => became.get(id) ?? null);
    await tx.$executeRaw`
      UPDATE handover h SET answer = ${answer}::"HandoverAnswer", words = ${words}, answered_by_id = ${byId}::uuid,
        answered_at = ${now}, became = a.became
      FROM unnest(${ids}::uuid[], ${next}::text[]) AS a (id, became) WHERE h.id = a.id`;
    return { reference: reorganisation.reference, answered: rows.length, answer };
  },
});
