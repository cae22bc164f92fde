import type { Draw } from '../search/draw';
import type { Action } from './action';
import {
  awardStateOf,
  ROLES,
  standing,
  stateOf,
  type Bid,
  type DeclarationStage,
  type Model,
  type Role,
} from './model/model';
import { declarationStage, livePanel } from './model/panel';
import { isPossible, keptBackBy, type Step } from './play';
import { sent, takesExpressions } from './rules/expressing';
import { decisionTurn } from './rules/judging';
import { WAITS } from './rules/waiting';
import type { Shape } from './shapes';

/** Of a hundred steps, up to which come: what leads on, what the shape is for, the edges, asides, waits. */
const SHARES = { onward: 0.34, favoured: 0.6, edge: 0.8, aside: 0.9, wait: 0.94 };
/** Seldom: they end what is under way, or send it back. */
const RARE =
  /^(withdraw|return|recommend none|exclude|put it on hold|decline|decide that .* upheld|challenge|confirm what|take|judge .*not invited)/;
const RARE_SHARE = 0.15;
const LAST = 'withdraw the question';
const LAST_SHARE = 0.06;

interface Choosing {
  draw: Draw;
  model: Model;
  actions: readonly Action[];
}

/** The next step of the straight way to the situation in which a sequence begins. */
export function straightStep({ draw, model, actions }: Choosing): Step {
  const steps = onward(model, actions, true);
  if (steps.length > 0) return draw.of(steps);
  return anyStep({ draw, model, actions });
}

/** The next step of a sequence: one that leads on, one that its shape is for, one just not allowed, or any by anybody. */
export function nextStep(choosing: Choosing, { favours, avoids }: Pick<Shape, 'favours' | 'avoids'>): Step {
  const { draw, model, actions } = choosing;
  const lot = draw.next();
  const asides = () => actions.filter((one) => !one.onward);
  const kinds: [upTo: number, steps: () => Step[]][] = [
    [SHARES.onward, () => onward(model, actions).filter(({ name }) => !avoids?.test(name))],
    [SHARES.favoured, () => favoured(model, actions, favours)],
    [SHARES.edge, () => edges(choosing)],
    [SHARES.aside, () => seldom(draw, possible(model, asides()))],
    [SHARES.wait, () => WAITS.map(({ name }) => ({ name }))],
  ];
  for (const [upTo, steps] of kinds) {
    const found = lot < upTo ? steps() : [];
    if (found.length > 0) return draw.of(found);
  }
  return anyStep(choosing);
}

function anyStep({ draw, actions }: Choosing): Step {
  const any = draw.of(actions);
  const by = draw.of(ROLES.filter((role) => !any.notTried?.includes(role)));
  return { name: any.name, by };
}

type Chosen = (action: Action, model: Model, by: Role) => boolean;

const stepsThat = (holds: Chosen, model: Model, actions: readonly Action[]): Step[] =>
  actions.flatMap((action) =>
    action.by.filter((by) => holds(action, model, by)).map((by) => ({ name: action.name, by })),
  );

const possible = (model: Model, actions: readonly Action[]): Step[] => stepsThat(isPossible, model, actions);

const seldom = (draw: Draw, steps: Step[]): Step[] =>
  steps.filter(({ name }) =>
    name === LAST ? draw.chance(LAST_SHARE) : !RARE.test(name) || draw.chance(RARE_SHARE),
  );

/** What a shape is for, also where it is just not allowed. */
function favoured(model: Model, actions: readonly Action[], favours: RegExp): Step[] {
  const isEither: Chosen = (...of) => isPossible(...of) || keptBackBy(...of) !== null;
  const own = actions.filter(({ name }) => favours.test(name));
  const waits = WAITS.filter(({ name }) => favours.test(name)).map(({ name }) => ({ name }));
  return [...stepsThat(isEither, model, own), ...waits];
}

/** Steps that one thing alone keeps back: of all such reasons one is drawn, so that each is met. */
function edges({ draw, model, actions }: Choosing): Step[] {
  const kept = actions.flatMap((action) =>
    action.by.flatMap((by) => {
      const reason = keptBackBy(action, model, by);
      return reason === null ? [] : [{ name: action.name, by, reason }];
    }),
  );
  const reasons = [...new Set(kept.map(({ reason }) => reason))];
  if (reasons.length === 0) return [];
  const drawn = draw.of(reasons);
  return kept.filter(({ reason }) => reason === drawn).map(({ name, by }) => ({ name, by }));
}

/** Steps that lead on; what can be done again and again counts only while it is wanted. The patient wait last. */
function onward(model: Model, actions: readonly Action[], patient = false): Step[] {
  const steps = possible(
    model,
    actions.filter((one) => one.onward),
  ).filter(({ name, by }) => isWanted(model, name, by));
  const waits = WAITS.filter((wait) => wait.onward && isTime(model, wait.name));
  const timely = patient && steps.length > 0 ? [] : waits;
  return [...steps, ...timely.map(({ name }) => ({ name }))];
}

function isWanted(model: Model, name: string, by: Role | undefined): boolean {
  const { declared, meetings } = model;
  const stage = declarationStage(model);
  if (name === 'the panel declares')
    return by === 'moderator' && stage !== null && model.panel && asksPanel(model, stage);
  if (name === 'those who are named declare')
    return model.qualityAgreed && !declared.award.includes('author') && by === 'author';
  if (name === 'the further approver declares')
    return decisionTurn(model) === 'approver' && !declared.award.includes('approver');
  if (name === 'minute the meeting') return meetings === 0;
  if (name.startsWith('submit bid')) return !model.bids[ofBid(name)].live;
  if (name.startsWith('send expression')) return model.bids[ofBid(name)].expression === 'none';
  if (name.startsWith('judge expression'))
    return by === 'moderator' && model.bids[bidNamed(name)].invited === null;
  if (name.startsWith('record the interview')) return model.bids[ofBid(name)].interview === 'invited';
  return true;
}

const ofBid = (name: string): Bid => (name.endsWith('A') ? 'A' : 'B');
const bidNamed = (name: string): Bid => (name.includes(' A:') ? 'A' : 'B');

/** Before opening only where expressions have to be judged. */
const asksPanel = (model: Model, stage: DeclarationStage): boolean =>
  livePanel(model).some((one) => !model.declared[stage].includes(one)) &&
  (stage !== 'publication' || (model.route.expressions && !model.expressionsTold));

function isTime(model: Model, name: string): boolean {
  const isOpen = ['open', 'clarificationsClosed'].includes(stateOf(model));
  if (name === 'wait for the closing instant') return isOpen && standing(model).length > 0;
  if (name === 'wait for the deadline of expressions')
    return takesExpressions(model) && sent(model).length > 0;
  return awardStateOf(model) === 'standstill';
}
