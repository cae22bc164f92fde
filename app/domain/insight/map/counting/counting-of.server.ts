import type { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../../actor';
import { maySeeGaps } from '../map-policy';
import type { MapView } from '../map-view';
import type { Counting } from './map-items.server';

const DAY_MS = 86_400_000;

/** The end of the day asked for, in UTC; now for today, and null for a day that has not come. */
function instantOf(on: string | undefined, now: Date): Date | null {
  if (on === undefined) return now;
  const start = Date.parse(on);
  return start > now.getTime() ? null : new Date(Math.min(start + DAY_MS, now.getTime()));
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
