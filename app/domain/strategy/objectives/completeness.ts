/** What an objective needs before anybody can say whether it was met. */
export const OBJECTIVE_NEEDS = ['owner', 'measure', 'cost', 'date', 'evidence'] as const;
export type ObjectiveNeed = (typeof OBJECTIVE_NEEDS)[number];

export const NEED_NAMES: Record<ObjectiveNeed, string> = {
  owner: 'Owner',
  measure: 'Measure',
  cost: 'Cost',
  date: 'Date',
  evidence: 'Evidence',
};

export interface ObjectiveSaid {
  owner: string | null;
  measure: string;
  costPounds: number | null;
  dueOn: Date | string | null;
  /** Findings that say something for or against it. */
  findings: number;
}

/** Each need, there or not. A cost of nothing is a cost. */
export const checklistOf = (said: ObjectiveSaid): Record<ObjectiveNeed, boolean> => ({
  owner: said.owner !== null && said.owner.trim() !== '',
  measure: said.measure.trim() !== '',
  cost: said.costPounds !== null,
  date: said.dueOn !== null,
  evidence: said.findings > 0,
});

export const missingOf = (said: ObjectiveSaid): ObjectiveNeed[] => {
  const checklist = checklistOf(said);
  return OBJECTIVE_NEEDS.filter((need) => !checklist[need]);
};

/** Years after which evidence no longer counts as recent. */
export const RECENT_YEARS = 3;

export const isRecent = (latestYear: number | null, today: Date): boolean =>
  latestYear !== null && latestYear >= today.getUTCFullYear() - RECENT_YEARS;
