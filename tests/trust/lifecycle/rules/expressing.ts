import { submitExpression } from '~/domain/bids/commands/submit-expression.server';
import { withdrawExpression } from '~/domain/bids/commands/withdraw-expression.server';
import { judgeExpression } from '~/domain/evaluation/commands/judge-expression.server';
import { tellExpressions } from '~/domain/evaluation/commands/tell-expressions.server';
import { action, unless, type Action } from '../action';
import { BIDS, leadOf, type Bid, type Model, type Role } from '../model/model';
import { isClear, isOnPanel, PANEL } from '../model/panel';

/** From publication to its deadline; equal time is late, as with bids. */
export const takesExpressions = ({ expressionsCloseAt, publishedAt, withdrawn, now }: Model): boolean =>
  expressionsCloseAt !== null && publishedAt !== null && !withdrawn && now < expressionsCloseAt;

export const sent = ({ bids }: Model): Bid[] => BIDS.filter((name) => bids[name].expression === 'sent');

/** Sealed until the deadline, then read by whoever of the panel has declared. */
const whySealed = (model: Model, by: Role): string[] =>
  unless(
    [!model.route.expressions, 'none are asked for'],
    [model.now < (model.expressionsCloseAt ?? 0), 'they are sealed'],
    [!isClear(model, by, 'publication'), 'they have not declared'],
  );

const whyNotNow = (model: Model, by: Role): string[] => [
  ...whySealed(model, by),
  ...unless([model.expressionsTold, 'all were told'], [model.withdrawn, 'the question is over']),
];

/** How many expressions somebody reads; null where there are none to them. */
export const seenExpressions = (model: Model, by: Role): number | null =>
  isOnPanel(model, by) && whySealed(model, by).length === 0 ? sent(model).length : null;

const ofExpression = (name: Bid): Action[] => {
  const lead = leadOf(name);
  // The other lead would send or take back their own.
  const notTried = BIDS.map(leadOf).filter((other) => other !== lead);
  const closed = (model: Model): [boolean, string] => [!takesExpressions(model), 'expressions are closed'];
  return [
    action(`send expression ${name}`, [lead], {
      ...{ onward: true, notTried },
      why: (model) => unless(closed(model)),
      then: (model) => (model.bids[name].expression = 'sent'),
      does: (game, by) =>
        game.run(submitExpression, by, {
          ...{ reference: game.question, organisation: 'independent' },
          ...{ names: 'The lead alone', approach: 'We would ask around the ports.' },
        }),
    }),
    action(`take expression ${name} back`, [lead], {
      notTried,
      why: (model) => unless(closed(model), [model.bids[name].expression !== 'sent', 'none was sent']),
      then: (model) => (model.bids[name].expression = 'takenBack'),
      does: (game, by) => game.run(withdrawExpression, by, { reference: game.question }),
    }),
    ...[true, false].map((invited) =>
      action(`judge expression ${name}: ${invited ? 'invited' : 'not invited'}`, PANEL, {
        ...(invited ? { onward: true } : {}),
        theirs: isOnPanel,
        why: (model, by) => [
          ...whyNotNow(model, by),
          ...unless([model.bids[name].expression !== 'sent', 'there is none']),
        ],
        then: (model) => (model.bids[name].invited = invited),
        does: async (game, by) =>
          game.run(judgeExpression, by, {
            reference: await game.expression(name),
            ...{ invited: invited ? 'yes' : 'no', reason: 'By the published criteria.' },
          }),
      }),
    ),
  ];
};

export const EXPRESSING: Action[] = [
  ...BIDS.flatMap(ofExpression),
  action('tell who is invited', ['moderator'], {
    onward: true,
    theirs: (model, by) => by === 'moderator' && isOnPanel(model, by),
    why: (model, by) => [
      ...whyNotNow(model, by),
      ...unless([sent(model).some((name) => model.bids[name].invited === null), 'one is not judged']),
    ],
    then: (model) => (model.expressionsTold = true),
    does: (game, by) => game.run(tellExpressions, by, { reference: game.question }),
  }),
];
