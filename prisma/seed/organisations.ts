import type { Db } from '~/platform/db.server';

export async function loadOrganisations(_db: Db): Promise<void> {
  await Promise.resolve();
}
