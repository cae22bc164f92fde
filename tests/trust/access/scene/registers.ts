import { showReference } from '~/domain/reference';
import { makeDataset } from '../../../support/factories/datasets';
import { makePrivateTerm } from '../../../support/factories/private-terms';
import { makeSignal } from '../../../support/factories/signals';
import type { Cast } from './cast';
import type { Things } from './things';

/** What the researcher entered into the registers, before and after a coordinator looked. */
export async function makeRegisters({ people }: Cast, things: Things): Promise<void> {
  const createdById = people.researcher.id;
  const entered = await makeDataset({ createdById });
  const confirmed = await makeDataset({ createdById, confirmedById: people.coordinator.id });
  const draft = await makeSignal({ createdById });
  const published = await makeSignal({ createdById, publishedById: people.coordinator.id });
  things.keep('signal', 'draft', { reference: showReference(draft.reference) });
  things.keep('signal', 'published', { reference: showReference(published.reference) });
  things.keep('dataset', 'entered', { reference: showReference(entered.reference) });
  things.keep('dataset', 'confirmed', { reference: showReference(confirmed.reference) });
  const term = await makePrivateTerm({ createdById: people.coordinator.id });
  things.keep('private term', 'always', { reference: showReference(term.reference) });
}
