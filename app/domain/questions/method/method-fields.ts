import type { CriterionDraft } from '../criteria';
import {
  choiceInput,
  messages,
  wholeNumberInput,
  type Answer,
  type DraftRow,
  type Missing,
} from '../tasks/task';
import {
  AWARD_FORMULAS,
  FORMULA_NAMES,
  isTieBreak,
  needsThreshold,
  showInterviews,
  showLowPrice,
  showReplies,
  showTieBreak,
  TIE_BREAK_NAMES,
  TIE_BREAKS,
  type AwardFormula,
  type AwardMethod,
  type InterviewMode,
} from './award-method';

export const FORMULA_CHOICES = AWARD_FORMULAS.map((value) => ({ value, label: FORMULA_NAMES[value] }));
export const TIE_BREAK_CHOICES = TIE_BREAKS.map((value) => ({ value, label: TIE_BREAK_NAMES[value] }));
export const INTERVIEW_CHOICES: { value: InterviewMode; label: string }[] = [
  { value: 'criteria', label: 'Yes, scored on the criteria marked “at interview”' },
  { value: 'adjustment', label: 'Yes, adding or taking points of quality' },
];

export const METHOD_LABELS = {
  awardFormula: 'How quality and price make the order of bids',
  qualityThreshold: 'Quality that a bid must reach to be ranked, out of 100',
  tieBreak1: 'Between level bids, what decides first',
  tieBreak2: 'What decides next',
  tieBreak3: 'What decides after that',
  lowPricePercent: 'Ask about a price this far below the mean of the others, in per cent',
  lowCostPercent: 'Ask about a price that covers less of its full economic cost than this, in per cent',
  interviewMode: 'Are the best bidders interviewed?',
  interviewPlaces: 'How many bids are invited',
  interviewFrom: 'Quality that a bid must reach to be invited, out of 100',
  interviewPoints: 'Most points that an interview may add or take',
  replyWorkingDays: 'Working days in which bidders may reply to the panel’s reasons',
  replyWords: 'Most words in such a reply',
} as const;

export const methodFields = {
  awardFormula: choiceInput(FORMULA_CHOICES),
  qualityThreshold: wholeNumberInput(1, 100, METHOD_LABELS.qualityThreshold),
  tieBreak1: choiceInput(TIE_BREAK_CHOICES),
  tieBreak2: choiceInput(TIE_BREAK_CHOICES),
  tieBreak3: choiceInput(TIE_BREAK_CHOICES),
  lowPricePercent: wholeNumberInput(1, 99, METHOD_LABELS.lowPricePercent),
  lowCostPercent: wholeNumberInput(1, 100, METHOD_LABELS.lowCostPercent),
  interviewMode: choiceInput(INTERVIEW_CHOICES),
  interviewPlaces: wholeNumberInput(1, 50, METHOD_LABELS.interviewPlaces),
  interviewFrom: wholeNumberInput(1, 100, METHOD_LABELS.interviewFrom),
  interviewPoints: wholeNumberInput(1, 50, METHOD_LABELS.interviewPoints),
  replyWorkingDays: wholeNumberInput(1, 20, METHOD_LABELS.replyWorkingDays),
  replyWords: wholeNumberInput(50, 2000, METHOD_LABELS.replyWords),
};

type Raw = Record<string, unknown>;
const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const formulaIn = (value: unknown): AwardFormula =>
  AWARD_FORMULAS.find((formula) => formula === value) ?? 'weighted';

/** The method as the form says it, half answers too: a draft loses nothing that was typed. */
export function methodFrom(values: Raw, route: { priceScored: boolean }): AwardMethod {
  const mode = INTERVIEW_CHOICES.find(({ value }) => value === values.interviewMode)?.value ?? null;
  const order = [values.tieBreak1, values.tieBreak2, values.tieBreak3];
  const ifPriced = (value: unknown) => (route.priceScored ? numberIn(value) : null);
  return {
    awardFormula: route.priceScored ? formulaIn(values.awardFormula) : 'weighted',
    qualityThreshold: numberIn(values.qualityThreshold),
    tieBreak: order.filter((one): one is string => typeof one === 'string').filter(isTieBreak),
    lowPricePercent: ifPriced(values.lowPricePercent),
    lowCostPercent: ifPriced(values.lowCostPercent),
    interviewMode: mode,
    interviewPlaces: numberIn(values.interviewPlaces),
    interviewFrom: numberIn(values.interviewFrom),
    interviewPoints: numberIn(values.interviewPoints),
    replyWorkingDays: numberIn(values.replyWorkingDays),
    replyWords: numberIn(values.replyWords),
  };
}

export const methodValues = (row: DraftRow): Raw => ({
  awardFormula: row.awardFormula === 'weighted' ? undefined : row.awardFormula,
  qualityThreshold: row.qualityThreshold ?? undefined,
  tieBreak1: row.tieBreak[0],
  tieBreak2: row.tieBreak[1],
  tieBreak3: row.tieBreak[2],
  lowPricePercent: row.lowPricePercent ?? undefined,
  lowCostPercent: row.lowCostPercent ?? undefined,
  interviewMode: row.interviewMode ?? undefined,
  interviewPlaces: row.interviewPlaces ?? undefined,
  interviewFrom: row.interviewFrom ?? undefined,
  interviewPoints: row.interviewPoints ?? undefined,
  replyWorkingDays: row.replyWorkingDays ?? undefined,
  replyWords: row.replyWords ?? undefined,
});

/** What a whole method still needs, by field. */
export function missingMethod(values: Raw, criteria: CriterionDraft[], row: DraftRow): Missing {
  const formula = formulaIn(values.awardFormula);
  const order = [values.tieBreak1, values.tieBreak2, values.tieBreak3].filter(Boolean);
  const { interviewMode: mode } = values;
  const atInterview = criteria.filter(({ stage }) => stage === 'interview').length;
  return messages({
    qualityThreshold:
      row.route.priceScored &&
      needsThreshold(formula) &&
      values.qualityThreshold === undefined &&
      'Enter the quality that a bid must reach',
    awardFormula:
      row.route.priceScored &&
      formula === 'highestQuality' &&
      row.budgetMaximum === null &&
      'Give the most that can be spent, on the page about procurement, to choose the highest quality within it',
    tieBreak2: new Set(order).size < order.length && 'Choose each way to decide between level bids once',
    interviewMode:
      atInterview > 0 && mode !== 'criteria'
        ? 'A criterion is scored at interview, so interviews have to be scored on criteria'
        : mode === 'criteria' &&
          (atInterview === 0 || atInterview === criteria.length) &&
          'Mark at least one criterion as scored at interview, and leave at least one for the written bid',
    interviewPlaces:
      Boolean(mode) && values.interviewPlaces === undefined && 'Enter how many bids are invited',
    interviewPoints: mode === 'adjustment' && values.interviewPoints === undefined && 'Enter the most points',
    replyWorkingDays:
      values.replyWords !== undefined &&
      values.replyWorkingDays === undefined &&
      'Enter in how many working days bidders may reply, or leave the most words empty too',
    replyWords:
      values.replyWorkingDays !== undefined &&
      values.replyWords === undefined &&
      'Enter the most words of a reply, or leave the working days empty too',
  });
}

/** For check-answers and the published version. */
export const methodAnswers = (row: DraftRow): Answer[] =>
  [
    row.route.priceScored && { label: METHOD_LABELS.awardFormula, value: FORMULA_NAMES[row.awardFormula] },
    row.qualityThreshold !== null && {
      label: METHOD_LABELS.qualityThreshold,
      value: String(row.qualityThreshold),
    },
    { label: 'Between level bids', value: showTieBreak(row.tieBreak) },
    { label: 'Abnormally low prices', value: showLowPrice(row) ?? '' },
    { label: 'Interviews', value: showInterviews(row) ?? '' },
    { label: 'Right of reply', value: showReplies(row) ?? '' },
  ].filter((answer): answer is Answer => answer !== false && answer.value !== '');
