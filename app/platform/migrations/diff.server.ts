import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';
import type { SchemaEngine as Engine } from '@prisma/schema-engine-wasm';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

type Bindings = {
  SchemaEngine: { new: (options: object, log: () => void, adapter: object) => Promise<Engine> };
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
};

export type SchemaFile = { path: string; content: string };

/** The SQL that leads to the schema from nothing, or from what the database at `url` holds. */
export async function sqlTowards(
  schema: SchemaFile[],
  url: string,
  from: 'nothing' | 'database',
): Promise<string> {
  const pool = new CataloguePool({ connectionString: url });
  try {
    const engine = await startEngine(pool);
    const { stdout } = await engine.diff({
      from:
        from === 'nothing' ? { tag: 'empty' } : { tag: 'schemaDatasource', files: schema, configDir: '.' },
      to: { tag: 'schemaDatamodel', files: schema },
      script: true,
      exitCode: null,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    });
    return stdout ?? '';
  } finally {
    await pool.end();
  }
}

export function readSchema(folder: string): SchemaFile[] {
  const models = join(folder, 'models');
  const files = [join(folder, 'schema.prisma')];
  if (statSync(models, { throwIfNoEntry: false })) {
    files.push(
      ...readdirSync(models)
        .filter((name) => name.endsWith('.prisma'))
        .sort()
        .map((name) => join(models, name)),
    );
  }
  return files.map((path) => ({ path, content: readFileSync(path, 'utf8') }));
}

async function startEngine(pool: pg.Pool): Promise<Engine> {
  const { SchemaEngine } = await (bindings ??= loadBindings());
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool));
  return SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}

let bindings: Promise<Bindings> | undefined;

/** Node cannot import WebAssembly as a module, so what the package's entry does is done by hand, once. */
async function loadBindings(): Promise<Bindings> {
  const at = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const loaded = (await import(at)) as Bindings;
  const module = await WebAssembly.compile(await readFile(at.replace(/\.js$/, '.wasm')));
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': loaded as never });
  loaded.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return loaded;
}

const CHAR = 18;
const UUID = 2950;

/**
 * The adapter refuses the one-byte type that the system catalogue is full of. Such columns travel
 * through it as uuid, which the catalogue does not use, and are named rightly afterwards.
 */
class CataloguePool extends pg.Pool {
  override query(...args: unknown[]): never {
    const answer = (super.query as (...given: unknown[]) => Promise<pg.QueryResult>)(...args);
    return answer.then((result) => {
      for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = UUID;
      return result;
    }) as never;
  }
}

class CatalogueAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const ask = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await ask(query);
      const { Uuid, Character } = ColumnTypeEnum;
      return { ...result, columnTypes: result.columnTypes.map((type) => (type === Uuid ? Character : type)) };
    };
    return adapter;
  }
}
