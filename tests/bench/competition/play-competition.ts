import { approveRecommendation } from '~/domain/awards/commands/approve-recommendation.server';
import { giveNotice } from '~/domain/awards/commands/give-notice.server';
import { sendSummaries } from '~/domain/awards/commands/send-summaries.server';
import { signContract } from '~/domain/awards/commands/sign-contract.server';
import { confirmOpening } from '~/domain/bids/commands/confirm-opening.server';
import { agreeQuality } from '~/domain/evaluation/commands/agree-quality.server';
import { recommend } from '~/domain/evaluation/commands/recommend.server';
import { recordMeeting } from '~/domain/evaluation/commands/record-meeting.server';
import { rankingPage } from '~/domain/evaluation/queries/ranking-page.server';
import { ask } from '~/domain/query.server';
import { addDays, ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { bidHappenings } from '../../../prisma/seed/demonstration/chain/bids';
import { seededFrom } from '../../../prisma/seed/demonstration/chain/chance';
import { questionHappenings } from '../../../prisma/seed/demonstration/chain/questions';
import { teamOf } from '../../../prisma/seed/demonstration/content/find-cast';
import { catchUp } from '../../../prisma/seed/demonstration/replay/catch-up';
import {
  dayBefore,
  instantOn,
  releaseClock,
  setClock,
  todayOfMachine,
} from '../../../prisma/seed/demonstration/replay/clock';
import { loadOrganisations } from '../../../prisma/seed/organisations';
import { Play } from '../../../prisma/seed/demonstration/replay/play';
import type { Happening } from '../../../prisma/seed/demonstration/replay/timeline';
import { bidsOf, callOf, DAYS, type Sizes } from './call';
import { makeCrowd, makeTeamOf } from './crowd';
import {
  assign,
  declareAll,
  scoreAll,
  seatPanel,
  settleConflicts,
  settleDisagreements,
  statePreferencesOfAll,
  type Call,
} from './steps';

export interface Played {
  call: Call;
  reference: string;
  /** What each stage took, in the order of the stages. */
  stages: { name: string; seconds: number; what: string }[];
}

/** A funding call from its first draft to its contracts, through the commands that the pages use. */
export async function playCompetition(sizes: Sizes): Promise<Played> {
  const stages: Played['stages'] = [];
  const play = new Play();
  const day = await daysBack();
  const stage = async (name: string, daysAgo: number, work: () => Promise<string>) => {
    await day(daysAgo);
    const started = performance.now();
    const what = await work();
    stages.push({ name, seconds: (performance.now() - started) / 1000, what });
  };
  await day(100);
  await loadOrganisations(database(), 'invented');
  await play.learn();
  await makeTeamOf(play, 'home-office');
  const crowd = await makeCrowd(play, sizes);
  const story = callOf(sizes, bidsOf(crowd, seededFrom('bids')));
  const call: Call = { play, story, crowd, sizes };
  await commissioning(call, stage, day);
  await assessing(call, stage);
  await deciding(call, stage);
  await stage('notices and trail', 1, async () => {
    await catchUp({ tells: true });
    return `${await database().fact.count()} facts, ${await database().notice.count()} notices`;
  });
  await releaseClock();
  return { call, reference: play.question(story.key), stages };
}

type Stage = (name: string, daysAgo: number, work: () => Promise<string>) => Promise<void>;
type GoTo = (daysAgo: number) => Promise<void>;

async function daysBack(): Promise<GoTo> {
  const today = await todayOfMachine();
  return (daysAgo) => setClock(instantOn(dayBefore(today, daysAgo), 10, 0));
}

async function commissioning(call: Call, stage: Stage, day: GoTo): Promise<void> {
  const { play, story, sizes } = call;
  const { published, closes } = DAYS;
  await stage('draft, approval, publication', published + 9, async () => {
    for (const { daysAgo, run } of questionHappenings(play, story)) await inOrder(day, { daysAgo, run });
    return 'one funding call';
  });
  await stage('panel', published - 3, async () => {
    await seatPanel(call);
    await declareAll(call, 'publication');
    return `${sizes.assessors} assessors asked, accepted and declared`;
  });
  await stage('bids', closes + 10, async () => {
    for (const one of bidHappenings(play, story)) await one.run();
    return `${sizes.bids} bids written, sealed and sent`;
  });
}

async function inOrder(day: GoTo, { daysAgo, run }: Pick<Happening, 'daysAgo' | 'run'>): Promise<void> {
  await day(daysAgo);
  await run();
}

async function assessing(call: Call, stage: Stage): Promise<void> {
  const { play, story } = call;
  const { moderator } = teamOf(story);
  const reference = play.question(story.key);
  const { closes } = DAYS;
  await stage('opening', closes - 4, async () => {
    await play.does(moderator.key, confirmOpening, { reference, capacity: 'moderator' });
    return `${await database().bid.count({ where: { question: { openedAt: { not: null } } } })} bids opened`;
  });
  await stage('declarations and conflicts', closes - 5, async () => {
    await declareAll(call, 'opening');
    const { confirmed, dismissed } = await settleConflicts(call);
    return `${confirmed} conflicts confirmed, ${dismissed} suspicions dismissed`;
  });
  await stage('preferences', closes - 6, async () => {
    await statePreferencesOfAll(call);
    return `${await database().bidPreference.count()} stated`;
  });
  await stage('assignment', closes - 7, async () => {
    const { places, total, worst, lowestLoad, highestLoad } = await assign(call);
    return `${places} assessments, total ${total}, worst-off bid ${worst}, loads ${lowestLoad} to ${highestLoad}`;
  });
  await stage('scores and consensus', closes - 10, async () => {
    const given = await scoreAll(call);
    const settled = await settleDisagreements(call, given);
    return `${given.reduce((all, { values }) => all + values.length, 0)} assessments, ${settled} bids with a consensus`;
  });
}

async function deciding(call: Call, stage: Stage): Promise<void> {
  const { play, story } = call;
  const { moderator, owner, author } = teamOf(story);
  const reference = play.question(story.key);
  const { closes } = DAYS;
  await stage('meeting, ranking, recommendation', closes - 13, async () => {
    const heldOn = ukDay(await soundingsNow(database()));
    const minutes = 'Every bid whose scores lay apart was read again by those who had scored it.';
    await play.does(moderator.key, recordMeeting, { reference, heldOn, minutes });
    await play.does(moderator.key, agreeQuality, { reference });
    const bids = await bestBids(call);
    const text = 'The best by the published formula, as far as the money goes.';
    await play.does(moderator.key, recommend, {
      reference,
      outcome: 'awarded',
      bids,
      text,
      tieReason: 'Level bids: the one sent first.',
    });
    return `${bids.length} bids recommended`;
  });
  await stage('decision, summaries, notice', closes - 16, async () => {
    await declareAll(call, 'award');
    await play.does(owner.key, approveRecommendation, { reference });
    await play.does(author.key, sendSummaries, { reference });
    await play.does(author.key, giveNotice, { reference });
    return `${await database().award.count()} awards, summaries to all`;
  });
  await stage('contracts', closes - 35, async () => {
    const startsOn = ukDay(await soundingsNow(database()));
    const awards = await database().award.findMany({
      select: { reference: true },
      orderBy: { reference: 'asc' },
    });
    for (const [index, award] of awards.entries())
      await play.does(author.key, signContract, {
        reference: award.reference,
        contractReference: `CALL-${index + 1}`,
        startsOn,
        endsOn: addDays(startsOn, 400),
      });
    return `${awards.length} signed`;
  });
}

/** From the top of the ranking, as many as there are awards. */
async function bestBids({ play, story, sizes }: Call): Promise<string[]> {
  const page = await ask(rankingPage, await play.as(teamOf(story).moderator.key), {
    reference: play.question(story.key),
  });
  if (!page || !('rows' in page)) throw new Error('there is no ranking');
  const ranked = page.rows.filter(({ rank }) => rank !== null);
  return ranked.slice(0, sizes.awards).map(({ reference }) => reference);
}
