import { setTimeout as wait } from 'node:timers/promises';
import { Logger, parseCronItems, run, runMigrations, type Runner, type TaskList } from 'graphile-worker';
import type { PoolClient } from 'pg';
import { pool } from '~/platform/db.server';
import { log } from '~/platform/log.server';

/** A committed fact as reactions see it. */
export interface SealedFact {
  id: string;
  position: string;
  name: string;
  actorId: string | null;
  noun: string;
  nounId: string;
  at: Date;
  data: Record<string, unknown>;
}

/**
 * What follows from facts. `react` must be idempotent through a unique row: after a crash it runs again.
 */
export interface Reaction {
  name: string;
  to: ReadonlySet<string>;
  react: (fact: SealedFact) => Promise<void>;
}

export interface Work {
  reactions: readonly Reaction[];
  /** Jobs of other kinds, by name. */
  tasks?: TaskList;
  /** When some of those jobs come by themselves, in the words of crontab. */
  schedule?: readonly { task: string; match: string }[];
  /** Adds those jobs, in the dispatcher's transaction; returns how many. */
  alsoDispatch?: (client: PoolClient) => Promise<number>;
}

const CURSOR = 'reactions';
const BATCH = 200;
const IDLE_MS = 400;
const AFTER_FAULT_MS = 2000;

/**
 * Reads the sealed facts in order past a cursor, adds one job per reaction, and works the jobs. Facts reach
 * it by their place in the chain, so none is skipped by a transaction that commits late.
 */
export async function startReactions(
  signal: AbortSignal,
  { reactions, tasks = {}, schedule = [], alsoDispatch }: Work,
): Promise<void> {
  await runMigrations({ pgPool: pool(), logger });
  const runner = await startWorker(reactions, tasks, schedule);
  while (!signal.aborted) {
    try {
      if ((await dispatch(reactions, alsoDispatch)) === 0) await wait(IDLE_MS, undefined, { signal });
    } catch (error) {
      if (signal.aborted) break;
      log.warn('dispatcher-failed', { error });
      await wait(AFTER_FAULT_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  await runner.stop();
}

/** The worker's own lines go to the product's log; a failed job is a warning there, since it is tried again. */
const logger = new Logger(() => (level, message) => {
  if (['error', 'warning'].includes(level)) log.warn('job', { message });
});

function startWorker(
  reactions: readonly Reaction[],
  tasks: TaskList,
  schedule: NonNullable<Work['schedule']>,
): Promise<Runner> {
  const react: TaskList[string] = async (payload) => {
    const { factId, reaction } = payload as { factId: string; reaction: string };
    const chosen = reactions.find(({ name }) => name === reaction);
    const fact = chosen && (await factOf(factId));
    if (fact) await chosen.react(fact);
  };
  return run({
    pgPool: pool(),
    logger,
    concurrency: 3,
    pollInterval: 1000,
    noHandleSignals: true,
    noPreparedStatements: true,
    taskList: { ...tasks, react },
    parsedCronItems: parseCronItems([...schedule]),
  });
}

const COLUMNS = `id, position, name, actor_id AS "actorId", noun, noun_id AS "nounId", at, data`;

async function factOf(id: string): Promise<SealedFact | undefined> {
  const { rows } = await pool().query<SealedFact>(`SELECT ${COLUMNS} FROM fact WHERE id = $1`, [id]);
  return rows[0];
}

/** One batch; returns how many facts it read. Safe when several processes dispatch: the cursor's row is locked. */
export async function dispatch(
  reactions: readonly Reaction[],
  alsoDispatch: Work['alsoDispatch'] = undefined,
): Promise<number> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    const facts = await nextFacts(client);
    for (const fact of facts)
      for (const { name } of reactions.filter(({ to }) => to.has(fact.name)))
        await client.query(
          `SELECT graphile_worker.add_job('react', json_build_object('factId', $1::text, 'reaction', $2::text),
                                          job_key := $1::text || ':' || $2::text, max_attempts := 25)`,
          [fact.id, name],
        );
    const last = facts.at(-1);
    if (last)
      await client.query('UPDATE dispatcher_cursor SET number = $1 WHERE name = $2', [last.position, CURSOR]);
    const others = (await alsoDispatch?.(client)) ?? 0;
    await client.query('COMMIT');
    return facts.length + others;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function nextFacts(client: PoolClient): Promise<SealedFact[]> {
  await client.query('INSERT INTO dispatcher_cursor (name, number) VALUES ($1, 0) ON CONFLICT DO NOTHING', [
    CURSOR,
  ]);
  const cursor = await client.query<{ number: string }>(
    'SELECT number FROM dispatcher_cursor WHERE name = $1 FOR UPDATE',
    [CURSOR],
  );
  const { rows } = await client.query<SealedFact>(
    `SELECT ${COLUMNS} FROM fact WHERE position > $1 ORDER BY position LIMIT $2`,
    [cursor.rows[0]?.number ?? 0, BATCH],
  );
  return rows;
}
