import { keepReserveList } from '~/domain/awards/commands/keep-reserve-list.server';
import { lodgeChallenge } from '~/domain/awards/commands/lodge-challenge.server';
import { prepareLetters } from '~/domain/awards/commands/prepare-letters.server';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { teamOf } from '../content/find-cast';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';
import type { Story } from '../story';

const RESERVE_DAYS = 60;

/** Around the decision: who waits in reserve, what is written to whom, who challenges it. */
export function decidedPartsHappenings(play: Play, story: Story): Happening[] {
  const { reserves, letters, challenge } = story.parts ?? {};
  const { author, owner } = teamOf(story);
  const { closes = 0 } = story;
  const by = () => ({ reference: play.question(story.key) });
  const on = (daysAgo: number, what: string, run: Happening['run']): Happening => ({
    daysAgo,
    what: `${story.key}: ${what}`,
    run,
  });
  return [
    reserves &&
      on(closes - 18, 'reserve list', async () =>
        play.does(owner.key, keepReserveList, {
          ...by(),
          places: String(reserves),
          until: await reservedUntil(),
        }),
      ),
    letters && on(closes - 18, 'letters', () => play.does(author.key, prepareLetters, by())),
    challenge &&
      on(challenge.daysAgo, 'challenge', () =>
        play.does(challenge.by, lodgeChallenge, {
          reference: play.bid(`${story.key}/${challenge.by}`),
          grounds: challenge.grounds,
          text: challenge.text,
        }),
      ),
  ].filter((one): one is Happening => typeof one === 'object');
}

const reservedUntil = async (): Promise<string> =>
  isoDay(addDays(ukDay(await soundingsNow(database())), RESERVE_DAYS));
