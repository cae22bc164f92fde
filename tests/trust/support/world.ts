import { connectTo, disconnect } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { createTestDatabase, holdTestServer } from '../../support/database-server';
import { serve, type Served } from '../../support/journey/processes';
import { closeConnections } from './http';

export interface World {
  web: Served[];
  url: string;
}

/** A database of its own with so many web processes on it, which share this process’s key file. */
export async function inWorld<Value>(
  over: { webs: number; jobs?: boolean; logs?: 'info' | 'warn' },
  work: (world: World) => Promise<Value>,
): Promise<Value> {
  const release = holdTestServer();
  const made = await createTestDatabase();
  const web: Served[] = [];
  try {
    await connectTo(made.url);
    for (let count = 0; count < over.webs; count++)
      web.push(
        await serve(made.url, {
          jobs: Boolean(over.jobs) && count === 0,
          env: { SOUNDINGS_KEY_FILE: env.SOUNDINGS_KEY_FILE, LOG_LEVEL: over.logs ?? 'warn' },
        }),
      );
    return await work({ web, url: made.url });
  } finally {
    closeConnections();
    await Promise.all(web.map((one) => one.stop()));
    await disconnect();
    await made.drop();
    await release();
  }
}
