import { run } from '~/domain/command.server';
import { database } from '~/platform/db.server';
import { showReference } from '~/domain/reference';
import { askForData } from '~/domain/requests/commands/data/ask-for-data.server';
import { seatOnDataPanel } from '~/domain/requests/commands/data/seat-on-data-panel.server';
import { DATA_WANTED, makeDataset } from '../../../support/factories/datasets';
import { makePrivateTerm } from '../../../support/factories/private-terms';
import { makeSignal } from '../../../support/factories/signals';
import { actorInSession } from '../../../support/factories/people';
import { done } from '../../../support/outcome';
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
  const rival = await actorInSession(people['rival bidder'].id);
  const { address } = await database().personEmail.findFirstOrThrow({ where: { personId: createdById } });
  const keeper = await actorInSession(createdById);
  done(await run(seatOnDataPanel, keeper, { reference: confirmed.reference, address }));
  const asked = done(await run(askForData, rival, { reference: confirmed.reference, ...DATA_WANTED }));
  things.keep('data request', 'asked', { reference: showReference(asked.reference), step: 'note' });
  const term = await makePrivateTerm({ createdById: people.coordinator.id });
  things.keep('private term', 'always', { reference: showReference(term.reference) });
}
