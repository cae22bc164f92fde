/** The steps from a finding to an outcome, in their order. */
export const UPTAKE_KINDS = ['recommendation', 'decision', 'action', 'outcome'] as const;
export type UptakeKind = (typeof UPTAKE_KINDS)[number];

export const DECISIONS = ['accepted', 'partly', 'rejected'] as const;
export type DecisionTaken = (typeof DECISIONS)[number];

export const DECISION_WORDS: Record<DecisionTaken, string> = {
  accepted: 'Accepted',
  partly: 'Accepted in part',
  rejected: 'Rejected',
};

interface Words {
  name: string;
  many: string;
  /** What its text says, as the label of its field. */
  asks: string;
  hint: string;
  when: string;
  record: string;
}

export const UPTAKE_WORDS: Record<UptakeKind, Words> = {
  recommendation: {
    ...{ name: 'Recommendation', many: 'Recommended', asks: 'What is recommended because of the finding' },
    hint: 'What somebody should do, in a sentence or two, without operational detail.',
    ...{ when: 'When it was recommended', record: 'Record a recommendation' },
  },
  decision: {
    ...{ name: 'Decision', many: 'Decided', asks: 'What was decided about it' },
    hint: 'A decision against it is a decision too.',
    ...{ when: 'When it was decided', record: 'Record a decision' },
  },
  action: {
    ...{ name: 'Action', many: 'Acted on', asks: 'What was done' },
    hint: 'What was begun or carried out because of the decision, without operational detail.',
    ...{ when: 'When it was begun', record: 'Record an action' },
  },
  outcome: {
    ...{ name: 'Outcome', many: 'With an outcome', asks: 'What came of it' },
    hint: 'What is different since, or that nothing is.',
    ...{ when: 'When that was established', record: 'Record an outcome' },
  },
};

export const kindAfter = (kind: UptakeKind): UptakeKind | null =>
  UPTAKE_KINDS[UPTAKE_KINDS.indexOf(kind) + 1] ?? null;

/** What may follow a step; nothing follows an outcome, or what was rejected. */
export const nextStep = (step: { kind: UptakeKind; taken: DecisionTaken | null }): UptakeKind | null =>
  step.taken === 'rejected' ? null : kindAfter(step.kind);

export interface StepInOrder {
  reference: string;
  follows: string | null;
}

/** Steps as a tree laid out in lines: each under what it follows, with how deep it stands. */
export function inOrder<Step extends StepInOrder>(steps: readonly Step[]): (Step & { depth: number })[] {
  const under = (follows: string | null, depth: number): (Step & { depth: number })[] =>
    depth >= UPTAKE_KINDS.length
      ? []
      : steps
          .filter((step) => step.follows === follows)
          .flatMap((step) => [{ ...step, depth }, ...under(step.reference, depth + 1)]);
  return under(null, 0);
}
