import type { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../../actor';
import { addDays, ukDay, ukInstant } from '../../../uk-time';
import { maySeeGaps } from '../map-policy';
import type { MapView } from '../map-view';
import type { Counting } from './map-items.server';

/** The end of the UK day asked for; now for today, and null for a day that has not come. */
function instantOf(on: string | undefined, now: Date): Date | null {
  if (on === undefined) return now;
  const next = addDays(new Date(on), 1);
  const end = ukInstant(next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate(), 0, 0);
  if (new Date(on) > ukDay(now)) return null;
  return end && end < now ? end : now;
}

/**
 * How the map counts for an actor: outside the network what was released, and nothing of how it was rated. Null for a
 * day that has not come.
 */
export function countingOf(
  actor: Actor,
  view: MapView,
  { questions, now }: { questions: Prisma.Sql; now: Date },
): Counting | null {
  const at = instantOf(view.on, now);
  if (!at) return null;
  const released = view.view === 'released' || !maySeeGaps(actor);
  return { view: released ? { ...view, relevance: undefined } : view, released, at, questions };
}
