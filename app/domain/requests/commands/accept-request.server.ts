import { z } from 'zod';
import { command, type Saving } from '../../command.server';
import { optionalDayInput, optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { isRefusal, refuse } from '../../refusal';
import { whatAccepting } from '../accepting.server';
import { lockedRequest } from '../loaded-request.server';
import { endedMeanwhile, saveStep, step, type Step } from '../request-event.server';
import { mayAnswer } from '../request-policy';

interface Change {
  step: Step;
  carryOut: (saving: Saving) => Promise<void>;
}

/** Says yes and carries out what was asked, in one transaction, by the operation that does it otherwise too. */
export const acceptRequest = command({
  name: 'requests.accept-request',
  input: z.strictObject({
    reference: referenceInput,
    text: optionalTextInput(1000, 'What you write'),
    until: optionalDayInput('the last day of the access'),
  }),
  load: async ({ tx, actor, input }) => {
    const request = await lockedRequest(tx, actor, input.reference);
    return request && { ...request, part: await whatAccepting(tx, actor, request, input) };
  },
  authorise: (actor, { standing, part }) => {
    const verdict = mayAnswer(actor, standing);
    return verdict.kind === 'allow' && part ? part.verdict : verdict;
  },
  subject: ({ row }) => ({ noun: 'request', nounId: row.id }),
  decide: ({ input: { text }, loaded, actor, now, newId, newReference }) => {
    const ended = endedMeanwhile(loaded, now);
    if (ended) return ended;
    if (!loaded.part) return refuse('TopicIsGone', 'What this is about is no longer there. Decline it.');
    const carried = loaded.part.decide({ actor, now, newId, newReference });
    if (isRefusal(carried)) return carried;
    const { change, facts } = step(loaded, { kind: 'accepted', text, actor, newId });
    const all: Change = { step: change, carryOut: carried.change };
    return { change: all, facts: [...facts, ...carried.facts] };
  },
  save: async (saving, change) => {
    await change.carryOut(saving);
    return saveStep(saving, change.step);
  },
});
