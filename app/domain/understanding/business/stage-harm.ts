import { z } from 'zod';
import { dayInput, optionalTextInput, textInput } from '../../form-inputs';
import { refuseField, type Refusal } from '../../refusal';

/** How much harm a stage of the criminal business does within a threat area, as a source judges it. */
export const HARM_SCORES: Record<string, string> = {
  '1': '1, little',
  '2': '2, some',
  '3': '3, considerable',
  '4': '4, serious',
  '5': '5, severe',
};

const choose = (what: string) => z.string({ error: what }).min(1, what).max(100);

export const stageHarmFields = {
  area: choose('Choose the threat area'),
  stage: choose('Choose the stage'),
  score: z.coerce
    .number({ error: 'Choose a score from 1 to 5' })
    .int('Choose a score from 1 to 5')
    .min(1, 'Choose a score from 1 to 5')
    .max(5, 'Choose a score from 1 to 5'),
  source: textInput('Enter the source: no score is kept without one', 1000, 'Source'),
  sourceDate: dayInput('Enter the date of the source'),
  note: optionalTextInput(1000, 'Note'),
};

/** A source of tomorrow is none. */
export const wrongInStageHarm = ({ sourceDate }: { sourceDate: Date }, today: Date): Refusal | null =>
  sourceDate > today ? refuseField('DayIsToCome', 'sourceDate', 'That day is still to come') : null;
