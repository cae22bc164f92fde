import pg from 'pg';
import { catchUp } from '../../../prisma/seed/demonstration/replay/catch-up';
import { foldTermFrequencies } from '~/domain/matching/ranking/fold-term-frequencies.server';
import { connectTo, disconnect, pool } from '~/platform/db.server';
import { createTestDatabase, testServer } from '../../support/database-server';
import { withSameReferences } from './same-references';
import { setMinute, stopClock } from '../support/standing-clock';

/** Minutes after the scene was set: when secrets come to be, and when everybody asks. */
const SECRETS_AT = 30;
const ASKED_AT = 60;

/**
 * Worlds that begin alike: each is a copy of one database on a clock that stands still, and what differs between
 * two of them is what was done in them. One stays, in which nothing was done; the other is made anew each time.
 */
export class Worlds {
  /** When all that they share had been made. */
  readonly madeAt = Date.now();
  readonly plainUrl: string;
  readonly url: string;

  private constructor(private readonly base: { url: string; drop: () => Promise<void> }) {
    this.plainUrl = base.url.replace(NAME, '$&_plain');
    this.url = base.url.replace(NAME, '$&_world');
  }

  static async of<Scene>(setScene: () => Promise<Scene>): Promise<{ worlds: Worlds; scene: Scene }> {
    const base = await createTestDatabase();
    await connectTo(base.url);
    const scene = await setScene();
    await catchUp({ tells: true });
    await foldTermFrequencies();
    await stopClock();
    await forgetAsking();
    await disconnect();
    const worlds = new Worlds(base);
    await worlds.make(worlds.plainUrl, () => Promise.resolve());
    return { worlds, scene };
  }

  /** A new world as it was before anything was done, then what is done in it, then the hour at which all ask. */
  begin = <Value>(work: () => Promise<Value>): Promise<Value> => this.make(this.url, work);

  async end(): Promise<void> {
    await disconnect();
    for (const url of [this.plainUrl, this.url])
      await asAdmin((client) => client.query(`DROP DATABASE IF EXISTS ${nameIn(url)} WITH (FORCE)`));
    await this.base.drop();
  }

  private async make<Value>(url: string, work: () => Promise<Value>): Promise<Value> {
    await disconnect();
    await copy(nameIn(this.base.url), nameIn(url));
    await connectTo(url);
    await setMinute(SECRETS_AT);
    const value = await withSameReferences(work);
    await catchUp({ tells: true });
    await foldTermFrequencies();
    await letQueueStand(this.madeAt);
    await setMinute(ASKED_AT);
    return value;
  }
}

const copy = (base: string, world: string): Promise<unknown> =>
  asAdmin(async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${world} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${world} TEMPLATE ${base} STRATEGY file_copy`);
    await client.query(`ALTER DATABASE ${world} SET soundings.kind = 'test'`);
  });

async function asAdmin(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: (await testServer()).adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Of the database in an address. */
const NAME = /[^/?]+(?=$|\?)/;
const nameIn = (url: string): string => NAME.exec(url)?.[0] ?? '';

/** Letters are queued at an hour of the machine’s clock, which does not stand: another one in each world. */
const letQueueStand = (since: number): Promise<unknown> =>
  pool().query('UPDATE mail SET queued_at = soundings.now() WHERE queued_at > $1', [new Date(since)]);

/** What asking would leave behind is forgotten: it would change what the next one is answered. */
async function forgetAsking(): Promise<void> {
  await pool().query(`
    CREATE FUNCTION soundings.forget_asking() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT shown >= began + interval '${ASKED_AT} minutes' FROM soundings.standing_clock) THEN RETURN NULL; END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER asking_is_forgotten BEFORE INSERT ON fact FOR EACH ROW EXECUTE FUNCTION soundings.forget_asking();
    CREATE FUNCTION soundings.never_too_often() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.count := 1; RETURN NEW; END $$;
    CREATE TRIGGER asking_is_not_counted BEFORE INSERT OR UPDATE ON rate_limit FOR EACH ROW
      EXECUTE FUNCTION soundings.never_too_often();
    UPDATE api_token SET last_used_on =
      ((soundings.now() + interval '${ASKED_AT} minutes') AT TIME ZONE 'Europe/London')::date`);
}
