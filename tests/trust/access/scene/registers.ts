import { showReference } from '~/domain/reference';
import { makeDataset } from '../../../support/factories/datasets';
import type { Cast } from './cast';
import type { Things } from './things';

/** What the researcher entered into the registers, before and after a coordinator looked. */
export async function makeRegisters({ people }: Cast, things: Things): Promise<void> {
  const createdById = people.researcher.id;
  const entered = await makeDataset({ createdById });
  const confirmed = await makeDataset({ createdById, confirmedById: people.coordinator.id });
  things.keep('dataset', 'entered', { reference: showReference(entered.reference) });
  things.keep('dataset', 'confirmed', { reference: showReference(confirmed.reference) });
}
