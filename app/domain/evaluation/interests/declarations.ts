import {
  livePanel,
  stageOf,
  type Capacity,
  type Competition,
  type DeclarationStage,
  type Declared,
  type KnownPerson,
} from '../competition';

/** How a refusal begins that a declaration would lift: the page that shows it leads to the form. */
export const DECLARE_FIRST = 'Declare your interests first.';

export interface Influential {
  person: KnownPerson;
  capacities: Capacity[];
}

/** Who declares because they step in, and is waited for only once they have. */
const STEPPING_IN: Capacity[] = ['coordinator', 'approver'];

/** Everybody who can influence the outcome: named on the question, on its panel, or who declared as they stepped in. */
export function influential(competition: Competition): Influential[] {
  const found = new Map<string, Influential>();
  const add = (person: KnownPerson, capacity: Capacity) => {
    const known = found.get(person.id) ?? { person, capacities: [] };
    if (!known.capacities.includes(capacity)) known.capacities.push(capacity);
    found.set(person.id, known);
  };
  for (const { person, capacity } of competition.named) add(person, capacity);
  for (const { person, role } of livePanel(competition)) add(person, role);
  for (const { person, capacity } of competition.declarations)
    if (STEPPING_IN.includes(capacity as Capacity)) add(person, capacity as Capacity);
  return [...found.values()];
}

/** The stage at which a declaration is due now; null once the question is decided or withdrawn. */
export function declarationStage(competition: Competition): DeclarationStage | null {
  switch (stageOf(competition)) {
    case 'withdrawn':
    case 'decided':
      return null;
    case 'beforeOpening':
      return 'publication';
    case 'declaring':
    case 'scoring':
      return 'opening';
    case 'interviewing':
    case 'ranking':
    case 'recommended':
      return 'award';
  }
}

export const declarationOf = (
  competition: Competition,
  personId: string,
  stage: DeclarationStage,
): Declared | undefined =>
  competition.declarations.find((one) => one.person.id === personId && one.stage === stage);

export type Standing = 'missing' | 'undecided' | 'clear' | 'conflicted';

/** Where a person stands at one stage. A confirmed conflict about single bids leaves the rest clear. */
export function standingOf(competition: Competition, personId: string, stage: DeclarationStage): Standing {
  const declared = declarationOf(competition, personId, stage);
  if (!declared) return 'missing';
  if (!declared.hasInterest) return 'clear';
  if (declared.confirmed === null) return 'undecided';
  return declared.confirmed && competition.question.route.conflictScope === 'competition'
    ? 'conflicted'
    : 'clear';
}

/** Those who still have to declare at a stage, or whose declared interest is not decided yet; behind a wall nobody can. */
export const awaitedAt = (competition: Competition, stage: DeclarationStage): Influential[] =>
  influential(competition).filter(({ person, capacities }) => {
    if (competition.walled?.includes(person.id)) return false;
    const standing = standingOf(competition, person.id, stage);
    if (standing === 'missing') return capacities.some((capacity) => !STEPPING_IN.includes(capacity));
    return standing === 'undecided';
  });

/** Why evaluation cannot start yet, in words; empty when it can. */
export function whatStartWaitsFor(competition: Competition): string[] {
  const panel = livePanel(competition);
  const evaluators = panel.filter(({ role }) => role === 'evaluator').length;
  const fewest = competition.question.route.minimumEvaluators;
  const waits: string[] = [];
  if (evaluators < fewest)
    waits.push(`The panel has ${evaluators} of at least ${fewest} evaluator${fewest === 1 ? '' : 's'}.`);
  if (!panel.some(({ role }) => role === 'moderator')) waits.push('The panel has no moderator.');
  for (const { person } of panel) {
    const standing = standingOf(competition, person.id, 'opening');
    if (standing === 'missing') waits.push(`${person.name} has not declared yet.`);
    if (standing === 'undecided') waits.push(`The interest that ${person.name} declared is not decided yet.`);
  }
  return waits;
}
