import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { loadSetsOnDay } from '../../strategy/on-day/sets-on-day.server';
import { showPeriod, wasInForce } from '../../strategy/written-date';
import { namesKnown } from '../../taxonomy/names-known.server';
import { loadItemsOnDay } from './items-on-day.server';
import type { OnDay } from './on-day';
import { findingsForPriority, loadRatedOnDay } from './ratings-on-day.server';

export interface PriorityOf {
  id: string;
  reference: string;
  name: string;
  term: { slug: string; name: string } | null;
  setSlug: string;
}

/** A priority, its list and everything below it, as it was known on a past day. */
export async function priorityOnDay(db: Db, actor: Actor, of: PriorityOf, on: OnDay) {
  const { setSlug, ...priority } = of;
  const { day, until } = on;
  const set = (await loadSetsOnDay(db, until)).find(({ slug }) => slug === setSlug);
  if (!set) throw new Error('a priority is of a set');
  const covered = set.priorities.find(({ reference }) => reference === of.reference)?.areas ?? [];
  const names = of.term && (await namesKnown(db, 'threatArea', until));
  const { document, kind, startsWritten, endsWritten, endsOn } = set;
  return {
    priority: {
      ...priority,
      term: of.term && { ...of.term, name: names?.get(of.term.slug) ?? of.term.name },
    },
    set: {
      ...{ slug: setSlug, document, kind, startsWritten, endsWritten },
      when: showPeriod(startsWritten, endsWritten),
      inForce: wasInForce(set, day),
    },
    enteredSince: set.enteredSince,
    areas: covered.map((area) => ({ ...area, verified: set.crosswalk?.verified ?? true })),
    items: await loadItemsOnDay(
      db,
      actor,
      {
        questions: Prisma.sql`SELECT question_id FROM question_priority WHERE priority_id = ${of.id}::uuid`,
        findings: findingsForPriority(of.id, readsPublished(actor), until),
      },
      on,
    ),
    findings: await loadRatedOnDay(db, actor, { priorityId: of.id, setEndsOn: endsOn, until }),
  };
}
