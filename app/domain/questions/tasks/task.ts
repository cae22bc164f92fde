import { z } from 'zod';
import type { CriterionDraft } from '../criteria';
import type { AwardMethod } from '../method/award-method';
import type { LotDraft, LotLimits } from '../lots/lot';
import type { RequirementDraft } from '../requirements/requirement';

/** Settings of a route that decide what is asked of a draft. */
export interface RouteSettings {
  slug: string;
  name: string;
  takesBids: boolean;
  takesAdvice: boolean;
  biddingWorkingDays: number;
  priceScored: boolean;
  severalAwards: boolean;
  lightCriteria: boolean;
}

export type Scheme =
  'threatArea' | 'enabler' | 'strand' | 'level' | 'questionType' | 'businessModelStage' | 'chainPosition';

/** A draft as its tasks read it; a row of the database fits. */
export interface DraftRow extends Omit<AwardMethod, 'tieBreak'>, LotLimits {
  tieBreak: string[];
  title: string;
  summary: string;
  decision: string;
  decisionDate: Date | null;
  neededBy: Date | null;
  questionsAsked: string;
  background: string;
  outputs: string;
  illicitFinanceRelevant: boolean | null;
  illicitFinanceReason: string;
  ethics: unknown;
  dataProtection: unknown;
  contractTerms: unknown;
  procurement: unknown;
  marking: 'OFFICIAL' | 'OFFICIAL_SENSITIVE';
  budgetMinimum: number | null;
  budgetMaximum: number | null;
  awardsAvailable: number;
  signOffRequired: boolean;
  bidsAnonymous: boolean;
  qualityWeight: number;
  wordLimit: number;
  closesAt: Date | null;
  route: RouteSettings;
  terms: { term: { scheme: string; slug: string; name: string } }[];
  priorities: { priority: { reference: string; name: string } }[];
  criteria: (CriterionDraft & { position: number })[];
  expressionsCloseAt: Date | null;
  expressionWords: number | null;
  expressionCriteria: string;
  eligibleOrganisations: string[];
  requirements: RequirementDraft[];
  /** Whether it is bid for in lots; null where that was not said. */
  divided: boolean | null;
  undividedReason: string;
  lots: LotDraft[];
  /** From which value, with VAT, procurement law applies to this buyer in full; in pence. */
  threshold: number | null;
  seniorResponsibleOwner: { reference: string; name: string } | null;
  budgetHolder: { reference: string; name: string } | null;
}

/** What still has to be said, by field. */
export type Missing = Record<string, string>;

export interface Answer {
  label: string;
  value: string;
}

/** One page of the task list. `fields` accepts half an answer; `missing` says what a whole one needs. */
export interface Task<Shape extends z.ZodRawShape = z.ZodRawShape> {
  slug: string;
  title: string;
  fields: Shape;
  valuesOf: (row: DraftRow) => z.output<z.ZodObject<Shape>>;
  missing: (values: z.output<z.ZodObject<Shape>>, row: DraftRow) => Missing;
  /** For check-answers and for showing what somebody else saved. */
  answers: (row: DraftRow) => Answer[];
}

export const task = <Shape extends z.ZodRawShape>(parts: Task<Shape>): Task<Shape> => parts;

/** Making a schema takes longer than reading with it. */
const schemas = new WeakMap<z.ZodRawShape, z.ZodObject>();

function schemaOf<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  const schema = (schemas.get(shape) as z.ZodObject<Shape> | undefined) ?? z.object(shape);
  schemas.set(shape, schema);
  return schema;
}

/** A part of a draft that is kept as JSON, read with its own fields; what cannot be read counts as not answered. */
export function readStored<Shape extends z.ZodRawShape>(
  shape: Shape,
  stored: unknown,
): z.output<z.ZodObject<Shape>> {
  const schema = schemaOf(shape);
  const read = schema.safeParse(stored ?? {});
  return read.success ? read.data : schema.parse({});
}

export const termsOf = (row: DraftRow, scheme: Scheme): string[] =>
  row.terms.filter(({ term }) => term.scheme === scheme).map(({ term }) => term.slug);

export const termNames = (row: DraftRow, scheme: Scheme): string =>
  row.terms
    .filter(({ term }) => term.scheme === scheme)
    .map(({ term }) => term.name)
    .join(', ');

/** Keeps the entries whose value is a message. */
export const messages = (candidates: Record<string, string | false | undefined>): Missing =>
  Object.fromEntries(
    Object.entries(candidates).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** One of a list of choices, or nothing yet. */
export const choiceInput = (choices: readonly Choice[]) =>
  z
    .string()
    .optional()
    .refine(
      (value) => value === undefined || choices.some((choice) => choice.value === value),
      'Choose one of the answers',
    );

export const labelOf = (choices: readonly Choice[], value: string | undefined): string =>
  choices.find((choice) => choice.value === value)?.label ?? '';

/** A whole number from a text field, or nothing yet. */
export const wholeNumberInput = (least: number, most: number, called: string) => {
  const whole = `Enter a whole number for “${called}”`;
  const within = `Enter a number from ${least} to ${most.toLocaleString('en-GB')} for “${called}”`;
  return z.coerce.number(whole).int(whole).min(least, within).max(most, within).optional();
};

export const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;
