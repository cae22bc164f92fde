import type { Draw } from '../search/draw';
import type { Action } from './action';
import type { Cast } from './cast';
import { nextStep, straightStep } from './choose';
import { Game } from './game';
import {
  awardStateOf,
  BIDS,
  bidStateOf,
  expressionStateOf,
  ROLES,
  stageOf,
  stateOf,
  type Model,
  type Role,
  type Route,
} from './model/model';
import type { Names } from './names';
import { fits, shownStep, takeStep, type Step, type Tried } from './play';
import { LOTS } from './shapes';
import { databaseDiffers, viewDiffers } from './views';

/** What was reached after a step, by kind of thing. */
export interface Standing {
  question: string;
  evaluation: string;
  award: string | null;
  bids: string[];
  deliverables: string[];
  expressions: string[];
  interviews: string[];
  claims: string[];
  interests: string[];
}

export interface Played {
  /** The name of the situation in which its random steps began. */
  shape: string;
  route: Route;
  steps: Step[];
  tried: Tried[];
  reached: Standing[];
  /** Where model, database and views part; a sequence ends at the first. */
  differences: string[];
}

const STUDY: Route = {
  ...{ slug: 'commissioned-study', twoOpeners: false, standstillDays: 0, furtherApproval: false },
  ...{ fewestEvaluators: 2, expressions: false, interviews: false },
};
const COMPETITION: Route = {
  ...STUDY,
  ...{ slug: 'competition', twoOpeners: true, standstillDays: 8, fewestEvaluators: 3 },
};
export const ROUTES: Route[] = [
  STUDY,
  COMPETITION,
  { ...STUDY, slug: 'rapid-evidence-assessment', furtherApproval: true },
  { ...STUDY, interviews: true },
  { ...STUDY, expressions: true },
  { ...COMPETITION, furtherApproval: true },
  { ...COMPETITION, expressions: true, interviews: true },
];

interface Playing {
  cast: Cast;
  draw: Draw;
  actions: readonly Action[];
  steps: number;
  names: Names | null;
}

const LONGEST_START = 60;

/** A sequence of random steps on a question of its own, compared after each of them. */
export async function playSequence({ cast, draw, actions, steps, names }: Playing): Promise<Played> {
  const shape = draw.of(LOTS);
  const route = draw.of(ROUTES.filter(shape.suits));
  const game = await Game.begin(cast, route);
  const played: Played = { shape: shape.name, route, steps: [], tried: [], reached: [], differences: [] };
  const choosing = { draw, model: game.model, actions };
  // The way to the beginning is much the same in all: there the database alone is compared.
  for (let left = LONGEST_START; left > 0 && !shape.begins(game.model) && isWhole(played); left -= 1)
    await takeAndCompare(game, actions, played, straightStep(choosing), []);
  for (let left = steps; left > 0 && isWhole(played); left -= 1) {
    const by = draw.of(ROLES);
    await takeAndCompare(game, actions, played, nextStep(choosing, shape), [by]);
    if (isWhole(played)) await names?.look(game, by);
  }
  return played;
}

const isWhole = ({ differences }: Played): boolean => differences.length === 0;

/** The same steps on another question, seen by these people; ends at the first difference. */
export async function playAgain(
  cast: Cast,
  actions: readonly Action[],
  { route }: Pick<Played, 'route'>,
  steps: readonly Step[],
  seenBy: readonly Role[],
): Promise<Played> {
  const game = await Game.begin(cast, route);
  const played: Played = { shape: 'again', route, steps: [], tried: [], reached: [], differences: [] };
  for (const step of steps) if (isWhole(played)) await takeAndCompare(game, actions, played, step, seenBy);
  return played;
}

async function takeAndCompare(
  game: Game,
  actions: readonly Action[],
  played: Played,
  step: Step,
  seenBy: readonly Role[],
): Promise<void> {
  played.steps.push(step);
  const tried = await takeStep(game, actions, step, played.steps.length);
  played.tried.push(...tried);
  const wrong = tried.filter(({ expected, kind }) => !fits(expected, kind));
  for (const { by, expected, why, got } of wrong)
    played.differences.push(
      `${shownStep({ ...step, by })}: expected ${expected}${why.length === 0 ? '' : `, for ${why.join(', ')}`}; got ${got}`,
    );
  if (wrong.length === 0) {
    played.differences.push(...(await databaseDiffers(game)));
    for (const by of seenBy) played.differences.push(...(await viewDiffers(game, by, actions)));
  }
  played.reached.push(standingOf(game.model));
}

const standingOf = (model: Model): Standing => ({
  question: stateOf(model),
  evaluation: stageOf(model),
  award: awardStateOf(model),
  bids: BIDS.map((name) => bidStateOf(model, name)),
  deliverables: model.award?.milestones.map(({ delivered }) => delivered) ?? [],
  expressions: BIDS.map((name) => expressionStateOf(model, name)),
  interviews: BIDS.map((name) => model.bids[name].interview),
  claims: model.award?.milestones.map(({ claim }) => claim ?? 'none') ?? [],
  interests: model.interests.map(({ state }) => state),
});
