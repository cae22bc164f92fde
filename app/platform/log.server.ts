import { env } from './env.server';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
type Level = Exclude<(typeof LEVELS)[number], 'silent'>;
type Fields = Record<string, unknown>;

/** The tokens of links and of programs, which open something to whoever reads them: in addresses, and in errors. */
const withoutTokens = (text: string): string =>
  text.replaceAll(/[\w-]{40,}/g, (run) => (/[A-Z]/.test(run) ? '…' : run));

/** One JSON object a line on standard output; errors and texts are reduced to what a reader of logs may see. */
function write(level: Level, event: string, fields: Fields = {}): void {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(env.LOG_LEVEL)) return;
  const entry = { time: new Date().toISOString(), level, event, ...fields };
  process.stdout.write(`${JSON.stringify(entry, shown)}\n`);
}

function shown(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return withoutTokens(value);
  if (typeof value === 'bigint') return value.toString();
  if (!(value instanceof Error)) return value;
  const code = 'code' in value ? value.code : undefined;
  return { name: value.name, message: value.message, code, stack: value.stack };
}

export const log = {
  debug: (event: string, fields?: Fields) => write('debug', event, fields),
  info: (event: string, fields?: Fields) => write('info', event, fields),
  warn: (event: string, fields?: Fields) => write('warn', event, fields),
  error: (event: string, fields?: Fields) => write('error', event, fields),
};
