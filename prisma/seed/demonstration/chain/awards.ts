import { acceptDeliverable } from '~/domain/awards/commands/accept-deliverable.server';
import { approveRecommendation } from '~/domain/awards/commands/approve-recommendation.server';
import { closeAward } from '~/domain/awards/commands/close-award.server';
import { deliver } from '~/domain/awards/commands/deliver.server';
import { giveNotice } from '~/domain/awards/commands/give-notice.server';
import { payMilestone } from '~/domain/awards/commands/pay-milestone.server';
import { reviewDeliverable } from '~/domain/awards/commands/review-deliverable.server';
import { sendSummaries } from '~/domain/awards/commands/send-summaries.server';
import { signContract } from '~/domain/awards/commands/sign-contract.server';
import { withdrawAward } from '~/domain/awards/commands/withdraw-award.server';
import { addDays, ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { bidKey } from './bids';
import { teamOf } from '../content/find-cast';
import { recommendAs } from './evaluation';
import type { Play } from '../replay/play';
import { reached, type BidStory, type Story } from '../story';
import type { Happening } from '../replay/timeline';

const CONTRACT_DAYS = 400;
const STANDSTILL_WAIT = 15;

export const winnersOf = (story: Story): BidStory[] => (story.bids ?? []).filter(({ won }) => won);

/** From the decision to the contract; days count from closing. */
export function awardHappenings(play: Play, story: Story): Happening[] {
  if (!reached(story, 'decided') || story.evaluators === undefined) return [];
  const { author, owner } = teamOf(story);
  const { closes = 0 } = story;
  const happening = (daysAgo: number, what: string, run: Happening['run']): Happening => ({
    daysAgo,
    what: `${story.key}: ${what}`,
    run,
  });
  const by = () => ({ reference: play.question(story.key) });
  const decide = () => play.does(owner.key, approveRecommendation, by());
  const happenings = [happening(closes - 17, 'decision', decide)];
  const { withdrawnAward } = story;
  if (withdrawnAward)
    happenings.push(
      happening(closes - 18, 'withdraw decision', () => withdraw(play, story, withdrawnAward)),
      happening(closes - 18, 'recommend again', () => recommendAs(play, story)),
      happening(closes - 18, 'decide again', decide),
    );
  const isAwarded = story.recommendation?.outcome === 'awarded';
  if (isAwarded && !reached(story, 'noticed')) return happenings;
  happenings.push(happening(closes - 19, 'summaries', () => play.does(author.key, sendSummaries, by())));
  if (!isAwarded) return happenings;
  happenings.push(happening(closes - 20, 'notice', () => play.does(author.key, giveNotice, by())));
  if (!reached(story, 'contracted')) return happenings;
  return [
    ...happenings,
    happening(contractDay(story), 'contract', () => signAll(play, story)),
    happening(contractDay(story) - 12, 'approvals', () => approveAll(play, story)),
  ];
}

export const contractDay = ({ closes = 0, route }: Story): number =>
  closes - 20 - (route === 'competition' ? STANDSTILL_WAIT : 5);

async function withdraw(play: Play, story: Story, reason: string): Promise<void> {
  const [winner] = winnersOf(story);
  if (!winner) throw new Error(`${story.key} has no award to withdraw`);
  const { reference } = await awardOf(play, story, winner);
  await play.does(teamOf(story).owner.key, withdrawAward, { reference, reason });
}

export async function awardOf(play: Play, story: Story, bid: BidStory) {
  return database().award.findFirstOrThrow({
    where: { bid: { reference: play.bid(bidKey(story, bid)) }, withdrawnAt: null },
    select: { id: true, reference: true, milestones: { orderBy: { position: 'asc' } } },
  });
}

async function signAll(play: Play, story: Story): Promise<void> {
  const startsOn = ukDay(await soundingsNow(database()));
  for (const [index, bid] of winnersOf(story).entries()) {
    const { id, reference } = await awardOf(play, story, bid);
    await play.does(teamOf(story).author.key, signContract, {
      reference,
      contractReference: `${story.key.toUpperCase()}-${index + 1}`,
      startsOn,
      endsOn: addDays(startsOn, CONTRACT_DAYS),
    });
    await database().award.update({ where: { id }, data: { invented: true } });
  }
}

/** The approvals that the question asked for, before anything else can be delivered. */
async function approveAll(play: Play, story: Story): Promise<void> {
  for (const bid of winnersOf(story)) {
    const { milestones } = await awardOf(play, story, bid);
    for (const { position, title } of milestones.filter(({ approval }) => approval)) {
      const reference = await handOver(play, story, bid, { position, title, summary: `${title}: granted without conditions. The letter is on file.`, limits: '' });
      await review(play, story, reference, 'The letter names this study and covers all of its fieldwork.');
      await accept(play, story, reference);
    }
  }
}

interface HandedOver {
  position: number;
  title: string;
  summary: string;
  limits: string;
}

export async function handOver(play: Play, story: Story, bid: BidStory, work: HandedOver): Promise<string> {
  const { reference } = await awardOf(play, story, bid);
  return (await play.does(bid.lead, deliver, { reference, ...work })).reference;
}

export const review = (play: Play, story: Story, reference: string, note: string) =>
  play.does(teamOf(story).moderator.key, reviewDeliverable, { reference, note });

export const accept = (play: Play, story: Story, reference: string) =>
  play.does(teamOf(story).owner.key, acceptDeliverable, { reference });

export async function pay(play: Play, story: Story, bid: BidStory, position: number): Promise<void> {
  const { reference } = await awardOf(play, story, bid);
  await play.does(teamOf(story).budgetHolder.key, payMilestone, { reference, position });
}

export async function close(play: Play, story: Story, bid: BidStory): Promise<void> {
  const { reference } = await awardOf(play, story, bid);
  await play.does(teamOf(story).author.key, closeAward, { reference });
}
