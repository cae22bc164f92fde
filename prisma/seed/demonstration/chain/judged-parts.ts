import { agreeInterviews } from '~/domain/evaluation/commands/agree-interviews.server';
import { agreeRequirements } from '~/domain/evaluation/commands/agree-requirements.server';
import { checkRequirements } from '~/domain/evaluation/commands/check-requirements.server';
import { chooseInterviewSlot } from '~/domain/evaluation/commands/choose-interview-slot.server';
import { inviteToInterviews } from '~/domain/evaluation/commands/invite-to-interviews.server';
import { recordInterview } from '~/domain/evaluation/commands/record-interview.server';
import { requirementsPage } from '~/domain/evaluation/queries/requirements-page.server';
import { ask } from '~/domain/query.server';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { bidKey } from './bids';
import { standing } from './scoring';
import { teamOf } from '../content/find-cast';
import type { InterviewsStory } from '../competition-parts';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';
import type { Story } from '../story';

const happeningOf =
  (story: Story) =>
  (daysAgo: number, what: string, run: Happening['run']): Happening => ({
    daysAgo,
    what: `${story.key}: ${what}`,
    run,
  });

/** Two of the panel find what is essential of each bid, before anything is scored. */
export function requirementHappenings(play: Play, story: Story): Happening[] {
  const essentials = story.parts?.essentials ?? [];
  if (essentials.length === 0) return [];
  return [happeningOf(story)((story.closes ?? 0) - 9, 'requirements', () => findAllMet(play, story))];
}

async function findAllMet(play: Play, story: Story): Promise<void> {
  const [first = ''] = story.evaluators ?? [];
  const { moderator } = teamOf(story);
  for (const bid of standing(story)) {
    const reference = play.bid(bidKey(story, bid));
    const checks = (story.parts?.essentials ?? []).map((_, index) => ({
      position: index + 1,
      met: 'yes',
      reason: 'The evidence says so, with names and dates.',
    }));
    await play.does(first, checkRequirements, { reference, checks });
    const found = await ask(requirementsPage, await play.as(moderator.key), { reference });
    if (!found || 'kind' in found) throw new Error(`${story.key}: the moderator cannot read the checks`);
    await play.does(moderator.key, agreeRequirements, { reference, seen: found.seen });
  }
}

/** Between the agreement on quality and the recommendation. */
export function interviewHappenings(play: Play, story: Story): Happening[] {
  const { interviews } = story.parts ?? {};
  if (!interviews) return [];
  const on = happeningOf(story);
  const { closes = 0 } = story;
  return [
    on(closes - 14, 'invite to interviews', () => invite(play, story, interviews)),
    on(closes - 15, 'interviews', () => record(play, story, interviews)),
  ];
}

async function invite(play: Play, story: Story, { asks, found }: InterviewsStory): Promise<void> {
  const today = ukDay(await soundingsNow(database()));
  const day = addDays(today, 1);
  const date = `${day.getUTCDate()} ${day.getUTCMonth() + 1} ${day.getUTCFullYear()}`;
  const times = Object.keys(found).flatMap((_, index) => [
    `${date} ${10 + index}:00`,
    `${date} ${14 + index}:00`,
  ]);
  await play.does(teamOf(story).moderator.key, inviteToInterviews, {
    reference: play.question(story.key),
    asks,
    slots: times.map((time) => `${time} Room 4.12, or by video`).join('\n'),
    chooseBy: isoDay(today),
  });
  for (const lead of Object.keys(found)) {
    const reference = play.bid(`${story.key}/${lead}`);
    const slot = await database().interviewSlot.findFirstOrThrow({
      where: { bid: { reference } },
      orderBy: { startsAt: 'asc' },
    });
    await play.does(lead, chooseInterviewSlot, { reference, slot: slot.id });
  }
}

async function record(play: Play, story: Story, { found }: InterviewsStory): Promise<void> {
  const { moderator } = teamOf(story);
  for (const [lead, [points, reason]] of Object.entries(found)) {
    const reference = play.bid(`${story.key}/${lead}`);
    await play.does(moderator.key, recordInterview, { reference, points: String(points), reason });
  }
  await play.does(moderator.key, agreeInterviews, { reference: play.question(story.key) });
}
