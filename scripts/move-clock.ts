// Moves the clock of a demonstration forward: npm run demonstration:clock -- "3 days"
import { showInstant } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database, disconnect, pool } from '~/platform/db.server';
import { startPostgres } from '~/platform/embedded-postgres/start.server';
import { env } from '~/platform/env.server';

const USAGE = 'Usage: npm run demonstration:clock -- "3 days"   (minutes, hours, days or weeks)';
const [wish = ''] = process.argv.slice(2);

if (!/^\d{1,4} (minute|hour|day|week)s?$/.test(wish)) {
  console.error(USAGE);
  process.exit(2);
}
const postgres = env.DATABASE_URL
  ? undefined
  : await startPostgres({ dataFolder: env.SOUNDINGS_DATA, port: env.SOUNDINGS_DATABASE_PORT });
try {
  process.exitCode = (await moves(wish)) ? 0 : 1;
} finally {
  await disconnect();
  if (postgres && !postgres.adopted) await postgres.stop();
}

async function moves(interval: string): Promise<boolean> {
  const { rows } = await pool().query<{ kind: string | null }>(
    "SELECT current_setting('soundings.kind', true) AS kind",
  );
  if (rows[0]?.kind !== 'demonstration') {
    console.error('Only the clock of a demonstration can be moved. This installation keeps real time.');
    return false;
  }
  await pool().query('UPDATE soundings.clock SET shift = shift + $1::interval', [interval]);
  console.log(`It is now ${showInstant(await soundingsNow(database()))} in this demonstration.`);
  return true;
}
