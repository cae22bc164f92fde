// npm start [-- --empty]: installs, builds, starts PostgreSQL, the web process and the jobs process.
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { generate } from './generate.mjs';
import { install } from './install.mjs';

const unknown = process.argv.slice(2).filter((argument) => argument !== '--empty');
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}\nUsage: npm start [-- --empty]`);
  process.exit(2);
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
try {
  install();
  generate();
  await build();
  const { register } = await import('tsx/esm/api');
  register();
  const { supervise } = await import('../server/supervisor.ts');
  await supervise({ empty: process.argv.includes('--empty') });
  process.exit(0);
} catch (error) {
  console.error(`\nSoundings did not start.\n${error.message}`);
  if (process.env.LOG_LEVEL === 'debug') console.error(error.stack);
  process.exit(1);
}
