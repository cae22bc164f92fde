import type { Outcome } from '~/domain/command.server';
import type { Game } from './game';
import type { Model, Role } from './model/model';

/** One attempt of one person; an action may be several, as when everybody on the panel declares. */
export interface Attempt {
  by: Role;
  /** Whether the step is theirs, whatever the state of things. */
  theirs: boolean;
  /** It would be theirs, were they not behind a confirmed conflict. */
  walled: boolean;
  /** All that keeps it from being taken now; empty where it can. */
  why: string[];
  /** What stands once it was taken. */
  then: (model: Model) => void;
  does: (game: Game) => Promise<Outcome<unknown>>;
}

export interface Action {
  name: string;
  /** Whose step it is usually. */
  by: Role[];
  /** Never tried by these: they might, in a capacity of which the model says nothing. */
  notTried?: Role[];
  /** Leads on towards the end of the life of a question. */
  onward?: boolean;
  attempts: (model: Model, by: Role) => Attempt[];
}

/** An action of a single attempt. */
export function action(
  name: string,
  by: Role[],
  parts: {
    onward?: boolean;
    notTried?: Role[];
    theirs?: (model: Model, by: Role) => boolean;
    why: (model: Model, by: Role) => string[];
    then: (model: Model, by: Role) => void;
    does: (game: Game, by: Role) => Promise<Outcome<unknown>>;
  },
): Action {
  const theirs = parts.theirs ?? ((_, role) => by.includes(role));
  return {
    ...{ name, by },
    ...(parts.onward ? { onward: true } : {}),
    ...(parts.notTried ? { notTried: parts.notTried } : {}),
    attempts: (model, role) => [
      {
        by: role,
        theirs: theirs(model, role),
        walled: model.walled.includes(role),
        why: parts.why(model, role),
        then: (after) => parts.then(after, role),
        does: (game) => parts.does(game, role),
      },
    ],
  };
}

/** Those of these reasons that hold. */
export const unless = (...reasons: [isSo: boolean, why: string][]): string[] =>
  reasons.filter(([isSo]) => isSo).map(([, why]) => why);
