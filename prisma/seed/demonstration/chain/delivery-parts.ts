import { addFunding } from '~/domain/awards/commands/add-funding.server';
import { addObligation } from '~/domain/awards/commands/add-obligation.server';
import { advanceObligation } from '~/domain/awards/commands/advance-obligation.server';
import { setMonitoring } from '~/domain/awards/commands/set-monitoring.server';
import { addDays, ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { awardOf, contractDay, winnersOf } from './awards';
import { teamOf } from '../content/find-cast';
import type { Play } from '../replay/play';
import { reached, type Story } from '../story';
import type { Happening } from '../replay/timeline';

const REPORT_MONTHS = 2;

/** What runs beside the milestones of an award that is still in delivery: reports, support and funding. */
export function deliveryPartsHappenings(play: Play, story: Story): Happening[] {
  if (!reached(story, 'contracted') || reached(story, 'answered')) return [];
  const day = contractDay(story) - 1;
  const happenings = [
    { daysAgo: day, what: `${story.key}: reports, support and funding`, run: () => begin(play, story) },
    { daysAgo: day - 9, what: `${story.key}: data arrives`, run: () => meetFirst(play, story) },
  ];
  return happenings.filter(({ daysAgo }) => daysAgo >= 0);
}

async function begin(play: Play, story: Story): Promise<void> {
  const { author } = teamOf(story);
  const today = ukDay(await soundingsNow(database()));
  for (const bid of winnersOf(story)) {
    const { id, reference } = await awardOf(play, story, bid);
    const { amount } = await database().award.findUniqueOrThrow({ where: { id } });
    await play.does(author.key, setMonitoring, { reference, everyMonths: REPORT_MONTHS });
    const support = [
      { kind: 'data', what: 'Extracts of closed cases, without names', dueOn: addDays(today, 7) },
      { kind: 'access', what: 'Letters of introduction to three forces', dueOn: addDays(today, 21) },
    ];
    for (const one of support)
      await play.does(author.key, addObligation, { reference, recipient: 'The lead of the study', ...one });
    const first = Math.floor(amount / 200) * 100;
    await play.does(author.key, addFunding, {
      reference,
      organisation: await funderOf(play, story),
      amount,
      certainty: 'firm',
      tranches: [
        { plannedOn: addDays(today, 14), plannedAmount: first },
        { plannedOn: addDays(today, 180), plannedAmount: amount - first },
      ],
    });
  }
}

/** The organisation of the team that asks pays for the study. */
async function funderOf(play: Play, story: Story): Promise<string> {
  const question = await database().question.findUniqueOrThrow({
    where: { reference: play.question(story.key) },
    select: { team: { select: { organisation: { select: { slug: true } } } } },
  });
  return question.team.organisation.slug;
}

async function meetFirst(play: Play, story: Story): Promise<void> {
  for (const bid of winnersOf(story)) {
    const { id } = await awardOf(play, story, bid);
    const { reference } = await database().obligation.findFirstOrThrow({ where: { awardId: id, kind: 'data' } });
    const words = 'Sent on an encrypted drive, two days late; the lead confirmed that it opens.';
    await play.does(teamOf(story).author.key, advanceObligation, { reference, step: 'meet', words });
  }
}
