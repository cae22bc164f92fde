import { confirmOpening } from '~/domain/bids/commands/confirm-opening.server';
import { excludeBid } from '~/domain/bids/commands/exclude-bid.server';
import { startBid } from '~/domain/bids/commands/start-bid.server';
import { submitBid } from '~/domain/bids/commands/submit-bid.server';
import { withdrawBid } from '~/domain/bids/commands/withdraw-bid.server';
import { appointPanelMember } from '~/domain/evaluation/commands/appoint-panel-member.server';
import { action, unless, type Action, type Attempt } from '../action';
import { PANEL } from '../model/panel';
import { BIDS, leadOf, stageOf, stateOf, type Bid, type Model, type Role } from '../model/model';

const LEADS: Role[] = ['author', 'owner'];

/** Before the closing instant; equal time is late. */
const takesBids = (model: Model): boolean => ['open', 'clarificationsClosed'].includes(stateOf(model));
const late: [string] = ['bids are closed'];

/** Where expressions are asked for, whoever was chosen bids, once all were told. */
const isInvited = ({ route, expressionsTold, bids }: Model, name: Bid): boolean =>
  !route.expressions || (expressionsTold && bids[name].invited === true);

const ofBid = (name: Bid): Action[] => {
  const lead = leadOf(name);
  const onward = true;
  return [
    action(`start bid ${name}`, [lead], {
      onward,
      // The other lead would start a bid of their own.
      notTried: BIDS.map(leadOf).filter((other) => other !== lead),
      why: (model) =>
        unless(
          [!takesBids(model), ...late],
          [model.bids[name].started, 'it is there'],
          [!isInvited(model, name), 'they are not invited'],
        ),
      then: (model) => (model.bids[name].started = true),
      does: async (game, by) => {
        const outcome = await game.run(startBid, by, {
          ...{ reference: game.question, organisation: 'independent', termsRead: true },
        });
        if (outcome.kind === 'done') await game.writeBid(name);
        return outcome;
      },
    }),
    action(`submit bid ${name}`, [lead], {
      onward,
      why: (model) => unless([!model.bids[name].started, 'there is none'], [!takesBids(model), ...late]),
      then: (model) => Object.assign(model.bids[name], { live: true, taken: false }),
      does: async (game, by) => game.run(submitBid, by, { ...(await game.draft(name)), keep: [] }),
    }),
    action(`withdraw bid ${name}`, [lead], {
      why: (model) => unless([!model.bids[name].live, 'nothing is submitted'], [!takesBids(model), ...late]),
      then: (model) => Object.assign(model.bids[name], { live: false, taken: true }),
      does: async (game, by) =>
        game.run(withdrawBid, by, { reference: (await game.draft(name)).reference, reason: '' }),
    }),
    action(`exclude bid ${name}`, ['moderator'], {
      why: (model) =>
        unless(
          [!model.panel || !model.opened || !model.bids[name].live, 'it is not there to be judged'],
          [model.bids[name].excluded, 'it is excluded'],
          [model.outcome !== null, 'it is decided'],
          [model.withdrawn, 'the question is over'],
        ),
      then: (model) => {
        model.bids[name].excluded = true;
        // The ranking is another now, so what was approved of it is void.
        if (model.recommendation) model.recommendation.approvedBy = [];
      },
      does: async (game, by) =>
        game.run(excludeBid, by, { reference: (await game.draft(name)).reference, reason: 'No plan.' }),
    }),
  ];
};

const CAPACITY = { moderator: 'moderator', holder: 'budgetHolder' } as const;

export const BIDDING: Action[] = [
  {
    name: 'appoint the panel',
    by: LEADS,
    onward: true,
    attempts: (model, by) =>
      PANEL.map((role, place): Attempt => ({
        by,
        theirs: LEADS.includes(by),
        walled: false,
        why: whyNoPanel(model),
        // They are one step: the panel is there with the last of them.
        then: (after) => void (after.panel ||= place === PANEL.length - 1),
        does: (game) =>
          game.run(appointPanelMember, by, {
            ...{ reference: game.question, person: game.reference(role) },
            role: role === 'moderator' ? 'moderator' : 'evaluator',
          }),
      })),
  },
  ...BIDS.flatMap(ofBid),
  action('open the bids', ['moderator', 'holder'], {
    onward: true,
    why: (model, by) =>
      unless(
        [stateOf(model) !== 'closed', 'they are sealed, open or withdrawn'],
        [by === 'moderator' && !model.panel, 'nobody was appointed'],
        [model.openers.includes(by), 'a second person has to confirm'],
      ),
    then: (model, by) => {
      model.openers.push(by);
      model.opened = model.openers.length >= (model.route.twoOpeners ? 2 : 1);
    },
    does: (game, by) =>
      game.run(confirmOpening, by, {
        reference: game.question,
        capacity: CAPACITY[by as keyof typeof CAPACITY] ?? 'moderator',
      }),
  }),
];

/** Until quality is agreed; who is on it stays on it. */
function whyNoPanel(model: Model): string[] {
  return unless(
    [model.panel, 'they are on it'],
    [!['beforeOpening', 'declaring', 'scoring'].includes(stageOf(model)), 'it is settled'],
  );
}
