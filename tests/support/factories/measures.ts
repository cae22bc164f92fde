import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';
import type { MeasureClass, Part } from '~/domain/measures/measure';
import type { PeriodKind } from '~/domain/measures/period';

interface MeasureOver {
  createdById: string;
  ownerId?: string;
  organisationId?: string;
  name?: string;
  class?: MeasureClass;
  part?: Part;
  priorityId?: string;
  termId?: string;
  itemId?: string;
  unit?: string;
  periodKind?: PeriodKind;
  pilotedAt?: Date;
  holdsFrom?: Date;
  reviewOn?: Date;
  wanted?: 'higher' | 'lower';
}

/** A measure of a threat area in pilot, unless told otherwise. */
export async function makeMeasure({ createdById, holdsFrom, pilotedAt, ...over }: MeasureOver) {
  const id = newId();
  const at = new Date();
  const area = await database().term.findFirstOrThrow({
    where: { scheme: 'threatArea' },
    orderBy: { position: 'asc' },
  });
  const organisation = await database().organisation.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const about = over.priorityId || over.itemId ? {} : { termId: area.id };
  await database().measure.create({
    data: {
      ...{ id, reference: newReference(), name: `Measure ${id.slice(-6)}`, class: 'outcome', part: 'impact' },
      ...{ unit: 'cases', wanted: 'lower', periodKind: 'quarter', createdById, createdAt: at, ...about },
      ...{ ownerId: createdById, organisationId: organisation.id, reviewOn: new Date('2027-06-01'), ...over },
      versions: {
        create: {
          ...{ number: 1, definition: 'Cases closed', method: 'Counted', source: 'Returns' },
          ...{ holdsFrom: holdsFrom ?? new Date('2020-01-01'), recordedById: createdById, recordedAt: at },
        },
      },
    },
  });
  return database().measure.update({ where: { id }, data: { state: 'pilot', pilotedAt: pilotedAt ?? at } });
}

interface ValueOver {
  measureId: string;
  recordedById: string;
  startsOn: Date;
  value: number;
  version?: number;
  supersedesId?: string;
  recordedAt?: Date;
}

/** A figure as claimed. */
export const makeValue = ({ version, ...over }: ValueOver) =>
  database().measureValue.create({
    data: {
      ...{
        id: newId(),
        reference: newReference(),
        version: version ?? 1,
        source: 'Return 7',
        confidence: 'moderate',
      },
      ...{ recordedAt: new Date(), ...over },
    },
  });
