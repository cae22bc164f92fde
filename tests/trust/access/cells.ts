import { ACTOR_NAMES, OF_SEVERAL_ROLES, type ActorName } from './roles';
import { expectedOf, isForPrograms, pathOf, type Params, type Row } from './rule';

export const FORMS = ['page', 'data'] as const;
export type Form = (typeof FORMS)[number];

/** One thing tried: an actor opens an address, as a page or as the data that scripts would ask for. */
export interface Cell {
  route: string;
  /** The thing and its state, or `always`. */
  state: string;
  actor: ActorName;
  form: Form;
  path: string;
  expected: string;
}

export type FindThing = (noun: string | undefined, state: string) => Params;

/**
 * Every cell of these rows, states of one row together. Each actor opens each state; where a row has several
 * states, as page and as data in turn, so that every actor opens every address in both forms. What programs are
 * answered has one form.
 */
export function cellsOf(rows: readonly Row[], find: FindThing): Cell[] {
  return rows.flatMap((row) => {
    const states = Object.entries(row.states);
    return states.flatMap(([state, rule], place) => {
      const params = find(row.of, state);
      const path = pathOf(row, params);
      return ACTOR_NAMES.flatMap((actor, at) =>
        formsFor(row, states.length, place + at).map((form) => ({
          route: row.route,
          state: row.of === undefined || state === 'always' ? state : `${row.of}: ${state}`,
          actor,
          form,
          path,
          expected: expectedOf(row, rule, actor, params),
        })),
      );
    });
  });
}

function formsFor({ route }: Row, states: number, turn: number): readonly Form[] {
  if (isForPrograms(route)) return [FORMS[0]];
  return states === 1 ? FORMS : [FORMS[turn % 2 === 0 ? 0 : 1]];
}

/** Cells spread evenly over all routes; the step shares no factor with the actors, so that all come up. */
export function spread(cells: readonly Cell[], atLeast: number): Cell[] {
  let step = Math.max(1, Math.floor(cells.length / atLeast));
  while (greatestCommon(step, ACTOR_NAMES.length * FORMS.length) > 1) step -= 1;
  return cells.filter((_, index) => index % step === 0);
}

/** Of a sample: those spread over everything, and all of actors of several roles, where roles add up wrongly. */
export function sampleOf(cells: readonly Cell[], atLeast: number): Cell[] {
  const several = cells.filter(({ actor }) => OF_SEVERAL_ROLES.includes(actor));
  return [...new Set([...spread(cells, atLeast), ...several])];
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b));

/** What is wrong with the table itself, by the addresses that the product has. */
export function gapsOf(rows: readonly Row[], routes: readonly string[]): string[] {
  const named = rows.map(({ route }) => route);
  return [
    ...routes.filter((route) => !named.includes(route)).map((route) => `no row says who may open ${route}`),
    ...named.filter((route) => !routes.includes(route)).map((route) => `there is no address ${route}`),
    ...named
      .filter((route, at) => named.indexOf(route) !== at)
      .map((route) => `two rows speak about ${route}`),
    ...rows
      .filter(({ states }) => Object.keys(states).length === 0)
      .map(({ route }) => `no state of ${route}`),
  ];
}
