import { z } from 'zod';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, type Refusal } from '../../refusal';
import { CONFIDENCES, type Judgement } from './appraisal';
import { itemsOf, onlyOf, unanswered, type Answers, type SchemeName } from './scheme';

/** The name of an item's field. */
export const answerField = (key: string): string => `answer-${key}`;

/** Which items there are depends on the scheme, so they arrive as they come and are read below. */
export const judgementInput = z
  .object({
    reference: referenceInput,
    confidence: z.string().max(20).default(''),
    rationale: optionalTextInput(3000, 'Why'),
  })
  .catchall(z.unknown());
export type JudgementInput = z.output<typeof judgementInput>;

/** A whole judgement, or what is missing in it, beside every field at once. */
export function readJudgement(scheme: SchemeName, input: JudgementInput): Judgement | Refusal {
  const answers: Answers = Object.fromEntries(
    itemsOf(scheme).map(({ key }) => {
      const given = input[answerField(key)];
      return [key, typeof given === 'string' ? given : ''];
    }),
  );
  const confidence = CONFIDENCES.find((word) => word === input.confidence);
  const missing = Object.fromEntries([
    ...unanswered(scheme, answers).map((key) => [answerField(key), 'Choose an answer']),
    ...(confidence ? [] : [['confidence', 'Choose how confident you are']]),
    ...(input.rationale === '' ? [['rationale', 'Say in a few sentences why']] : []),
  ]) as Record<string, string>;
  if (!confidence || Object.keys(missing).length > 0)
    return refuse('JudgementIsNotWhole', 'Some answers are missing.', { fields: missing });
  return { answers: onlyOf(scheme, answers), confidence, rationale: input.rationale };
}
