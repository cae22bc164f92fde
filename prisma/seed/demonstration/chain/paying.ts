import { nameFunder } from '~/domain/questions/commands/name-funder.server';
import { sendToLevels } from '~/domain/questions/commands/send-to-levels.server';
import { settleFunder } from '~/domain/questions/commands/settle-funder.server';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { teamOf } from '../content/find-cast';
import type { Play } from '../replay/play';
import { reached, type Story } from '../story';
import type { Happening } from '../replay/timeline';

const FIRM_SHARE = 0.6;
const DAYS_TO_DECIDE = 20;
const MOST_TEAMS = 3;

/** Who pays for a question that is still going on, and whom it was sent to at other levels. */
export function payingHappenings(play: Play, story: Story): Happening[] {
  if (!reached(story, 'published') || reached(story, 'answered') || story.withdrawn) return [];
  const day = story.published - 1;
  const about = (what: string) => `${story.key}: ${what}`;
  return [
    { daysAgo: day, what: about('who pays'), run: () => nameWhoPays(play, story) },
    { daysAgo: day, what: about('to other levels'), run: () => sendOn(play, story) },
    { daysAgo: day - DAYS_TO_DECIDE, what: about('money is firm'), run: () => makeFirm(play, story) },
  ].filter(({ daysAgo }) => daysAgo >= 0);
}

const questionOf = (play: Play, story: Story) =>
  database().question.findUniqueOrThrow({
    where: { reference: play.question(story.key) },
    include: { team: { include: { organisation: true } } },
  });

async function nameWhoPays(play: Play, story: Story): Promise<void> {
  const { author } = teamOf(story);
  const { reference, budgetMaximum, team } = await questionOf(play, story);
  if (!budgetMaximum) return;
  const today = ukDay(await soundingsNow(database()));
  const firm = Math.floor((budgetMaximum * FIRM_SHARE) / 100) * 100;
  const funder = `organisation:${team.organisation.slug}`;
  await play.does(author.key, nameFunder, { reference, funder, amount: firm, certainty: 'firm', ringFenced: true });
  await play.does(author.key, nameFunder, {
    reference,
    funder: `team:${team.reference}`,
    amount: budgetMaximum - firm,
    certainty: 'conditional',
    condition: 'The programme board agrees the second year',
    decidedBy: isoDay(addDays(today, DAYS_TO_DECIDE)),
    secureFrom: today.getUTCFullYear(),
    secureUntil: today.getUTCFullYear() + 1,
  });
}

async function makeFirm(play: Play, story: Story): Promise<void> {
  const { author } = teamOf(story);
  const question = await questionOf(play, story);
  const waiting = await database().funding.findFirst({
    where: { questionId: question.id, certainty: 'conditional', changes: { none: {} } },
  });
  if (!waiting?.reference) return;
  const on = isoDay(ukDay(await soundingsNow(database())));
  await play.does(author.key, settleFunder, {
    ...{ reference: waiting.reference, becomes: 'firm', on },
    reason: 'The programme board agreed it, minute 7',
  });
}

async function sendOn(play: Play, story: Story): Promise<void> {
  const { author } = teamOf(story);
  const { reference, visibility, teamId } = await questionOf(play, story);
  if (visibility !== 'network') return;
  const teams = await database().team.findMany({
    where: { id: { not: teamId }, closedAt: null, organisation: { level: { in: ['local', 'regional'] } } },
    orderBy: { reference: 'asc' },
    take: MOST_TEAMS,
  });
  if (teams.length === 0) return;
  await play.does(author.key, sendToLevels, {
    ...{ reference, teams: teams.map((team) => team.reference), workingDays: 10 },
    message: 'Do you see this in your area, and could an analyst speak to the study for half a day?',
  });
}
