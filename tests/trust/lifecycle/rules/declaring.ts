import { declareInterests } from '~/domain/evaluation/commands/declare-interests.server';
import { decideInterest } from '~/domain/evaluation/commands/decide-interest.server';
import { action, unless, type Action, type Attempt } from '../action';
import type { Game } from '../game';
import { stageOf, type Interest, type Model, type Role } from '../model/model';
import { declarationStage, interestAt, NAMED, PANEL, isOnPanel, startWhenReady } from '../model/panel';

const everybody: Role[] = [...PANEL, ...NAMED];
const influences = (model: Model, by: Role): boolean =>
  NAMED.includes(by) ||
  (PANEL.includes(by) && (isOnPanel(model, by) || (model.panel && isWalled(model, by))));
const isWalled = ({ walled }: Model, by: Role): boolean => walled.includes(by);

/** What they declared before and is decided stands; a new stage asks again. */
const isDecided = (model: Model, by: Role): boolean => {
  const stage = declarationStage(model);
  const interest = stage && interestAt(model, by, stage);
  return interest !== null && interest !== undefined && interest.state !== 'undecided';
};

const declaring = (model: Model, by: Role, interest: boolean): Attempt => {
  const stage = declarationStage(model);
  return {
    by,
    theirs: influences(model, by) || by === 'approver',
    walled: isWalled(model, by),
    why: unless(
      [stage === null, 'there is nothing left to declare'],
      [isDecided(model, by), 'what they declared is decided'],
    ),
    then: (after) => {
      if (stage === null) return;
      if (!after.declared[stage].includes(by)) after.declared[stage].push(by);
      after.interests = after.interests.filter((one) => one.by !== by || one.stage !== stage);
      if (interest) after.interests.push({ by, stage, state: 'undecided' });
      startWhenReady(after);
    },
    does: (game) =>
      game.run(declareInterests, by, {
        ...{ reference: game.question, stage: stage ?? 'award', about: [] },
        ...(interest
          ? { hasInterest: 'yes', details: 'We share a grant.', kinds: ['financial'] }
          : { hasInterest: 'no', details: '', kinds: [] }),
      }),
  };
};

/** Everybody of them who still can. */
const declares = (name: string, who: Role[]): Action => ({
  name,
  by: who,
  onward: true,
  attempts: (model) =>
    who
      .filter((by) => !isWalled(model, by) && !isDecided(model, by))
      .map((by) => declaring(model, by, false)),
});

const waiting = ({ interests }: Model): Interest | undefined =>
  interests.find(({ state }) => state === 'undecided');

const decides = (name: string, state: 'confirmed' | 'dismissed'): Action =>
  action(name, ['owner'], {
    ...(state === 'dismissed' ? { onward: true } : {}),
    why: (model) =>
      unless(
        [waiting(model) === undefined, 'nothing waits'],
        [['decided', 'withdrawn'].includes(stageOf(model)), 'the question is over'],
      ),
    then: (model) => {
      const interest = waiting(model);
      if (!interest) return;
      interest.state = state;
      if (state === 'confirmed' && !isWalled(model, interest.by)) model.walled.push(interest.by);
      startWhenReady(model);
    },
    does: (game, by) =>
      game.run(decideInterest, by, {
        ...{ reference: game.question, ...declared(game), reason: 'As we see it.' },
        decision: state === 'confirmed' ? 'confirm' : 'dismiss',
      }),
  });

function declared(game: Game) {
  const interest = waiting(game.model);
  return { person: game.reference(interest?.by ?? 'third'), stage: interest?.stage ?? 'opening' };
}

export const DECLARING: Action[] = [
  declares('the panel declares', PANEL),
  declares('those who are named declare', NAMED),
  declares('the further approver declares', ['approver']),
  {
    name: 'declare nothing',
    by: everybody,
    // A coordinator may declare: of what follows from it the model says nothing.
    notTried: ['approver', 'arbiter'],
    attempts: (model, by) => [declaring(model, by, false)],
  },
  {
    name: 'declare an interest',
    by: ['moderator', 'evaluator', 'third', 'holder'],
    // Their own interest is for a coordinator to decide, who may themselves have declared.
    notTried: ['owner', 'approver', 'arbiter'],
    attempts: (model, by) => [declaring(model, by, true)],
  },
  decides('confirm what was declared', 'confirmed'),
  decides('dismiss what was declared', 'dismissed'),
];
