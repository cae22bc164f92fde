import { agreeInterviews } from '~/domain/evaluation/commands/agree-interviews.server';
import { chooseInterviewSlot } from '~/domain/evaluation/commands/choose-interview-slot.server';
import { declineInterview } from '~/domain/evaluation/commands/decline-interview.server';
import { inviteToInterviews } from '~/domain/evaluation/commands/invite-to-interviews.server';
import { recordInterview } from '~/domain/evaluation/commands/record-interview.server';
import { action, unless, type Action } from '../action';
import { BIDS, leadOf, stageOf, standing, type Bid, type Model } from '../model/model';
import { isClear, isOnPanel } from '../model/panel';

const moderates = (model: Model, by: string): boolean => by === 'moderator' && isOnPanel(model, 'moderator');

const whyNotOn = (model: Model): string[] =>
  unless(
    [stageOf(model) !== 'interviewing', 'interviews are not on'],
    [!isClear(model, 'moderator', 'opening'), 'the moderator has not declared'],
  );

/** Neither heard nor withdrawn; a bid that was excluded is waited for no more. */
const waits = (model: Model): boolean =>
  standing(model).some((name) => model.bids[name].interview === 'invited');

const ofBid = (name: Bid): Action[] => [
  action(`choose a time for bid ${name}`, [leadOf(name)], {
    why: (model) => [
      ...whyNoInterview(model, name),
      ...unless([model.interviews !== null && model.now >= model.interviews.chooseBy, 'choosing is over']),
    ],
    then: () => undefined,
    does: async (game, by) =>
      game.run(chooseInterviewSlot, by, {
        reference: (await game.draft(name)).reference,
        slot: await game.interviewSlot(name),
      }),
  }),
  action(`withdraw bid ${name} from the interviews`, [leadOf(name)], {
    why: (model) => whyNoInterview(model, name),
    then: (model) => (model.bids[name].interview = 'declined'),
    does: async (game, by) =>
      game.run(declineInterview, by, { reference: (await game.draft(name)).reference, reason: 'Ill.' }),
  }),
  action(`record the interview of bid ${name}`, ['moderator'], {
    onward: true,
    theirs: moderates,
    why: (model) => [
      ...whyNotOn(model),
      ...unless(
        [!['invited', 'recorded'].includes(model.bids[name].interview), 'there is none'],
        [model.bids[name].excluded, 'it is excluded'],
      ),
    ],
    then: (model) => (model.bids[name].interview = 'recorded'),
    does: async (game, by) =>
      game.run(recordInterview, by, {
        ...{ reference: (await game.draft(name)).reference, points: 0, reason: 'As written.' },
      }),
  }),
];

const whyNoInterview = (model: Model, name: Bid): string[] =>
  unless(
    [model.bids[name].interview === 'none', 'they are not invited'],
    [model.bids[name].interview === 'declined', 'they have withdrawn'],
    [model.bids[name].interview === 'recorded', 'they were heard'],
    [model.bids[name].excluded, 'the bid is excluded'],
    [model.interviewsAgreed, 'interviews are over'],
    [model.withdrawn, 'the question is over'],
  );

export const INTERVIEWING: Action[] = [
  action('invite to interviews', ['moderator'], {
    onward: true,
    theirs: moderates,
    why: (model) => [
      ...whyNotOn(model),
      ...unless(
        [model.interviews !== null, 'they are invited'],
        [standing(model).length === 0, 'nobody is on the shortlist'],
      ),
    ],
    then: (model) => {
      for (const name of standing(model)) model.bids[name].interview = 'invited';
      model.interviews = { chooseBy: endOfChoice(model.now) };
    },
    does: (game, by) =>
      game.run(inviteToInterviews, by, {
        ...{ reference: game.question, asks: 'How would you begin?', chooseBy: game.inDays(DAYS_TO_CHOOSE) },
        slots: [10, 11].map((hour) => `${game.writtenDay(DAYS_TO_CHOOSE + 2)} ${hour}:30 Room 2`).join('\n'),
      }),
  }),
  ...BIDS.flatMap(ofBid),
  action('close the interviews', ['moderator'], {
    onward: true,
    theirs: moderates,
    why: (model) => [
      ...whyNotOn(model),
      ...unless(
        [model.interviews === null && standing(model).length > 0, 'nobody was invited'],
        [waits(model), 'one is neither heard nor withdrawn'],
      ),
    ],
    then: (model) => (model.interviewsAgreed = true),
    does: (game, by) => game.run(agreeInterviews, by, { reference: game.question }),
  }),
];

const DAYS_TO_CHOOSE = 3;
const DAY_MS = 86_400_000;
const END_OF_WORK_MS = 17 * 3_600_000;

/** A day that is given as a deadline ends at 5pm. */
const endOfChoice = (now: number): number =>
  Math.floor(now / DAY_MS) * DAY_MS + DAYS_TO_CHOOSE * DAY_MS + END_OF_WORK_MS;
