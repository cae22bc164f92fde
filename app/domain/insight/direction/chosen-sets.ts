import type { SetOnDay } from '../../strategy/on-day/sets-on-day.server';
import { wasInForce } from '../../strategy/written-date';

/** Sets that can be ranked by on a day: known then, with priorities; those in force first, the wide before the interim. */
export function rankable(sets: readonly SetOnDay[], day: Date): SetOnDay[] {
  const known = sets.filter((set) => !set.enteredSince && set.priorities.length > 0 && set.startsOn <= day);
  const mapped = (set: SetOnDay) => set.priorities.some(({ areas }) => areas.length > 0);
  const place = (set: SetOnDay) =>
    (wasInForce(set, day) ? 0 : 4) + (mapped(set) ? 0 : 2) + (set.interim ? 1 : 0);
  return [...known].sort((a, b) => place(a) - place(b) || b.startsOn.getTime() - a.startsOn.getTime());
}

/** The set asked for, or the first that is in force; null where none is. Undefined for one that nobody knows. */
export function chosenSet(
  sets: readonly SetOnDay[],
  day: Date,
  slug: string | undefined,
): SetOnDay | null | undefined {
  if (slug !== undefined) return sets.find((set) => set.slug === slug);
  const [first] = sets;
  return first && wasInForce(first, day) ? first : null;
}
