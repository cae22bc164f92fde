import type { Db } from '~/platform/db.server';
import { inForceFirst, type PrioritySetChoice } from '../queries/priority-choices.server';
import { showPeriod, wasInForce } from '../written-date';
import { loadSetsOnDay } from './sets-on-day.server';

export interface SetChoiceOnDay extends PrioritySetChoice {
  /** Threat areas that it covered, by their slugs. */
  areas: string[];
}

/** As `loadPriorityChoices`, of a past day: the sets that were known by then, in their words and with their priorities. */
export async function loadPriorityChoicesOnDay(
  db: Db,
  { day, until }: { day: Date; until: Date },
): Promise<SetChoiceOnDay[]> {
  const sets = (await loadSetsOnDay(db, until)).filter(
    ({ enteredSince, priorities }) => !enteredSince && priorities.length > 0,
  );
  return inForceFirst(
    sets.map((set) => ({
      ...{ slug: set.slug, document: set.document, kind: set.kind, interim: set.interim },
      current: wasInForce(set, day),
      areas: set.priorities.flatMap(({ areas }) => areas.map(({ slug }) => slug)),
      when: showPeriod(set.startsWritten, set.endsWritten),
      priorities: set.priorities.map(({ id, reference, name }) => ({ id, reference, name })),
    })),
  );
}
