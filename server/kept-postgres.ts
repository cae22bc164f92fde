import { isAlive } from '~/platform/embedded-postgres/process.server';
import { startPostgres } from '~/platform/embedded-postgres/start.server';
import { log } from '~/platform/log.server';

export type KeptPostgres = { readonly url: string; stop: () => Promise<void> };

const LOOK_EVERY_MS = 250;

/** Starts or adopts the database server and starts it again, on the same port, whenever it dies. */
export async function keepPostgres(dataFolder: string, port: number | undefined): Promise<KeptPostgres> {
  let server = await startPostgres({ dataFolder, port });
  const kept = Number(new URL(server.url).port);
  const how = server.adopted ? 'already running' : 'started';
  console.log(`PostgreSQL ${how} (process ${server.pid}), data in ${server.cluster}`);

  let restarting: Promise<void> | undefined;
  const restart = async () => {
    log.warn('postgres-ended', { pid: server.pid });
    try {
      server = await startPostgres({ dataFolder, port: kept });
      log.info('postgres-restarted', { pid: server.pid });
    } catch (error) {
      log.error('postgres-did-not-restart', { error });
    }
  };
  const watch = setInterval(() => {
    if (restarting || isAlive(server.pid)) return;
    restarting = restart().finally(() => (restarting = undefined));
  }, LOOK_EVERY_MS);
  return {
    url: server.url,
    async stop() {
      clearInterval(watch);
      await restarting;
      await server.stop();
    },
  };
}
