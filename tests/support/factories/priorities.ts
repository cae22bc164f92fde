import { newId } from '~/platform/ids.server';
import { database } from '~/platform/db.server';
import { newReference } from '~/domain/new-reference.server';
import type { PriorityKind } from '~/domain/strategy/priority-set';

interface SetOver {
  kind?: PriorityKind;
  startsOn?: Date;
  endsOn?: Date | null;
  names?: string[];
}

/** A priority set that is in force, with two priorities unless told otherwise. */
export async function makePrioritySet(over: SetOver = {}) {
  const id = newId();
  const startsOn = over.startsOn ?? new Date('2026-01-01');
  const endsOn = over.endsOn ?? null;
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return database().prioritySet.create({
    data: {
      id,
      reference: newReference(),
      slug: `set-${id}`,
      document: `Document ${id.slice(-6)}`,
      kind: over.kind ?? 'outcome',
      startsOn,
      endsOn,
      startsWritten: day(startsOn),
      endsWritten: endsOn ? day(endsOn) : null,
      createdAt: new Date(),
      priorities: {
        create: (over.names ?? ['First aim', 'Second aim']).map((name, index) => ({
          id: newId(),
          reference: newReference(),
          slug: `priority-${index + 1}`,
          name,
          position: index + 1,
        })),
      },
    },
    include: { priorities: { orderBy: { position: 'asc' } } },
  });
}

/** One priority of a set of its own. */
export async function makePriority(over: SetOver & { name?: string } = {}) {
  const { priorities, ...set } = await makePrioritySet({ ...over, names: [over.name ?? 'Only aim'] });
  const [priority] = priorities;
  if (!priority) throw new Error('a set has the priority it was made with');
  return { ...priority, prioritySet: set };
}
