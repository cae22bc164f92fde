import { z } from 'zod';
import { optionalDayInput, optionalTextInput } from '../../form-inputs';
import { showClockTime, showInstant, ukDay, ukInstant } from '../../uk-time';
import { messages, task, wholeNumberInput, type DraftRow } from './task';

export const DEFAULT_CLOSING_TIME = '17:00';

const timeInput = () =>
  z
    .string()
    .optional()
    .refine(
      (value) => value === undefined || /^([01]?\d|2[0-3])[:.][0-5]\d$/.test(value),
      'Enter a time like 17:00',
    );

export const DATES_LABELS = {
  closesOn: 'Closing day',
  closesTime: 'Closing time, UK',
  expressionsOn: 'Last day for expressions of interest',
  expressionsTime: 'Time on that day, UK',
  expressionWords: 'Most words of an approach',
  expressionCriteria: 'By what you choose whom to invite',
} as const;

const fields = {
  closesOn: optionalDayInput(),
  closesTime: timeInput(),
  expressionsOn: optionalDayInput(DATES_LABELS.expressionsOn),
  expressionsTime: timeInput(),
  expressionWords: wholeNumberInput(50, 2000, DATES_LABELS.expressionWords),
  expressionCriteria: optionalTextInput(2000, DATES_LABELS.expressionCriteria),
};

/** The closing instant; null for an hour that does not exist or exists twice. */
export function closingInstant(day: Date, time: string): Date | null {
  const [hour = 17, minute = 0] = time.split(/[:.]/).map(Number);
  if (minute > 59) return null;
  return ukInstant(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate(), hour, minute);
}

export const closingValues = (row: Pick<DraftRow, 'closesAt'>) => ({
  closesOn: row.closesAt ? ukDay(row.closesAt) : undefined,
  closesTime: row.closesAt ? showClockTime(row.closesAt) : DEFAULT_CLOSING_TIME,
});

export const dates = task({
  slug: 'dates',
  title: 'Dates',
  fields,
  valuesOf: (row) => ({ ...closingValues(row), ...expressionValues(row) }),
  missing: (values) =>
    messages({
      closesOn: !values.closesOn && 'Enter the closing day',
      expressionWords:
        values.expressionsOn && values.expressionWords === undefined && 'Enter the most words of an approach',
      expressionCriteria:
        values.expressionsOn && values.expressionCriteria === '' && 'Say by what you choose whom to invite',
    }),
  answers: (row) => [
    { label: 'Closes', value: row.closesAt ? showInstant(row.closesAt) : '' },
    ...expressionAnswers(row),
  ],
});

type Expressions = Pick<DraftRow, 'expressionsCloseAt' | 'expressionWords' | 'expressionCriteria'>;

function expressionValues({ expressionsCloseAt, expressionWords, expressionCriteria }: Expressions) {
  return {
    expressionsOn: expressionsCloseAt ? ukDay(expressionsCloseAt) : undefined,
    expressionsTime: expressionsCloseAt ? showClockTime(expressionsCloseAt) : undefined,
    expressionWords: expressionWords ?? undefined,
    expressionCriteria,
  };
}

/** Nothing where no first stage is asked for. */
export const expressionAnswers = ({
  expressionsCloseAt,
  expressionWords,
  expressionCriteria,
}: Expressions) =>
  expressionsCloseAt === null
    ? []
    : [
        { label: 'Expressions of interest close', value: showInstant(expressionsCloseAt) },
        { label: DATES_LABELS.expressionWords, value: String(expressionWords ?? '') },
        { label: DATES_LABELS.expressionCriteria, value: expressionCriteria },
      ];
