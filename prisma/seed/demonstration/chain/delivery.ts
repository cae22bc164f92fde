import { returnDeliverable } from '~/domain/awards/commands/return-deliverable.server';
import { draftFromDeliverable } from '~/domain/knowledge/commands/draft-from-deliverable.server';
import { accept, close, handOver, pay, review, winnersOf } from './awards';
import { teamOf } from '../content/find-cast';
import { findingHappenings } from './findings';
import type { Play } from '../replay/play';
import { reached, type BidStory, type DeliveredStory, type Story } from '../story';
import type { Happening } from '../replay/timeline';

const REVIEW_DAYS = 4;
const ACCEPT_DAYS = 6;
const PAY_DAYS = 9;

/** What the winners handed over, what became of it, and the findings made from it. */
export function deliveryHappenings(play: Play, story: Story): Happening[] {
  if (!reached(story, 'contracted')) return [];
  return winnersOf(story).flatMap((bid) => {
    const works = bid.delivered ?? [];
    const happenings = works.flatMap((work) => workHappenings(play, story, bid, work));
    if (!reached(story, 'answered')) return happenings;
    const last = Math.min(...works.map(({ daysAgo }) => daysAgo));
    const run = () => close(play, story, bid);
    return [...happenings, { daysAgo: last - PAY_DAYS - 2, what: `${story.key}: close`, run }];
  });
}

function workHappenings(play: Play, story: Story, bid: BidStory, work: DeliveredStory): Happening[] {
  const about = (what: string) => `${story.key}: ${what} “${work.title}”`;
  const position = (story.approvals ?? []).length + work.milestone;
  let reference = '';
  const { title, summary, limits, daysAgo, returned, finding } = work;
  const happenings: Happening[] = [
    {
      daysAgo,
      what: about('deliver'),
      run: async () => {
        reference = await handOver(play, story, bid, { position, title, summary, limits });
      },
    },
  ];
  if (returned)
    happenings.push({
      daysAgo: daysAgo - REVIEW_DAYS,
      what: about('return'),
      run: () => play.does(teamOf(story).owner.key, returnDeliverable, { reference, reason: returned }),
    });
  if (work.review)
    happenings.push({
      daysAgo: daysAgo - REVIEW_DAYS,
      what: about('review'),
      run: () => review(play, story, reference, work.review ?? ''),
    });
  if (!work.accepted) return happenings;
  happenings.push(
    { daysAgo: daysAgo - ACCEPT_DAYS, what: about('accept'), run: () => accept(play, story, reference) },
    { daysAgo: daysAgo - PAY_DAYS, what: about('pay'), run: () => pay(play, story, bid, position) },
  );
  if (!finding) return happenings;
  const start = () => play.does(bid.lead, draftFromDeliverable, { deliverable: reference });
  return [
    ...happenings,
    ...findingHappenings(play, { writer: bid.lead, start, finding, text: { summary, limits }, tags: story }),
  ];
}
