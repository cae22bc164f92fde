import { acceptDeliverable } from '~/domain/awards/commands/accept-deliverable.server';
import { closeAward } from '~/domain/awards/commands/close-award.server';
import { deliver } from '~/domain/awards/commands/deliver.server';
import { holdPublication } from '~/domain/awards/commands/hold-publication.server';
import { liftHold } from '~/domain/awards/commands/lift-hold.server';
import { payMilestone } from '~/domain/awards/commands/pay-milestone.server';
import { returnDeliverable } from '~/domain/awards/commands/return-deliverable.server';
import { reviewDeliverable } from '~/domain/awards/commands/review-deliverable.server';
import { action, unless, type Action } from '../action';
import { isOnPanel, TEAM } from '../model/panel';
import { BIDS, leadOf, type ClaimState, type MilestoneModel, type Model, type Role } from '../model/model';

const LEADS: Role[] = ['author', 'owner'];
const REVIEWERS: Role[] = ['evaluator', 'second', 'third', 'moderator', 'holder', ...LEADS];

export const at = (model: Model, position: number): MilestoneModel | undefined =>
  model.award?.milestones[position - 1];
export const isUnderContract = ({ award }: Model): boolean =>
  award !== null && award.contracted && !award.closed;
export const isWinner = ({ award }: Model, by: Role): boolean =>
  award !== null && award.noticeAt !== null && by === leadOf(award.bid);
export const isOpenClaim = (claim: ClaimState | null): boolean =>
  claim !== null && claim !== 'paid' && claim !== 'withdrawn';
const isHere = (model: Model, position: number): boolean => at(model, position)?.delivered !== 'no';

const ofMilestone = (position: number): Action[] => [
  action(`deliver for milestone ${position}`, BIDS.map(leadOf), {
    onward: true,
    theirs: isWinner,
    why: (model) =>
      unless(
        [!isUnderContract(model), 'there is no delivery'],
        [isHere(model, position), 'it was delivered'],
        [model.withdrawn, 'the question is over'],
      ),
    then: (model) => set(model, position, { delivered: 'waiting', reviewer: null }),
    does: async (game, by) =>
      game.run(deliver, by, {
        ...{
          reference: await game.award(),
          position,
          title: 'Report',
          summary: 'What we found.',
          limits: '',
        },
      }),
  }),
  action(`review what milestone ${position} brought`, REVIEWERS, {
    onward: true,
    // The panel and the team; whoever was never appointed is not of the panel.
    theirs: (model, by) => REVIEWERS.includes(by) && (TEAM.includes(by) || isOnPanel(model, by)),
    why: (model) =>
      unless(
        [at(model, position)?.delivered !== 'waiting', 'there is nothing to review'],
        [model.withdrawn, 'the question is over'],
      ),
    then: (model, by) => set(model, position, { delivered: 'reviewed', reviewer: by }),
    does: async (game, by) =>
      game.run(reviewDeliverable, by, { reference: await game.deliverable(position), note: 'Sound.' }),
  }),
  action(`return what milestone ${position} brought`, LEADS, {
    why: (model) =>
      unless(
        [
          !['waiting', 'reviewed'].includes(at(model, position)?.delivered ?? ''),
          'there is nothing to return',
        ],
        [model.withdrawn, 'the question is over'],
      ),
    then: (model) => set(model, position, { delivered: 'no', reviewer: null }),
    does: async (game, by) =>
      game.run(returnDeliverable, by, { reference: await game.deliverable(position), reason: 'Limits.' }),
  }),
  action(`accept what milestone ${position} brought`, LEADS, {
    onward: true,
    why: (model, by) =>
      unless(
        [at(model, position)?.delivered !== 'reviewed', 'nothing was reviewed'],
        [at(model, position)?.reviewer === by, 'they reviewed it themselves'],
        [model.withdrawn, 'the question is over'],
      ),
    then: (model) => {
      set(model, position, { delivered: 'accepted' });
      model.answered ||= model.award?.milestones.every(({ delivered }) => delivered === 'accepted') ?? false;
    },
    does: async (game, by) =>
      game.run(acceptDeliverable, by, { reference: await game.deliverable(position) }),
  }),
  action(`pay milestone ${position}`, ['holder'], {
    onward: true,
    why: (model) =>
      unless(
        [at(model, position)?.delivered !== 'accepted', 'nothing was accepted'],
        [at(model, position)?.paid === true, 'it was paid'],
        [isOpenClaim(at(model, position)?.claim ?? null), 'a claim is open'],
      ),
    then: (model) => set(model, position, { paid: true }),
    does: async (game, by) => game.run(payMilestone, by, { reference: await game.award(), position }),
  }),
  action(`hold the publication of milestone ${position}`, LEADS, {
    why: (model) =>
      unless(
        [at(model, position)?.delivered !== 'accepted', 'nothing was accepted'],
        [at(model, position)?.held === true, 'it is held'],
      ),
    then: (model) => set(model, position, { held: true }),
    does: async (game, by) =>
      game.run(holdPublication, by, {
        ...{ reference: await game.deliverable(position), reason: 'quality', words: 'A check.' },
        endsOn: game.inDays(300),
      }),
  }),
  action(`release the publication of milestone ${position}`, LEADS, {
    why: (model) => unless([at(model, position)?.held !== true, 'it is not held']),
    then: (model) => set(model, position, { held: false }),
    does: async (game, by) => game.run(liftHold, by, { reference: await game.deliverable(position) }),
  }),
];

export function set(model: Model, position: number, over: Partial<MilestoneModel>): void {
  const milestone = at(model, position);
  if (milestone) Object.assign(milestone, over);
}

const owes = ({ award }: Model, isOpen: (milestone: MilestoneModel) => boolean): boolean =>
  award === null || award.milestones.some(isOpen);

export const DELIVERING: Action[] = [
  ...[1, 2].flatMap(ofMilestone),
  action('close the award', LEADS, {
    onward: true,
    why: (model) =>
      unless(
        [!isUnderContract(model), 'there is no delivery'],
        [owes(model, ({ delivered }) => delivered !== 'accepted'), 'work is owed'],
        [owes(model, ({ paid }) => !paid), 'money is owed'],
      ),
    then: (model) => {
      if (model.award) model.award.closed = true;
    },
    does: async (game, by) =>
      game.run(closeAward, by, { reference: await game.award(), worked: 'Weekly calls.', open: [] }),
  }),
];
