import { approveRecommendation } from '~/domain/awards/commands/approve-recommendation.server';
import { decideChallenge } from '~/domain/awards/commands/decide-challenge.server';
import { declineAward } from '~/domain/awards/commands/decline-award.server';
import { giveNotice } from '~/domain/awards/commands/give-notice.server';
import { keepReserveList } from '~/domain/awards/commands/keep-reserve-list.server';
import { lodgeChallenge } from '~/domain/awards/commands/lodge-challenge.server';
import { releaseReserveList } from '~/domain/awards/commands/release-reserve-list.server';
import { sendSummaries } from '~/domain/awards/commands/send-summaries.server';
import { signContract } from '~/domain/awards/commands/sign-contract.server';
import { withdrawAward } from '~/domain/awards/commands/withdraw-award.server';
import { action, unless, type Action } from '../action';
import {
  awardStateOf,
  BIDS,
  leadOf,
  standing,
  standingMilestones,
  type Bid,
  type Model,
  type Role,
} from '../model/model';
import { influential, isClear } from '../model/panel';
import { nextDay, standstillOver } from '../model/calendar';
import { asksFurther, decisionTurn } from './judging';

const LEADS: Role[] = ['author', 'owner'];

function award(model: Model): void {
  const { recommendation } = model;
  if (!recommendation) return;
  const { outcome, bid } = recommendation;
  model.recommendation = null;
  const fromReserve = model.outcome !== null;
  model.outcome = outcome;
  // Everybody assessed is told, or whoever moves up from the reserve list.
  model.unsent = fromReserve ? model.unsent + 1 : told(model).length;
  if (bid === null) return;
  if (fromReserve) model.reserve = null;
  model.award = {
    ...{ bid, noticeAt: null, standstillOverAt: null, contracted: false, closed: false },
    milestones: standingMilestones(),
  };
}

/** Every bid that was opened has a summary; one that was excluded is told why. */
const told = ({ bids }: Model): Bid[] => BIDS.filter((name) => bids[name].live);

/** Without an award or a reserve list the question is in evaluation again. */
function end(model: Model): void {
  if (model.award) model.ended.push(model.award.bid);
  model.award = null;
  reopen(model);
}

function reopen(model: Model): void {
  if (model.award === null && model.reserve === null) model.outcome = null;
}

const isUntold = (model: Model): boolean => model.award !== null && model.award.noticeAt === null;
const isOver: [why: string] = ['the question is over'];

export const DECIDING: Action[] = [
  action('approve the recommendation', ['owner', 'approver'], {
    onward: true,
    theirs: (model, by) => by === decisionTurn(model),
    why: (model, by) =>
      unless(
        [model.recommendation === null, 'none waits'],
        [model.withdrawn, ...isOver],
        [by === 'approver' && !isClear(model, by, 'award'), 'the approver has not declared'],
        [model.hold, 'it is on hold'],
        [influential(model).some((one) => !isClear(model, one, 'award')), 'declarations are missing'],
        [isExcluded(model), 'the bid was excluded'],
      ),
    then: (model, by) => {
      model.recommendation?.approvedBy.push(by);
      if (!asksFurther(model) || by === 'approver') award(model);
    },
    does: (game, by) => game.run(approveRecommendation, by, { reference: game.question }),
  }),
  action('send the summaries', LEADS, {
    onward: true,
    why: (model) =>
      unless(
        [model.outcome === null, 'it is not decided'],
        [model.unsent === 0, 'all were sent'],
        [model.withdrawn, ...isOver],
      ),
    then: (model) => (model.unsent = 0),
    does: (game, by) => game.run(sendSummaries, by, { reference: game.question }),
  }),
  action('give the notice', LEADS, {
    onward: true,
    why: (model) =>
      unless(
        [!isUntold(model), 'there is nothing to announce'],
        [model.unsent > 0, 'summaries are not sent'],
        [model.hold, 'it is on hold'],
        [model.withdrawn, ...isOver],
      ),
    then: (model) => {
      const { award: made, now, route } = model;
      if (!made) return;
      made.noticeAt = now;
      made.standstillOverAt = route.standstillDays > 0 ? standstillOver(now, route.standstillDays) : null;
    },
    does: (game, by) => game.run(giveNotice, by, { reference: game.question }),
  }),
  action('withdraw the award decision', ['owner'], {
    why: (model) => unless([!isUntold(model), 'there is none that can be'], [model.withdrawn, ...isOver]),
    then: end,
    does: async (game, by) =>
      game.run(withdrawAward, by, { reference: await game.award(), reason: 'Wrong.' }),
  }),
  action('decline the award', BIDS.map(leadOf), {
    theirs: (model, by) => model.award !== null && by === leadOf(model.award.bid),
    why: (model) =>
      unless(
        [!model.award || isUntold(model), 'nothing was announced'],
        [model.award?.contracted === true, 'the contract is signed'],
        [model.withdrawn, ...isOver],
      ),
    then: end,
    does: async (game, by) => game.run(declineAward, by, { reference: await game.award(), reason: 'Ill.' }),
  }),
  ...BIDS.map((name) =>
    action(`challenge the decision for bid ${name}`, [leadOf(name)], {
      why: (model) => whyNoChallenge(model, name),
      then: (model) => {
        model.bids[name].challengedAt = model.now;
        model.challenge = name;
      },
      does: async (game, by) =>
        game.run(lodgeChallenge, by, {
          ...{ reference: (await game.draft(name)).reference, grounds: ['scoring'], text: 'Wrong sums.' },
        }),
    }),
  ),
  ...(['rejected', 'upheld'] as const).map((outcome) =>
    action(`decide that a challenge is ${outcome}`, ['arbiter'], {
      ...(outcome === 'rejected' ? { onward: true } : {}),
      notTried: ['approver'],
      why: (model) => unless([model.challenge === null, 'none is open'], [model.withdrawn, ...isOver]),
      then: (model) => {
        model.challenge = null;
        if (outcome === 'rejected') {
          model.extendedUntil = nextDay(model.now);
          return;
        }
        model.reserve = null;
        end(model);
      },
      does: async (game, by) =>
        game.run(decideChallenge, by, {
          ...{ reference: await game.challenge(), outcome, reasons: 'As found.' },
          remedy: outcome === 'upheld' ? 'withdraw' : '',
        }),
    }),
  ),
  action('keep a reserve list', ['owner'], {
    why: (model) =>
      unless(
        [model.outcome !== 'awarded', 'nothing is awarded'],
        [model.reserve !== null, 'one stands'],
        [next(model) === undefined, 'no other bid is ranked'],
        [model.withdrawn, ...isOver],
      ),
    then: (model) => (model.reserve = next(model) ?? null),
    does: (game, by) =>
      game.run(keepReserveList, by, { reference: game.question, places: 1, until: game.inDays(90) }),
  }),
  action('release the reserve list', ['owner'], {
    why: (model) => unless([model.reserve === null, 'none stands'], [model.withdrawn, ...isOver]),
    then: (model) => {
      model.reserve = null;
      reopen(model);
    },
    does: (game, by) => game.run(releaseReserveList, by, { reference: game.question, reason: 'Not needed.' }),
  }),
  action('sign the contract', LEADS, {
    onward: true,
    why: (model) =>
      unless(
        [!model.award || isUntold(model), 'nothing was announced'],
        [model.award?.contracted === true, 'the contract is signed'],
        [awardStateOf(model) === 'extended', 'the standstill is extended'],
        [awardStateOf(model) === 'standstill', 'the standstill is not over'],
        [model.hold, 'it is on hold'],
        [model.withdrawn, ...isOver],
      ),
    then: (model) => {
      if (model.award) model.award.contracted = true;
      model.deliveryStarted = true;
    },
    does: async (game, by) =>
      game.run(signContract, by, {
        ...{ reference: await game.award(), contractReference: 'C-1' },
        ...{ startsOn: game.today(), endsOn: game.inDays(90) },
      }),
  }),
];

function isExcluded({ recommendation, bids }: Model): boolean {
  const bid = recommendation?.bid ?? null;
  return bid !== null && bids[bid].excluded;
}

const next = (model: Model): Bid | undefined =>
  standing(model).find((name) => name !== model.award?.bid && !model.ended.includes(name));

function whyNoChallenge(model: Model, name: Bid): string[] {
  const { award: made, bids, now } = model;
  const challengedAt = bids[name].challengedAt;
  return unless(
    [!bids[name].started || !made || made.noticeAt === null, 'nothing was announced'],
    [made?.bid === name, 'the bid has won'],
    [challengedAt !== null && challengedAt >= (made?.noticeAt ?? 0), 'it was challenged already'],
    [made?.contracted === true || now >= (made?.standstillOverAt ?? 0), 'there is no standstill'],
    [model.withdrawn, ...isOver],
  );
}
