import type { Outcome } from '~/domain/command.server';
import type { Action, Attempt } from './action';
import type { Game } from './game';
import type { Model, Role } from './model';
import { WAITS } from './rules/waiting';

/** A step of a sequence, in names, so that it can be printed, kept and played again on another question. */
export interface Step {
  name: string;
  by?: Role;
}

export type Expected = 'done' | 'not now' | 'not theirs';

/** An attempt as it went. */
export interface Tried {
  step: string;
  by: Role;
  expected: Expected;
  why: string | null;
  got: string;
  kind: Outcome<unknown>['kind'];
}

export const expectedOf = ({ theirs, why }: Pick<Attempt, 'theirs' | 'why'>): Expected => {
  if (!theirs) return 'not theirs';
  return why === null ? 'done' : 'not now';
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
export async function takeStep(game: Game, actions: readonly Action[], step: Step): Promise<Tried[]> {
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
      ...{ step: step.name, by: attempt.by, expected, why: attempt.why },
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
