import { optionalDayInput, optionalTextInput } from '../../form-inputs';
import { showDate } from '../../uk-time';
import { messages, task, type DraftRow } from './task';

export const NEED_LABELS = {
  title: 'The question, in one sentence',
  summary: 'Why it is asked',
  decision: 'What will be decided with the answer',
  decisionDate: 'When that is decided',
  neededBy: 'When the answer is needed',
} as const;

const fields = {
  title: optionalTextInput(160, NEED_LABELS.title),
  summary: optionalTextInput(1200, NEED_LABELS.summary),
  decision: optionalTextInput(600, NEED_LABELS.decision),
  decisionDate: optionalDayInput(NEED_LABELS.decisionDate),
  neededBy: optionalDayInput(NEED_LABELS.neededBy),
};

export const need = task({
  slug: 'need',
  title: 'Need and decision date',
  fields,
  valuesOf: (row: DraftRow) => ({
    title: row.title,
    summary: row.summary,
    decision: row.decision,
    decisionDate: row.decisionDate ?? undefined,
    neededBy: row.neededBy ?? undefined,
  }),
  missing: (values) =>
    messages({
      title: values.title === '' && 'Enter the question',
      summary: values.summary === '' && 'Say why you ask',
      decision: values.decision === '' && 'Say what will be decided with the answer',
      decisionDate: !values.decisionDate && 'Enter when that is decided',
      neededBy: !values.neededBy
        ? 'Enter when you need the answer'
        : values.decisionDate &&
          values.neededBy > values.decisionDate &&
          'The answer must be there before the decision',
    }),
  answers: (row) => [
    { label: NEED_LABELS.title, value: row.title },
    { label: NEED_LABELS.summary, value: row.summary },
    { label: NEED_LABELS.decision, value: row.decision },
    { label: NEED_LABELS.decisionDate, value: row.decisionDate ? showDate(row.decisionDate) : '' },
    { label: NEED_LABELS.neededBy, value: row.neededBy ? showDate(row.neededBy) : '' },
  ],
});
