import { z } from 'zod';
import type { Actor } from '../../actor';
import { command, type Saving, type Situation } from '../../command.server';
import type { FactData, FactDraft } from '../../fact';
import { optionalDayInput, optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField, type Refusal } from '../../refusal';
import type { Db } from '~/platform/db.server';
import type { AwardRecord } from '../load-award.server';
import { mayAct, partsOf } from './part';
import { recordStep } from './record-step.server';
import { stepName } from './step-names';
import type { Step, Steps, Subject } from './step';

/** A thing of delivery that goes through states. */
export interface Stepping {
  id: string;
  reference: string;
  state: string;
  award: AwardRecord;
  /** Told with every step of it. */
  amount?: number;
  signatoryId?: string | null;
}

export interface StepInput {
  reference: string;
  step: string;
  words: string;
  on?: Date | undefined;
}

interface Parts<Thing extends Stepping> {
  name: string;
  subject: Subject;
  /** Every step there is; where who takes them differs from thing to thing, `stepsOf` says for whom. */
  steps: Steps;
  stepsOf?: (thing: Thing) => Steps;
  /** With the award’s question held. */
  load: (tx: Db, reference: string) => Promise<Thing | null>;
  /** What else stands in the way of a step. */
  refusal?: (thing: Thing, input: StepInput, about: { actor: Actor; now: Date }) => Refusal | null;
  data?: (thing: Thing) => FactData;
  facts?: (thing: Thing, step: string) => FactDraft[];
  /** What a step does besides its new state. */
  alsoSave?: (saving: Saving, thing: Thing, input: StepInput) => Promise<void>;
  save: (tx: Db, thing: Thing, state: string, input: StepInput) => Promise<unknown>;
  rules?: Record<string, Refusal>;
}

/** The command for all steps of one kind of thing: who may take which is said by its table of steps alone. */
export function stepCommand<Thing extends Stepping>(parts: Parts<Thing>) {
  const { steps, subject } = parts;
  return command({
    name: parts.name,
    input: z.strictObject({
      reference: referenceInput,
      step: z.string('Choose what you do').refine((key) => Object.hasOwn(steps, key), 'Choose what you do'),
      words: optionalTextInput(5000),
      on: optionalDayInput(),
    }),
    load: ({ tx, input }) => parts.load(tx, input.reference),
    authorise: (actor, thing, { step }) => {
      const { award, signatoryId } = thing;
      const by = (parts.stepsOf?.(thing) ?? steps)[step]?.by ?? [];
      return mayAct(actor, award, partsOf(actor, award, signatoryId ?? null), by);
    },
    subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
    decide: (situation) => {
      const { input, loaded: thing } = situation;
      const step = steps[input.step];
      const stopped = step ? stopping(step, situation) : null;
      if (!step || stopped) return stopped ?? refuse('StepIsUnknown', 'Choose what you do');
      const refused = parts.refusal?.(thing, input, situation);
      if (refused) return refused;
      const data = {
        questionId: thing.award.question.id,
        bidId: thing.award.bidId,
        subjectId: thing.id,
        reference: thing.reference,
        ...(thing.amount === undefined ? {} : { amount: thing.amount }),
        ...parts.data?.(thing),
      };
      const own: FactDraft = { name: step.fact, noun: 'award', nounId: thing.award.id, data };
      return { change: { thing, input, step }, facts: [own, ...(parts.facts?.(thing, input.step) ?? [])] };
    },
    save: async (saving, { thing, input, step }) => {
      await parts.save(saving.tx, thing, step.to, input);
      await recordStep(saving, subject, thing, input.step, input.words);
      await parts.alsoSave?.(saving, thing, input);
      return { reference: thing.reference, says: stepName(subject, input.step) };
    },
    rules: {
      StepIsNotNext: refuse('StepIsNotNext', 'This has moved on since you looked at it.', { stale: true }),
      ...parts.rules,
    },
  });
}

function stopping(step: Step, { input, loaded }: Situation<StepInput, Stepping>): Refusal | null {
  if (!step.from.includes(loaded.state))
    return refuse('StepIsNotNext', 'This has moved on since you looked at it.', { stale: true });
  if (step.words?.needed && input.words === '')
    return refuseField('WordsAreMissing', 'words', `Enter: ${step.words.label.toLowerCase()}`);
  if (step.day && !input.on) return refuseField('DayIsMissing', 'on', 'Enter the day');
  return null;
}
