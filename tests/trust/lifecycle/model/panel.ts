import { stageOf, type DeclarationStage, type Interest, type Model, type Role } from './model';

export const TEAM: Role[] = ['author', 'owner', 'holder', 'moderator'];
export const PANEL: Role[] = ['moderator', 'evaluator', 'second', 'third'];
export const NAMED: Role[] = ['author', 'owner', 'holder'];
const EVALUATORS: Role[] = ['evaluator', 'second', 'third'];
const COORDINATORS: Role[] = ['approver', 'arbiter'];

/** Who of the panel is still on it: behind a confirmed conflict nobody is. */
export const livePanel = ({ panel, walled }: Model): Role[] =>
  panel ? PANEL.filter((role) => !walled.includes(role)) : [];
export const liveEvaluators = (model: Model): Role[] =>
  livePanel(model).filter((role) => EVALUATORS.includes(role));
export const isOnPanel = (model: Model, role: Role): boolean => livePanel(model).includes(role);

/** Everybody who can influence the outcome declares; behind a wall nobody can. */
export const influential = (model: Model): Role[] => [
  ...NAMED.filter((role) => !model.walled.includes(role)),
  ...livePanel(model),
];

export const declarationStage = (model: Model): DeclarationStage | null => {
  const stage = stageOf(model);
  if (stage === 'withdrawn' || stage === 'decided') return null;
  if (stage === 'beforeOpening') return 'publication';
  return stage === 'declaring' || stage === 'scoring' ? 'opening' : 'award';
};

export const interestAt = ({ interests }: Model, by: Role, stage: DeclarationStage): Interest | undefined =>
  interests.find((one) => one.by === by && one.stage === stage);

/** Has declared at this stage, and nothing of it waits to be decided. */
export const isClear = (model: Model, by: Role, stage: DeclarationStage): boolean =>
  model.declared[stage].includes(by) && interestAt(model, by, stage)?.state !== 'undecided';

/** Evaluation starts by itself once the panel is whole and each of it has declared. */
export function startWhenReady(model: Model): void {
  const panel = livePanel(model);
  const isWhole = panel.includes('moderator') && liveEvaluators(model).length >= model.route.fewestEvaluators;
  if (stageOf(model) === 'declaring' && isWhole && panel.every((one) => isClear(model, one, 'opening')))
    model.evaluating = true;
}

/** The side that asks and pays, with those who look after it; a conflict takes one out of it. */
export const isOnAskingSide = (model: Model, by: Role): boolean =>
  !model.walled.includes(by) &&
  (TEAM.includes(by) || isOnPanel(model, by) || COORDINATORS.includes(by) || by === 'auditor');
