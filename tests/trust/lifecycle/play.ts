import type { Outcome } from '~/domain/command.server';
import type { Action, Attempt } from './action';
import type { Game } from './game';
import type { Model, Role } from './model/model';
import { WAITS } from './rules/waiting';

/** A step of a sequence, in names, so that it can be printed, kept and played again on another question. */
export interface Step {
  name: string;
  by?: Role;
}

export type Expected = 'done' | 'not now' | 'not theirs';

/** An attempt as it went. */
export interface Tried {
  /** Which step of its sequence it was, from 1. */
  place: number;
  step: string;
  by: Role;
  expected: Expected;
  /** Whether the step would be theirs; a wall may still be before them. */
  theirs: boolean;
  walled: boolean;
  why: string[];
  got: string;
  kind: Outcome<unknown>['kind'];
}

export const expectedOf = ({ theirs, walled, why }: Pick<Attempt, 'theirs' | 'walled' | 'why'>): Expected => {
  if (!theirs || walled) return 'not theirs';
  return why.length === 0 ? 'done' : 'not now';
};

/**
 * Somebody whose step it is not is denied, and told nothing of the state of things. What cannot be taken now is
 * refused, or denied where the state decides who may, or not there at all.
 */
export function fits(expected: Expected, kind: Outcome<unknown>['kind']): boolean {
  if (expected === 'done') return kind === 'done';
  if (expected === 'not theirs') return kind === 'denied' || kind === 'hidden';
  return kind !== 'done' && kind !== 'invalid';
}

/** Takes one step for real, and the same in the model wherever it was expected to be done. */
export async function takeStep(
  game: Game,
  actions: readonly Action[],
  step: Step,
  place: number,
): Promise<Tried[]> {
  const wait = WAITS.find(({ name }) => name === step.name);
  if (wait) {
    const until = wait.until(game.model);
    if (until !== null && Number.isFinite(until) && until > game.model.now) await game.wait(until);
    return [];
  }
  const found = actions.find(({ name }) => name === step.name);
  if (!found || !step.by) throw new Error(`there is no step ${step.name}`);
  const tried: Tried[] = [];
  for (const attempt of found.attempts(game.model, step.by)) {
    const expected = expectedOf(attempt);
    const outcome = await attempt.does(game);
    tried.push({
      ...{ place, step: step.name, by: attempt.by, expected },
      ...{ theirs: attempt.theirs, walled: attempt.walled, why: attempt.why },
      ...{ got: wordOf(outcome), kind: outcome.kind },
    });
    if (expected === 'done') attempt.then(game.model);
    if (!fits(expected, outcome.kind)) break;
  }
  return tried;
}

function wordOf(outcome: Outcome<unknown>): string {
  if (outcome.kind === 'refused') return `refused: ${outcome.refusal.name}`;
  if (outcome.kind === 'denied') return `denied: ${outcome.why}`;
  return outcome.kind === 'invalid' ? `invalid: ${JSON.stringify(outcome.issues)}` : outcome.kind;
}

export const shownStep = ({ name, by }: Step): string => (by ? `${name}, by the ${by}` : name);

/** Whether a step would be done now, in all that it tries. */
export const isPossible = (action: Action, model: Model, by: Role): boolean =>
  action.attempts(model, by).every((attempt) => expectedOf(attempt) === 'done');

/** What alone keeps back a step that is theirs: the edge of what is allowed. Null where it is none or several things. */
export function keptBackBy(action: Action, model: Model, by: Role): string | null {
  const kept = action.attempts(model, by).filter((attempt) => expectedOf(attempt) !== 'done');
  const reasons = kept.flatMap(({ theirs, walled, why }) =>
    theirs ? [...why, ...(walled ? ['a wall'] : [])] : ['theirs', 'not'],
  );
  const [reason = null] = reasons;
  return reasons.length === kept.length && new Set(reasons).size === 1 ? reason : null;
}
