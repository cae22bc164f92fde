import { addAddendum } from '~/domain/questions/commands/add-addendum.server';
import { answerClarification } from '~/domain/questions/commands/answer-clarification.server';
import { approveQuestion } from '~/domain/questions/commands/approve-question.server';
import { askClarification } from '~/domain/questions/commands/ask-clarification.server';
import { proposeExtension } from '~/domain/questions/commands/propose-extension.server';
import { returnQuestion } from '~/domain/questions/commands/return-question.server';
import { settleExtension } from '~/domain/questions/commands/settle-extension.server';
import { submitForApproval } from '~/domain/questions/commands/submit-for-approval.server';
import { withdrawQuestion } from '~/domain/questions/commands/withdraw-question.server';
import { action, unless, type Action } from '../action';
import { clarificationsEnd, workingDaysUntil } from '../model/calendar';
import { stateOf, type Model, type Role } from '../model/model';
import { isClear } from '../model/panel';

const FEWEST_DAYS = 2;
const DAY_MS = 86_400_000;
const LEADS: Role[] = ['author', 'owner'];

const isTooSoon = ({ now, closesAt, expressionsCloseAt }: Model): boolean =>
  workingDaysUntil(now, closesAt) < FEWEST_DAYS || (expressionsCloseAt !== null && now >= expressionsCloseAt);
const awaits = (model: Model): boolean => stateOf(model) === 'awaitingApproval';
const isOpen = (model: Model): boolean => ['open', 'clarificationsClosed'].includes(stateOf(model));

/** The owner first, then whoever the team’s further level names. */
const turn = ({ route, approvedBy }: Model): Role =>
  route.furtherApproval && approvedBy.includes('owner') ? 'approver' : 'owner';
const isTurnOf = (model: Model, role: Role): boolean => role === turn(model);

const publish = (model: Model): void => {
  model.publishedAt = model.now;
  model.clarifyUntil = clarificationsEnd(model.now, model.closesAt);
};

export const ASKING: Action[] = [
  action('hand in the draft', ['author'], {
    onward: true,
    why: (model) =>
      unless(
        [!['draft', 'returned'].includes(stateOf(model)), 'it is no draft'],
        [isTooSoon(model), 'it would close too soon'],
      ),
    then: (model) => Object.assign(model, { submitted: true, returned: false, approvedBy: [] }),
    does: (game, by) =>
      game.run(submitForApproval, by, {
        ...{ reference: game.question, nearDuplicateReason: 'Another matter.', notPersonal: true },
        uncoveredReason: 'Money follows.',
      }),
  }),
  action('approve the question', ['owner', 'approver'], {
    onward: true,
    theirs: isTurnOf,
    why: (model, by) =>
      unless(
        [!awaits(model), 'it awaits no approval'],
        [by === 'approver' && !isClear(model, by, 'publication'), 'the approver has not declared'],
        [isTooSoon(model), 'it would close too soon'],
      ),
    then: (model, by) => {
      model.approvedBy.push(by);
      if (!model.route.furtherApproval || by === 'approver') publish(model);
    },
    does: (game, by) => game.run(approveQuestion, by, { reference: game.question }),
  }),
  action('return the draft', ['owner', 'approver'], {
    theirs: isTurnOf,
    why: (model) => unless([!awaits(model), 'it awaits no approval']),
    then: (model) => Object.assign(model, { returned: true, approvedBy: [] }),
    does: (game, by) => game.run(returnQuestion, by, { reference: game.question, reason: 'Say more.' }),
  }),
  action('withdraw the question', LEADS, {
    why: (model) => unless([['answered', 'withdrawn'].includes(stateOf(model)), 'it is over']),
    then: (model) => Object.assign(model, { withdrawn: true }),
    does: (game, by) => game.run(withdrawQuestion, by, { reference: game.question, reason: 'Done early.' }),
  }),
  action('ask what is meant', ['leadA', 'leadB'], {
    why: (model) => unless([stateOf(model) !== 'open', 'clarifications are closed']),
    then: (model) => {
      model.clarifications += 1;
      model.unanswered += 1;
    },
    does: (game, by) => game.run(askClarification, by, { reference: game.question, asked: 'Which ports?' }),
  }),
  action('answer what was asked', LEADS, {
    why: (model) =>
      unless([model.unanswered === 0, 'nothing waits'], [!isOpen(model), 'it would help nobody now']),
    then: (model) => (model.unanswered -= 1),
    does: async (game, by) =>
      game.run(answerClarification, by, {
        ...{ reference: await game.waitingClarification(), publishedText: 'Which ports?', answer: 'All.' },
      }),
  }),
  action('add to the question', LEADS, {
    why: (model) =>
      unless(
        [model.publishedAt === null, 'it is not published'],
        [['answered', 'withdrawn'].includes(stateOf(model)), 'it is over'],
      ),
    then: () => undefined,
    does: (game, by) =>
      game.run(addAddendum, by, { reference: game.question, text: 'The ports of the east.' }),
  }),
  action('propose a later deadline', [...LEADS, 'approver'], {
    notTried: ['arbiter'],
    why: (model) =>
      unless([!isOpen(model), 'it is not open'], [model.extension !== null, 'one was proposed already']),
    then: (model, by) => (model.extension = { by, closesAt: model.closesAt + 7 * DAY_MS }),
    does: (game, by) => game.run(proposeExtension, by, { reference: game.question, ...game.aWeekLater() }),
  }),
  action('confirm a later deadline', ['owner', 'approver'], {
    notTried: ['author', 'arbiter'],
    // Never by whoever proposed it; where nothing was proposed there is nothing to be kept from.
    theirs: ({ extension }, by) =>
      ['owner', 'approver'].includes(by) && (extension === null || extension.by !== by),
    why: (model) =>
      unless([model.extension === null, 'none was proposed'], [!isOpen(model), 'the deadline has passed']),
    then: (model) => {
      const { extension, publishedAt } = model;
      if (!extension || publishedAt === null) return;
      model.closesAt = extension.closesAt;
      const later = clarificationsEnd(publishedAt, model.closesAt);
      model.clarifyUntil = Math.max(model.clarifyUntil, later);
      model.extension = null;
    },
    does: (game, by) =>
      game.run(settleExtension, by, { reference: game.question, decision: 'confirmed', reason: '' }),
  }),
];
