import { holdTestServer } from './database-server';

/** Vitest calls this once a run: the server starts with the first test that asks and ends with the last run. */
export default function setup(): () => Promise<void> {
  return holdTestServer();
}
