import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { CLAIMS } from './scanner';

/**
 * Makes the template database before the journeys start, in a process of its own: Playwright's loader reads
 * no JSON modules, which the reference data are.
 */
export default function prepare(): void {
  rmSync(CLAIMS, { recursive: true, force: true });
  const made = spawnSync(
    process.execPath,
    [resolve('node_modules/tsx/dist/cli.mjs'), 'tests/support/journey/make-template.ts'],
    { stdio: 'inherit' },
  );
  if (made.status !== 0) throw new Error('the template database could not be made');
}
