import { z } from 'zod';
import { listInput, optionalTextInput } from '../../form-inputs';
import { ORGANISATION_KIND_NAMES, ORGANISATION_KINDS } from '../../people/organisations/organisation';
import type { Answer, DraftRow, Missing } from '../tasks/task';
import { MOST_CONDITIONS, MOST_ESSENTIALS, ofKind, type RequirementDraft } from './requirement';

const rows = (most: number): string[] => Array.from({ length: most }, (_, index) => String(index + 1));

export const ESSENTIAL_ROWS = rows(MOST_ESSENTIALS);
export const CONDITION_ROWS = rows(MOST_CONDITIONS);

export const REQUIREMENT_LABELS = {
  essential: (row: string) => `Essential requirement ${row}`,
  evidence: (row: string) => `Evidence asked for requirement ${row}`,
  condition: (row: string) => `Condition ${row} for whoever bids`,
  eligibleOrganisations: 'Kinds of organisation that may bid',
} as const;

export const KIND_CHOICES = ORGANISATION_KIND_NAMES.map((value) => ({
  value,
  label: ORGANISATION_KINDS[value],
}));

/** Who may bid, and what every bid must show. All of it may be left empty. */
export const requirementFields = {
  eligibleOrganisations: listInput(z.enum(ORGANISATION_KIND_NAMES, { error: 'Choose from the list' })),
  ...Object.fromEntries(
    CONDITION_ROWS.map((row) => [
      `condition${row}`,
      optionalTextInput(300, REQUIREMENT_LABELS.condition(row)),
    ]),
  ),
  ...Object.fromEntries(
    ESSENTIAL_ROWS.flatMap((row) => [
      [`essential${row}`, optionalTextInput(300, REQUIREMENT_LABELS.essential(row))],
      [`evidence${row}`, optionalTextInput(300, REQUIREMENT_LABELS.evidence(row))],
    ]),
  ),
};

type Raw = Record<string, unknown>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What stands in the rows; those left empty are nothing, and the rest move up. */
export function requirementsFrom(values: Raw): RequirementDraft[] {
  const conditions = CONDITION_ROWS.map((row) => text(values[`condition${row}`])).filter(Boolean);
  const essentials = ESSENTIAL_ROWS.filter((row) => text(values[`essential${row}`]) !== '');
  return [
    ...conditions.map((condition, index) => ({
      kind: 'eligibility' as const,
      position: index + 1,
      text: condition,
      evidence: '',
    })),
    ...essentials.map((row, index) => ({
      kind: 'essential' as const,
      position: index + 1,
      text: text(values[`essential${row}`]),
      evidence: text(values[`evidence${row}`]),
    })),
  ];
}

export const organisationsFrom = (values: Raw): string[] =>
  Array.isArray(values['eligibleOrganisations']) ? values['eligibleOrganisations'].map(String) : [];

/** A requirement says what it asks for and by what evidence, or is nothing. */
export function halfRequirement(values: Raw): { field: string; message: string } | undefined {
  for (const row of ESSENTIAL_ROWS) {
    const [asked, evidence] = [text(values[`essential${row}`]), text(values[`evidence${row}`])];
    if (asked !== '' && evidence === '')
      return { field: `evidence${row}`, message: `Say what evidence shows essential requirement ${row}` };
    if (asked === '' && evidence !== '')
      return {
        field: `essential${row}`,
        message: `Write essential requirement ${row}, or clear its evidence`,
      };
  }
  return undefined;
}

export function missingRequirements(values: Raw): Missing {
  const half = halfRequirement(values);
  return half ? { [half.field]: half.message } : {};
}

type Held = Pick<DraftRow, 'eligibleOrganisations' | 'requirements'>;

export function requirementValues({ eligibleOrganisations, requirements }: Held): Raw {
  const conditions = ofKind(requirements, 'eligibility');
  const essentials = ofKind(requirements, 'essential');
  return {
    eligibleOrganisations,
    ...Object.fromEntries(
      CONDITION_ROWS.map((row, index) => [`condition${row}`, conditions[index]?.text ?? '']),
    ),
    ...Object.fromEntries(
      ESSENTIAL_ROWS.flatMap((row, index) => [
        [`essential${row}`, essentials[index]?.text ?? ''],
        [`evidence${row}`, essentials[index]?.evidence ?? ''],
      ]),
    ),
  };
}

export const showOrganisations = (kinds: readonly string[]): string =>
  KIND_CHOICES.filter(({ value }) => kinds.includes(value))
    .map(({ label }) => label)
    .join(', ');

/** As they are read back; nothing where nothing is asked. */
export function requirementAnswers({ eligibleOrganisations, requirements }: Held): Answer[] {
  const kinds = showOrganisations(eligibleOrganisations);
  return [
    ...(kinds ? [{ label: REQUIREMENT_LABELS.eligibleOrganisations, value: kinds }] : []),
    ...ofKind(requirements, 'eligibility').map(({ position, text: value }) => ({
      label: REQUIREMENT_LABELS.condition(String(position)),
      value,
    })),
    ...ofKind(requirements, 'essential').map(({ position, text: asked, evidence }) => ({
      label: REQUIREMENT_LABELS.essential(String(position)),
      value: `${asked}\nEvidence: ${evidence}`,
    })),
  ];
}
