import { newReference } from '~/domain/new-reference.server';
import { showReference } from '~/domain/reference';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { makeMeasure, makeValue } from '../../../support/factories/measures';
import { makeLine } from '../../../support/factories/money';
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
  const followUp = await database().followUp.findFirstOrThrow({
    where: { measureId: measure.id, months: 6 },
  });
  things.keep('follow-up', 'always', { reference: showReference(followUp.reference) });
  const coordinatorId = people.coordinator.id;
  const scorecard = await database().scorecard.create({
    data: {
      ...{
        id: newId(),
        reference: newReference(),
        startsOn: new Date('2026-01-01'),
        endsOn: new Date('2026-03-31'),
      },
      ...{ number: 1, issuedById: coordinatorId, issuedAt: new Date() },
      content: { kind: 'areas', document: '', period: '2026-Q1', rows: [] },
    },
  });
  things.keep('scorecard', 'always', { reference: showReference(scorecard.reference) });
  const harm = await database().harmFigure.create({
    data: {
      ...{
        id: newId(),
        reference: newReference(),
        kind: 'deaths',
        otherThreat: 'Terrorism',
        value: 1,
        year: 2020,
      },
      ...{ source: 'Table 7', recordedById: coordinatorId, recordedAt: new Date() },
    },
  });
  things.keep('harm figure', 'always', { reference: showReference(harm.reference) });
  const { id: organisationId } = await database().organisation.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const line = await makeLine({ recordedById: coordinatorId, organisationId, pounds: 100 });
  things.keep('line of money', 'always', { reference: showReference(line.reference) });
}
