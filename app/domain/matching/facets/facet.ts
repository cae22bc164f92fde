import { STUDY_TYPES, type StudyType } from '../../knowledge/finding';
import { ORGANISATION_KINDS, type OrganisationKind } from '../../people/organisations/organisation';
import { stateLabel, type QuestionState } from '../../questions/question';
import { typed, type FieldName, type Noun } from '../language/fields';

/** Fields of the search language whose values are offered, in this order, with what heads them. */
export const FACETS = {
  threat: 'Threat area',
  priority: 'Priority',
  strand: 'Strand',
  type: 'Type of study',
  confidence: 'Confidence',
  state: 'State of the question',
  route: 'Route',
  year: 'Year',
  released: 'Released to the public',
  origin: 'Where the finding came from',
  discipline: 'Discipline of the expert',
  kind: 'Kind of organisation',
} as const satisfies Partial<Record<FieldName, string>>;

export type FacetField = keyof typeof FACETS;
export const facetFields = Object.keys(FACETS) as FacetField[];

/** How many of what is found of one noun have one value. */
export interface ValueCount {
  noun: Noun;
  field: FacetField;
  /** As it is stored, or a name. */
  value: string;
  label: string | null;
  number: number;
}

export interface FacetValue {
  /** What stands after the colon, without quotation marks. */
  value: string;
  label: string;
  number: number;
}

export interface Facet {
  field: FacetField;
  title: string;
  values: FacetValue[];
}

/** Values that are offered of one field. */
const MOST_VALUES = 8;

const ORIGINS: Record<string, string> = { questions: 'Answers to questions', shared: 'Shared research' };
const CONFIDENCES: Record<string, string> = {
  none: 'Not yet appraised',
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
};
const YES_NO: Record<string, string> = { yes: 'Yes', no: 'No' };

function labelOf({ field, value, label }: ValueCount): string {
  if (label !== null) return label;
  if (field === 'type') return STUDY_TYPES[value as StudyType];
  if (field === 'state') return stateLabel(value as QuestionState);
  if (field === 'kind') return ORGANISATION_KINDS[value as OrganisationKind];
  return { ...ORIGINS, ...CONFIDENCES, ...YES_NO }[value] ?? value;
}

/** A question whose clarifications are closed is open too, as the language has it. */
const asOpenToo = (counts: readonly ValueCount[]): ValueCount[] =>
  counts.flatMap((count) =>
    count.field === 'state' && count.value === 'clarificationsClosed'
      ? [count, { ...count, value: 'open' }]
      : [count],
  );

/**
 * What is offered of what is found: the commonest values of each field, years with the latest first.
 */
export function facetsOf(counts: readonly ValueCount[]): Facet[] {
  const all = asOpenToo(counts);
  return facetFields.flatMap((field) => {
    const values = new Map<string, FacetValue>();
    for (const count of all.filter((one) => one.field === field)) {
      const value = typed(count.value);
      const number = (values.get(value)?.number ?? 0) + count.number;
      values.set(value, { value, label: labelOf(count), number });
    }
    if (values.size === 0) return [];
    return [
      { field, title: FACETS[field], values: inOrder(field, [...values.values()]).slice(0, MOST_VALUES) },
    ];
  });
}

const inOrder = (field: FacetField, values: FacetValue[]): FacetValue[] =>
  values.sort(
    field === 'year'
      ? (a, b) => b.value.localeCompare(a.value)
      : (a, b) => b.number - a.number || a.label.localeCompare(b.label),
  );
