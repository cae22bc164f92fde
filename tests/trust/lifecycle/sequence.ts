import type { Draw } from '../search/draw';
import type { Action } from './action';
import type { Cast } from './cast';
import { nextStep } from './choose';
import { Game } from './game';
import {
  awardStateOf,
  BIDS,
  bidStateOf,
  ROLES,
  stageOf,
  stateOf,
  type Model,
  type Role,
  type Route,
} from './model';
import type { Names } from './names';
import { fits, shownStep, takeStep, type Step, type Tried } from './play';
import { databaseDiffers, viewDiffers } from './views';

/** What was reached after a step, by kind of thing. */
export interface Standing {
  question: string;
  evaluation: string;
  award: string | null;
  bids: string[];
  deliverables: string[];
}

export interface Played {
  route: Route;
  steps: Step[];
  tried: Tried[];
  reached: Standing[];
  /** Where model, database and views part; a sequence ends at the first. */
  differences: string[];
}

const STUDY: Route = {
  ...{ slug: 'commissioned-study', twoOpeners: false, standstillDays: 0, furtherApproval: false },
};
export const ROUTES: Route[] = [
  STUDY,
  { ...STUDY, slug: 'competition', twoOpeners: true, standstillDays: 8 },
  { ...STUDY, slug: 'rapid-evidence-assessment', furtherApproval: true },
  { ...STUDY, slug: 'competition', twoOpeners: true, standstillDays: 8, furtherApproval: true },
];

interface Playing {
  cast: Cast;
  draw: Draw;
  actions: readonly Action[];
  steps: number;
  names: Names | null;
}

/** Where random steps begin: half of them at the draft, the others further on, by the same commands. */
const STARTS: ((model: Model) => boolean)[] = [
  () => true,
  () => true,
  (model) => model.opened,
  (model) => model.recommendation !== null,
  (model) => model.deliveryStarted,
];
const LONGEST_START = 60;

/** A sequence of random steps on a question of its own, compared after each of them. */
export async function playSequence({ cast, draw, actions, steps, names }: Playing): Promise<Played> {
  const route = draw.of(ROUTES);
  const game = await Game.begin(cast, route);
  const played: Played = { route, steps: [], tried: [], reached: [], differences: [] };
  const isThere = draw.of(STARTS);
  const take = async (step: Step): Promise<void> => {
    const by = draw.of(ROLES);
    await takeAndCompare(game, actions, played, step, [by]);
    if (isWhole(played)) await names?.look(game, by);
  };
  for (let left = LONGEST_START; left > 0 && !isThere(game.model) && isWhole(played); left -= 1)
    await take(nextStep(draw, game.model, actions, { straight: true }));
  for (let left = steps; left > 0 && isWhole(played); left -= 1)
    await take(nextStep(draw, game.model, actions));
  return played;
}

const isWhole = ({ differences }: Played): boolean => differences.length === 0;

/** The same steps on another question, seen by everybody; ends at the first difference. */
export async function playAgain(
  cast: Cast,
  actions: readonly Action[],
  { route }: Pick<Played, 'route'>,
  steps: readonly Step[],
): Promise<Played> {
  const game = await Game.begin(cast, route);
  const played: Played = { route, steps: [], tried: [], reached: [], differences: [] };
  for (const step of steps) if (isWhole(played)) await takeAndCompare(game, actions, played, step, ROLES);
  return played;
}

async function takeAndCompare(
  game: Game,
  actions: readonly Action[],
  played: Played,
  step: Step,
  seenBy: readonly Role[],
): Promise<void> {
  const tried = await takeStep(game, actions, step);
  played.steps.push(step);
  played.tried.push(...tried);
  const wrong = tried.filter(({ expected, kind }) => !fits(expected, kind));
  for (const { by, expected, why, got } of wrong)
    played.differences.push(
      `${shownStep({ ...step, by })}: expected ${expected}${why === null ? '' : `, for ${why}`}; got ${got}`,
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
});
