import pg from 'pg';
import { isMigrated, readMigrations } from '~/platform/migrations/apply.server';

export type Health = { database: 'up' | 'away'; migrations: 'applied' | 'missing' };

export type HealthProbe = { check: () => Promise<Health>; close: () => Promise<void> };

/** One connection of its own, so that a busy pool of pages does not make the process look ill. */
export function healthProbe(url: string): HealthProbe {
  const migrations = readMigrations();
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
    application_name: 'soundings-health',
  });
  pool.on('error', () => undefined);
  return {
    async check() {
      try {
        return { database: 'up', migrations: (await isMigrated(pool, migrations)) ? 'applied' : 'missing' };
      } catch (error) {
        const undefinedTable = (error as { code?: string }).code === '42P01';
        return { database: undefinedTable ? 'up' : 'away', migrations: 'missing' };
      }
    },
    close: () => pool.end(),
  };
}

export function isWell({ database, migrations }: Health): boolean {
  return database === 'up' && migrations === 'applied';
}
