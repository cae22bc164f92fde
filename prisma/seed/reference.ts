import type { Db } from '~/platform/db.server';
import { loadCalendar } from './calendar';
import { loadOrganisations } from './organisations';
import { loadRoutes } from './routes';
import { loadStrategy } from './strategy';
import { loadTaxonomy } from './taxonomy';

/** What every installation starts with. Adds only what is missing, so a second run changes nothing. */
export async function loadReferenceData(db: Db): Promise<void> {
  await loadTaxonomy(db);
  await loadStrategy(db);
  await loadOrganisations(db);
  await loadRoutes(db);
  await loadCalendar(db);
}
