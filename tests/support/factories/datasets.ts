import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';
import { makeOrganisation } from './people';

interface DatasetOver {
  createdById: string;
  name?: string;
  confirmedById?: string;
  reviewBy?: Date;
  termIds?: string[];
}

/** An entry of the register of datasets, confirmed when somebody is named. */
export async function makeDataset({ createdById, confirmedById, termIds = [], ...over }: DatasetOver) {
  const id = newId();
  const at = new Date();
  const confirmed = confirmedById ? { confirmedAt: at, confirmedById } : {};
  const organisation = await makeOrganisation();
  return database().dataset.create({
    data: {
      ...{ id, reference: newReference(), organisationId: organisation.id, name: `Records ${id.slice(-6)}` },
      ...{ holds: 'One row for each seizure.', accessRoute: 'Ask the data team; four weeks.' },
      ...{ ownerId: createdById, createdById, createdAt: at, changedAt: at },
      ...{ reviewBy: new Date('2027-11-01'), ...confirmed, ...over },
      terms: { create: termIds.map((termId) => ({ termId })) },
    },
  });
}

/** What somebody says who asks for data, complete. */
export const DATA_WANTED = {
  ...{
    question: '',
    extract: 'Year, place and weight of each seizure',
    purpose: 'Whether routes have moved',
  },
  ...{ basis: 'publicTask', basisNote: '', safePeople: 'Two accredited researchers' },
  ...{ safeProjects: 'For a published review', safeSettings: 'The secure room of the university' },
  ...{ safeData: 'No names; places by county', safeOutputs: 'Two people check every table' },
  ...{ startsOn: '2026-12-01', endsOn: '2027-11-30' },
};
