export type RequirementKind = 'eligibility' | 'essential';

/** What must hold of whoever bids (eligibility) or of every bid (essential). */
export interface RequirementDraft {
  kind: RequirementKind;
  position: number;
  text: string;
  /** What evidence is asked for; of essential requirements alone. */
  evidence: string;
}

export const MOST_ESSENTIALS = 12;
export const MOST_CONDITIONS = 6;

export const ofKind = <Row extends { kind: RequirementKind; position: number }>(
  rows: readonly Row[],
  kind: RequirementKind,
): Row[] => rows.filter((row) => row.kind === kind).sort((a, b) => a.position - b.position);

/** Whether anybody has to say that they may bid before they can start. */
export const asksEligibility = (question: {
  eligibleOrganisations: readonly string[];
  requirements: readonly { kind: RequirementKind }[];
}): boolean =>
  question.eligibleOrganisations.length > 0 ||
  question.requirements.some(({ kind }) => kind === 'eligibility');
