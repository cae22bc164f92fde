import { connectTo, disconnect } from '~/platform/db.server';
import { createTestDatabase, holdTestServer } from '../support/database-server';

/** Runs work on a database of its own with the whole schema, which is gone afterwards. */
export async function onOwnDatabase<Result>(
  work: (made: { url: string }) => Promise<Result>,
): Promise<Result> {
  const letGo = holdTestServer();
  const made = await createTestDatabase();
  await connectTo(made.url);
  try {
    return await work(made);
  } finally {
    await disconnect();
    await made.drop();
    await letGo();
  }
}
