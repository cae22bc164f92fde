import { showReference } from '~/domain/reference';
import { database } from '~/platform/db.server';
import { makeMeasure, makeValue } from '../../../support/factories/measures';
import type { Cast } from './cast';
import type { Things } from './things';

/** A measure that the author defined, with a figure of each step. */
export async function makeMeasures({ people }: Cast, things: Things): Promise<void> {
  const recordedById = people.author.id;
  const measure = await makeMeasure({ createdById: recordedById });
  things.keep('measure', 'always', { reference: showReference(measure.reference) });
  const counted = { measureId: measure.id, recordedById, value: 4 };
  const claimed = await makeValue({ ...counted, startsOn: new Date('2026-01-01') });
  const evidenced = await makeValue({ ...counted, startsOn: new Date('2026-04-01') });
  await database().measureCheck.create({
    data: {
      ...{ valueId: evidenced.id, step: 'evidenced', address: 'https://returns.example/7', note: 'Return 7' },
      ...{ byId: recordedById, at: new Date() },
    },
  });
  things.keep('measure figure', 'claimed', { reference: showReference(claimed.reference) });
  things.keep('measure figure', 'evidenced', { reference: showReference(evidenced.reference) });
}
