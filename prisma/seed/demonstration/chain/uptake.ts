import { recordUptakeStep } from '~/domain/ratings/commands/record-uptake-step.server';
import { isoDay } from '~/domain/uk-time';
import { database } from '~/platform/db.server';
import { castMember } from '../content/find-cast';
import { UPTAKES, type StepStory, type UptakeStory } from '../content/uptake-steps';
import { dayBefore, todayOfMachine } from '../replay/clock';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

/** Steps from findings towards outcomes, each recorded the day after it happened. */
export const uptakeHappenings = (play: Play): Happening[] =>
  UPTAKES.flatMap((story) =>
    story.steps.map((step, index) => ({
      daysAgo: step.daysAgo - 1,
      what: `step ${index + 1} from ${story.finding}`,
      run: () => recordStep(play, story, step),
    })),
  );

async function recordStep(play: Play, { finding, by }: UptakeStory, step: StepStory): Promise<void> {
  const { daysAgo, ...said } = step;
  const reference = play.finding(finding);
  const before = await database().uptakeStep.findFirst({
    where: { finding: { reference } },
    orderBy: { recordedAt: 'desc' },
    select: { reference: true },
  });
  await play.does(by, recordUptakeStep, {
    ...{ reference, follows: before?.reference ?? '', ...said },
    happenedOn: isoDay(dayBefore(await todayOfMachine(), daysAgo)),
    organisation: play.organisation(castMember(by).organisation).reference,
  });
}
