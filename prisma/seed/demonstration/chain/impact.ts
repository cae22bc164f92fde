import { recordImpact } from '~/domain/ratings/commands/record-impact.server';
import { releaseImpact } from '~/domain/ratings/commands/release-impact.server';
import { addDays, isoDay } from '~/domain/uk-time';
import { castMember } from '../content/find-cast';
import { IMPACTS, type ImpactStory } from '../content/impacts';
import { dayBefore, todayOfMachine } from '../replay/clock';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

/** Decisions recorded by those who made them, some of them released. */
export const impactHappenings = (play: Play): Happening[] =>
  IMPACTS.flatMap((impact) => {
    let reference = '';
    const record = {
      daysAgo: impact.daysAgo,
      what: `impact of ${impact.finding}`,
      run: async () => {
        reference = await recordAs(play, impact);
      },
    };
    const { released: reason } = impact;
    if (!reason) return [record];
    const release = () => play.does('samuel', releaseImpact, { reference, reason });
    return [record, { daysAgo: impact.daysAgo - 5, what: `release impact of ${impact.finding}`, run: release }];
  });

async function recordAs(play: Play, impact: ImpactStory): Promise<string> {
  const decidedOn = dayBefore(await todayOfMachine(), impact.decidedDaysAgo);
  const { decision, effect, evidence } = impact;
  const { reference } = await play.does(impact.by, recordImpact, {
    reference: play.finding(impact.finding),
    organisation: play.organisation(castMember(impact.by).organisation).reference,
    priority: play.priority(impact.priority),
    decision,
    decidedOn: isoDay(addDays(decidedOn, 0)),
    effect,
    evidence,
  });
  return reference;
}
