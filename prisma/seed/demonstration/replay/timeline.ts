import { addDays } from '~/domain/uk-time';
import { catchUp } from './catch-up';
import { dayBefore, instantOn, releaseClock, setClock, todayOfMachine } from './clock';

/** Something that somebody did so many days before the loading. Of one day, what is listed first comes first. */
export interface Happening {
  daysAgo: number;
  what: string;
  run: () => Promise<unknown>;
}

/** Notices stand in inboxes for so long. */
const TOLD_DAYS = 60;

const OPENS_HOUR = 9;
const CLOSES_HOUR = 16;
const MINUTES = (CLOSES_HOUR - OPENS_HOUR) * 60;

/**
 * Plays what happened through the real commands, the product's clock set to each instant in turn, so that
 * deadlines pass as they do in use. What follows from the facts of a day is done before the next day.
 */
export async function play(happenings: Happening[]): Promise<void> {
  const today = await todayOfMachine();
  const days = new Map<number, Happening[]>();
  for (const happening of happenings) {
    const day = dayBefore(today, happening.daysAgo).getTime();
    days.set(day, [...(days.get(day) ?? []), happening]);
  }
  for (const day of [...days.keys()].sort((a, b) => a - b)) {
    await playDay(new Date(day), inOrder(days.get(day) ?? []));
    await catchUp({ tells: day >= addDays(today, -TOLD_DAYS).getTime() });
  }
  await releaseClock();
}

const inOrder = (happenings: Happening[]): Happening[] =>
  [...happenings].sort((a, b) => b.daysAgo - a.daysAgo);

async function playDay(day: Date, happenings: Happening[]): Promise<void> {
  for (const [index, { what, run }] of happenings.entries()) {
    const minute = Math.floor((index * MINUTES) / happenings.length);
    await setClock(instantOn(day, OPENS_HOUR + Math.floor(minute / 60), minute % 60));
    try {
      await run();
    } catch (error) {
      throw new Error(`${what}: ${(error as Error).message}`, { cause: error });
    }
  }
}
