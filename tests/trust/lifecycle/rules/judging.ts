import { agreeQuality } from '~/domain/evaluation/commands/agree-quality.server';
import { putOnHold } from '~/domain/evaluation/commands/put-on-hold.server';
import { recommend } from '~/domain/evaluation/commands/recommend.server';
import { recordMeeting } from '~/domain/evaluation/commands/record-meeting.server';
import { resumeCompetition } from '~/domain/evaluation/commands/resume-competition.server';
import { returnRecommendation } from '~/domain/evaluation/commands/return-recommendation.server';
import { saveScores } from '~/domain/evaluation/commands/save-scores.server';
import { action, unless, type Action, type Attempt } from '../action';
import { stageOf, standing, type Bid, type Model, type Role } from '../model/model';
import { interestAt, isClear, isOnPanel, liveEvaluators } from '../model/panel';

/** Each of these evaluators scores every bid that stands, or finds that there is none. */
const scores = (name: string, who: Role[]): Action => ({
  name,
  by: who.slice(0, 1),
  onward: true,
  attempts: (model) => {
    const bids = standing(model).length > 0 ? standing(model) : (['A'] satisfies Bid[]);
    const those = who.filter((by) => who.length === 1 || isOnPanel(model, by) || !model.panel);
    return those.flatMap((by) => bids.map((bid) => scoring(model, by, bid)));
  },
});

const scoring = (model: Model, by: Role, bid: Bid): Attempt => ({
  by,
  theirs: true,
  walled: model.walled.includes(by),
  why: unless(
    [!model.bids[bid].live || model.bids[bid].excluded || !model.panel, 'there is nothing to score'],
    [stageOf(model) !== 'scoring', 'scoring is not on'],
    [!model.declared.opening.includes(by), 'they have not declared'],
    [interestAt(model, by, 'opening')?.state === 'undecided', 'their interest is undecided'],
    [model.bids[bid].scoredBy.includes(by), 'their scores are in'],
  ),
  then: (after) => after.bids[bid].scoredBy.push(by),
  does: async (game) =>
    game.run(saveScores, by, {
      ...{ reference: (await game.draft(bid)).reference, intent: 'submit' },
      scores: game.marks(bid === 'A' ? 4 : 3),
    }),
});

const notAsModerator = (model: Model): [boolean, string] => [
  !isClear(model, 'moderator', 'opening'),
  'the moderator has not declared',
];

/** The best of what stands, by scores and prices that do not change its order. */
export const best = (model: Model): Bid | undefined => standing(model)[0];

const recommends = (outcome: 'awarded' | 'noneSuitable'): Action =>
  action(outcome === 'awarded' ? 'recommend the best bid' : 'recommend none', ['moderator'], {
    ...(outcome === 'awarded' ? { onward: true } : {}),
    theirs: (_model, by) => by === 'moderator',
    why: (model) =>
      unless(
        [!model.panel, 'nobody was appointed'],
        notAsModerator(model),
        [model.hold, 'it is on hold'],
        [stageOf(model) === 'interviewing', 'interviews are not over'],
        [!mayBeRecommended(model), 'it does not follow the ranking, or one waits'],
        [outcome === 'noneSuitable' && model.outcome !== null, 'the reserve list is followed'],
        [outcome === 'awarded' && chosen(model) === undefined, 'no bid stands'],
      ),
    then: (model) => {
      const bid = outcome === 'awarded' ? (chosen(model) ?? null) : null;
      model.recommendation = { outcome, bid, approvedBy: [] };
    },
    does: async (game, by) =>
      game.run(recommend, by, {
        ...{ reference: game.question, outcome, text: 'As ranked.', tieReason: 'As agreed.' },
        bids: outcome === 'awarded' ? [await game.bestBid()] : [],
      }),
  });

/** After a decision only from the reserve list, once no award stands. */
const mayBeRecommended = (model: Model): boolean =>
  ['interviewing', 'ranking'].includes(stageOf(model)) ||
  (stageOf(model) === 'decided' &&
    model.reserve !== null &&
    model.award === null &&
    model.recommendation === null);
export const chosen = (model: Model): Bid | undefined => model.reserve ?? best(model);

export const JUDGING: Action[] = [
  scores('score the bids', ['evaluator']),
  scores('score the bids as the others', ['second', 'third']),
  action('minute the meeting', ['moderator'], {
    onward: true,
    theirs: (_model, by) => by === 'moderator',
    why: (model) =>
      unless([!model.panel || stageOf(model) !== 'scoring', 'scoring is not on'], notAsModerator(model)),
    then: (model) => (model.meetings += 1),
    does: (game, by) =>
      game.run(recordMeeting, by, {
        ...{ reference: game.question, heldOn: game.today(), minutes: 'All agreed.' },
        ...{ present: [], abstained: [], abstainedWhy: '' },
      }),
  }),
  action('agree on quality', ['moderator'], {
    onward: true,
    theirs: (_model, by) => by === 'moderator',
    why: (model) =>
      unless(
        [!model.panel || stageOf(model) !== 'scoring', 'scoring is not on'],
        notAsModerator(model),
        [standing(model).length > 0 && model.meetings === 0, 'no meeting was minuted'],
        [
          standing(model).some((name) =>
            liveEvaluators(model).some((one) => !model.bids[name].scoredBy.includes(one)),
          ),
          'scores are missing',
        ],
      ),
    then: (model) => (model.qualityAgreed = true),
    does: (game, by) => game.run(agreeQuality, by, { reference: game.question }),
  }),
  recommends('awarded'),
  recommends('noneSuitable'),
  action('return the recommendation', ['owner', 'approver'], {
    theirs: (model, by) => by === decisionTurn(model),
    why: (model) =>
      unless([model.recommendation === null, 'none waits'], [model.withdrawn, 'the question is over']),
    then: (model) => (model.recommendation = null),
    does: (game, by) =>
      game.run(returnRecommendation, by, { reference: game.question, reason: 'Look again.' }),
  }),
  action('put it on hold', ['owner'], {
    why: (model) =>
      unless(
        [model.withdrawn || !model.opened || model.deliveryStarted, 'there is nothing to hold'],
        [model.hold, 'it is on hold'],
      ),
    then: (model) => (model.hold = true),
    does: (game, by) =>
      game.run(putOnHold, by, { reference: game.question, reason: 'A question.', reviewOn: game.inDays(30) }),
  }),
  action('take it off hold', ['owner'], {
    why: (model) => unless([!model.hold, 'it is not on hold']),
    then: (model) => (model.hold = false),
    does: (game, by) => game.run(resumeCompetition, by, { reference: game.question }),
  }),
];

/** Further levels go by what is spent: where nothing is awarded the owner decides alone. */
export const asksFurther = ({ route, recommendation }: Model): boolean =>
  route.furtherApproval && recommendation?.outcome === 'awarded';

/** The owner first, then whoever the further level names. */
export const decisionTurn = (model: Model): Role =>
  asksFurther(model) && model.recommendation?.approvedBy.includes('owner') ? 'approver' : 'owner';
