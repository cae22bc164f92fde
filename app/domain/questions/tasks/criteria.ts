import type { z } from 'zod';
import { optionalTextInput } from '../../form-inputs';
import { MOST_CRITERIA, TOTAL_WEIGHT, totalWeight, type CriterionDraft } from '../criteria';
import { detailFields, detailsFrom, detailValues, hasDetails } from '../method/criterion-fields';
import { methodAnswers, methodFields, methodValues, missingMethod } from '../method/method-fields';
import {
  missingRequirements,
  requirementAnswers,
  requirementFields,
  requirementValues,
} from '../requirements/requirement-fields';
import { task, wholeNumberInput, choiceInput, type DraftRow, type Missing } from './task';

export const CRITERION_ROWS = Array.from({ length: MOST_CRITERIA }, (_, index) => String(index + 1));

export const CRITERIA_LABELS = {
  name: (row: string) => `Name of criterion ${row}`,
  guidance: (row: string) => `What assessors look for in criterion ${row}`,
  weight: (row: string) => `Weight of criterion ${row}`,
  minimum: (row: string) => `Minimum for criterion ${row}, if any`,
  qualityWeight: 'Quality, out of 100',
  wordLimit: 'Most words in a bid',
  bidsAnonymous: 'Names of the bidders',
} as const;

const rowFields = (row: string) => ({
  ...detailFields(row),
  [`name${row}`]: optionalTextInput(120, CRITERIA_LABELS.name(row)),
  [`guidance${row}`]: optionalTextInput(300, CRITERIA_LABELS.guidance(row)),
  [`weight${row}`]: wholeNumberInput(1, 100, CRITERIA_LABELS.weight(row)),
  [`minimum${row}`]: wholeNumberInput(0, 5, CRITERIA_LABELS.minimum(row)),
});

type Field =
  | ReturnType<typeof optionalTextInput>
  | ReturnType<typeof wholeNumberInput>
  | ReturnType<typeof choiceInput>
  | (typeof requirementFields)['eligibleOrganisations'];
type Shape = Record<string, Field> & {
  wordLimit: ReturnType<typeof wholeNumberInput>;
  qualityWeight: ReturnType<typeof wholeNumberInput>;
};

export const HIDDEN_BIDDERS = [
  { value: 'hidden', label: 'The panel does not see who bids until its scores are agreed' },
] as const;

export const HIDDEN_WORDS =
  'Hidden from the panel until its scores are agreed. Interests are declared against one list of all bidders';

const fields = {
  ...Object.assign({}, ...CRITERION_ROWS.map((row) => rowFields(row))),
  wordLimit: wholeNumberInput(100, 50_000, CRITERIA_LABELS.wordLimit),
  qualityWeight: wholeNumberInput(0, 100, CRITERIA_LABELS.qualityWeight),
  ...methodFields,
  ...requirementFields,
  bidsAnonymous: choiceInput(HIDDEN_BIDDERS),
} as Shape;

type Values = z.output<z.ZodObject<Shape>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** The fields of all rows share one type, so that a number is told apart here. */
export const wholeNumber = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** Blank rows are nothing; a row without a weight counts as 0, which is refused with a message. */
export const criteriaFrom = (values: Values): CriterionDraft[] =>
  CRITERION_ROWS.filter((row) => text(values[`name${row}`]) !== '').map((row) => ({
    name: text(values[`name${row}`]),
    guidance: text(values[`guidance${row}`]),
    weight: wholeNumber(values[`weight${row}`]) ?? 0,
    minimum: wholeNumber(values[`minimum${row}`]) ?? null,
    ...detailsFrom(values, row),
  }));

const hasMoreThanAName = (values: Values, row: string): boolean =>
  text(values[`guidance${row}`]) !== '' ||
  wholeNumber(values[`weight${row}`]) !== undefined ||
  wholeNumber(values[`minimum${row}`]) !== undefined ||
  hasDetails(values, row);

/** A row that cannot be kept as it is: a criterion has a name and a weight, or is nothing. */
export function halfCriterion(values: Values): { field: string; message: string } | undefined {
  for (const row of CRITERION_ROWS) {
    const named = text(values[`name${row}`]) !== '';
    if (named && wholeNumber(values[`weight${row}`]) === undefined)
      return { field: `weight${row}`, message: `Give criterion ${row} a weight before you leave this page` };
    if (!named && hasMoreThanAName(values, row))
      return { field: `name${row}`, message: `Give criterion ${row} a name before you leave this page` };
  }
  return undefined;
}

function missing(values: Values, row: DraftRow): Missing {
  const found: Missing = {};
  for (const place of CRITERION_ROWS) {
    const [name, weight] = [text(values[`name${place}`]), wholeNumber(values[`weight${place}`])];
    if (name !== '' && weight === undefined) found[`weight${place}`] = `Enter the weight of “${name}”`;
    if (name === '' && hasMoreThanAName(values, place))
      found[`name${place}`] = `Name criterion ${place}, or leave its whole row empty`;
  }
  const named = criteriaFrom(values);
  const total = totalWeight(named);
  if (Object.keys(found).length === 0 && total !== TOTAL_WEIGHT)
    found.weight1 = `The weights must total exactly 100. They total ${total}`;
  if (values.wordLimit === undefined) found.wordLimit = 'Enter the most words that a bid may have';
  if (values.qualityWeight === undefined) found.qualityWeight = 'Enter the weight of quality against price';
  if (values.bidsAnonymous === 'hidden' && values.interviewMode)
    found.bidsAnonymous = 'Whoever is interviewed is seen, so choose interviews or hidden names';
  return { ...found, ...missingMethod(values, named, row), ...missingRequirements(values) };
}

export const criteria = task<Shape>({
  slug: 'criteria',
  title: 'How bids are scored',
  fields,
  valuesOf: (row: DraftRow) =>
    Object.assign(
      { wordLimit: row.wordLimit, qualityWeight: row.qualityWeight, ...methodValues(row) },
      { bidsAnonymous: row.bidsAnonymous ? 'hidden' : undefined },
      requirementValues(row),
      ...CRITERION_ROWS.map((position) => {
        const found = row.criteria.find((one) => String(one.position) === position);
        return {
          [`name${position}`]: found?.name ?? '',
          [`guidance${position}`]: found?.guidance ?? '',
          [`weight${position}`]: found?.weight,
          [`minimum${position}`]: found?.minimum ?? undefined,
          ...detailValues(position, found),
        };
      }),
    ) as Values,
  missing,
  answers: (row) => [
    ...row.criteria.map((one) => ({
      label: one.name,
      value: `${one.weight}${one.minimum === null ? '' : `, at least ${one.minimum} to go on`}${one.stage === 'interview' ? ', scored at interview' : ''}`,
    })),
    { label: 'Quality against price', value: showSplit(row.qualityWeight) },
    { label: CRITERIA_LABELS.wordLimit, value: row.wordLimit.toLocaleString('en-GB') },
    ...methodAnswers(row),
    ...(row.bidsAnonymous ? [{ label: CRITERIA_LABELS.bidsAnonymous, value: HIDDEN_WORDS }] : []),
    ...requirementAnswers(row),
  ],
});

export const showSplit = (qualityWeight: number): string =>
  qualityWeight === 100 ? 'Quality alone; price is not scored' : `${qualityWeight} to ${100 - qualityWeight}`;
