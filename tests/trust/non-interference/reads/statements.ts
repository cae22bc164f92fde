import { createHash } from 'node:crypto';
import pg from 'pg';

/** A statement as it went to a database. */
export interface Statement {
  key: string;
  text: string;
  values: unknown[];
}

/** What an answer was made of: what was read for it; null where the database was written to. */
export type Made = readonly Statement[] | null;

interface Given {
  rows: (unknown[] | Record<string, unknown>)[];
}
type Callback = (error: Error | null, result?: Given) => void;
type Query = (this: Connection, ...args: unknown[]) => unknown;
interface Connection {
  inTransaction?: boolean;
}

/**
 * Hears what is sent for one answer at a time to a world that stands still. There the same question has the same
 * answer, which is not asked of the database again until something is written.
 */
class Ear {
  heard: Statement[] = [];
  wrote = false;
  constructor(readonly memory: Map<string, Given>) {}
}

let ear: Ear | undefined;

/** Every statement of this process goes through here: of the product, which keeps its own connections, too. */
const connections = pg.Client.prototype as unknown as { query: Query };
const send = connections.query;
connections.query = function query(...args) {
  if (!ear) return send.apply(this, args);
  const one = statementOf(args);
  if (FRAME.test(one.text)) {
    if (/^\s*BEGIN/i.test(one.text)) this.inTransaction = true;
    if (/^\s*(COMMIT|ROLLBACK(?!\s+TO))\b/i.test(one.text)) this.inTransaction = false;
    return send.apply(this, args);
  }
  if (isOfReading(one.text)) {
    ear.heard.push(one);
    return this.inTransaction ? send.apply(this, args) : remembering(ear.memory, one.key, this, args);
  }
  ear.wrote = true;
  ear.memory.clear();
  return send.apply(this, args);
};

function remembering(
  memory: Map<string, Given>,
  key: string,
  connection: Connection,
  args: unknown[],
): unknown {
  const last = args.at(-1);
  const tell = typeof last === 'function' ? (last as Callback) : undefined;
  const known = memory.get(key);
  if (known && tell) return void setImmediate(tell, null, copied(known));
  if (known) return Promise.resolve(copied(known));
  const keep = (result: Given) => memory.set(key, copied(result));
  if (!tell) return (send.apply(connection, args) as Promise<Given>).then((result) => (keep(result), result));
  const kept: Callback = (error, result) => {
    if (result) keep(result);
    tell(error, result);
  };
  return send.apply(connection, [...args.slice(0, -1), kept]);
}

/** Whoever gets rows may change them. */
const copied = (result: Given): Given => ({
  ...result,
  rows: result.rows.map((row) => (Array.isArray(row) ? [...row] : { ...row })),
});

/** One thing at a time: what is sent meanwhile is taken to be sent for it. */
export async function listening<Value>(
  memory: Map<string, Given>,
  work: () => Promise<Value>,
): Promise<{ value: Value; made: Made }> {
  if (ear) throw new Error('statements are heard for one answer at a time');
  const mine = new Ear(memory);
  ear = mine;
  try {
    const value = await work();
    return { value, made: mine.wrote ? null : mine.heard };
  } finally {
    ear = undefined;
  }
}

export type Memory = Map<string, Given>;

const FRAME = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|DEALLOCATE)\b/i;
const WRITES = /\b(INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+["\w]|nextval|\w*advisory|set_config|pg_notify)/i;
const LOCKS = /\bFOR\s+(NO\s+KEY\s+)?UPDATE\b/gi;

export const isOfReading = (text: string): boolean =>
  /^\s*(SELECT|WITH)\b/i.test(text) && !WRITES.test(text.replace(LOCKS, ''));

function statementOf([what, more]: unknown[]): Statement {
  const given = (typeof what === 'string' ? { text: what } : what) as pg.QueryConfig<unknown[]>;
  const { text, values = Array.isArray(more) ? (more as unknown[]) : [] } = given;
  const plain = JSON.stringify(values, (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
  return { key: createHash('sha1').update(`${text}\n${plain}`).digest('base64'), text, values };
}
