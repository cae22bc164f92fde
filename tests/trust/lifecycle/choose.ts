import type { Draw } from '../search/draw';
import type { Action } from './action';
import { awardStateOf, ROLES, standing, stateOf, type Model, type Role } from './model';
import { isPossible, type Step } from './play';
import { WAITS } from './rules/waiting';

const SHARES = { onward: 0.76, aside: 0.86, wait: 0.9 };
/** Seldom: they end what is under way, or send it back. */
const RARE =
  /^(withdraw|return|recommend none|exclude|put it on hold|decline|decide that .* upheld|challenge)/;
const RARE_SHARE = 0.15;

/** The next step of a sequence: mostly one that can be taken and leads on, now and then any step by anybody. */
export function nextStep(
  draw: Draw,
  model: Model,
  actions: readonly Action[],
  { straight = false } = {},
): Step {
  const lot = straight ? 0 : draw.next();
  if (lot < SHARES.onward) {
    const steps = onward(model, actions);
    if (steps.length > 0) return draw.of(steps);
  }
  if (lot < SHARES.aside) {
    const steps = possible(
      model,
      actions.filter((one) => !one.onward),
    ).filter(({ name }) => !RARE.test(name) || draw.chance(RARE_SHARE));
    if (steps.length > 0) return draw.of(steps);
  }
  if (lot < SHARES.wait) return { name: draw.of(WAITS).name };
  const any = draw.of(actions);
  const by = draw.of(ROLES.filter((role) => !any.notTried?.includes(role)));
  return { name: any.name, by };
}

const possible = (model: Model, actions: readonly Action[]): Step[] =>
  actions.flatMap((action) =>
    action.by.filter((by) => isPossible(action, model, by)).map((by) => ({ name: action.name, by })),
  );

/** Steps that lead on; what can be done again and again counts only while it is wanted. */
function onward(model: Model, actions: readonly Action[]): Step[] {
  const steps = possible(
    model,
    actions.filter((one) => one.onward),
  ).filter(({ name, by }) => isWanted(model, name, by));
  const waits = WAITS.filter((wait) => wait.onward && isTime(model, wait.name, steps.length));
  return [...steps, ...waits.map(({ name }) => ({ name }))];
}

function isWanted(model: Model, name: string, by: Role | undefined): boolean {
  const { declared, meetings } = model;
  const stage = model.qualityAgreed ? 'award' : 'opening';
  if (name === 'the panel declares')
    return model.opened && !declared[stage].includes('moderator') && by === 'moderator';
  if (name === 'those who are named declare')
    return model.qualityAgreed && !declared.award.includes('author') && by === 'author';
  if (name === 'minute the meeting') return meetings === 0;
  if (name.startsWith('submit')) return !model.bids[name.endsWith('A') ? 'A' : 'B'].live;
  return true;
}

function isTime(model: Model, name: string, others: number): boolean {
  if (name === 'wait for the closing instant')
    return ['open', 'clarificationsClosed'].includes(stateOf(model)) && standing(model).length > 0;
  return awardStateOf(model) === 'standstill' && others === 0;
}
