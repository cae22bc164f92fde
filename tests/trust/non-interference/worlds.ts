import pg from 'pg';
import { catchUp } from '../../../prisma/seed/demonstration/replay/catch-up';
import { foldTermFrequencies } from '~/domain/matching/ranking/fold-term-frequencies.server';
import { connectTo, disconnect, pool } from '~/platform/db.server';
import { createTestDatabase, testServer } from '../../support/database-server';
import { setMinute, stopClock } from '../support/standing-clock';

/** Minutes after the scene was set: when secrets come to be, and when everybody asks. */
const SECRETS_AT = 30;
const ASKED_AT = 60;

/**
 * Worlds that begin alike: each is a copy of one database, under one address, on a clock that stands still. What
 * differs between two of them is what was done in them.
 */
export class Worlds {
  private constructor(
    private readonly base: { url: string; drop: () => Promise<void> },
    readonly url: string,
  ) {}

  static async of<Scene>(setScene: () => Promise<Scene>): Promise<{ worlds: Worlds; scene: Scene }> {
    const base = await createTestDatabase();
    await connectTo(base.url);
    const scene = await setScene();
    await catchUp({ tells: true });
    await foldTermFrequencies();
    await stopClock();
    await forgetReading();
    await disconnect();
    return { worlds: new Worlds(base, base.url.replace(NAME, '$&_world')), scene };
  }

  /** A new world as it was before anything was done, then what is done in it, then the hour at which all ask. */
  async begin<Value>(work: () => Promise<Value>): Promise<Value> {
    await disconnect();
    await this.copy();
    await connectTo(this.url);
    await setMinute(SECRETS_AT);
    const value = await work();
    await catchUp({ tells: true });
    await foldTermFrequencies();
    await setMinute(ASKED_AT);
    return value;
  }

  async end(): Promise<void> {
    await disconnect();
    await this.asAdmin((client) => client.query(`DROP DATABASE IF EXISTS ${nameIn(this.url)} WITH (FORCE)`));
    await this.base.drop();
  }

  private async copy(): Promise<void> {
    const world = nameIn(this.url);
    await this.asAdmin(async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${world} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${world} TEMPLATE ${nameIn(this.base.url)} STRATEGY file_copy`);
      await client.query(`ALTER DATABASE ${world} SET soundings.kind = 'test'`);
    });
  }

  private async asAdmin(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
    const client = new pg.Client({ connectionString: (await testServer()).adminUrl });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }
}

/** Of the database in an address. */
const NAME = /[^/?]+(?=$|\?)/;
const nameIn = (url: string): string => NAME.exec(url)?.[0] ?? '';

/** That somebody read something is no fact here: asking would change what the next one is answered. */
async function forgetReading(): Promise<void> {
  await pool().query(`
    CREATE FUNCTION soundings.forget() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
    CREATE TRIGGER reading_is_forgotten BEFORE INSERT ON fact FOR EACH ROW
      WHEN (NEW.name LIKE '%WasRead' OR NEW.name = 'FileLinkWasUsed') EXECUTE FUNCTION soundings.forget()`);
}
