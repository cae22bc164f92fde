/**
 * `npm run audit:verify`: exports this installation's trail and verifies the export with the file that needs
 * only Node. With an export as its argument it verifies that instead, without the app.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.env.SOUNDINGS_DATA || '.data', 'audit');
const given = process.argv.slice(2);
const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;

let args = given;
if (given.length === 0) {
  const exported = join(folder, 'export.jsonl');
  const status = node('scripts/run.mjs', 'scripts/export-audit.ts', exported);
  if (status !== 0) process.exit(status);
  args = [exported];
  if (existsSync(join(folder, 'heads.jsonl'))) args.push('--heads', join(folder, 'heads.jsonl'));
  args.push('--key', join(folder, 'signing-key.pem'));
}
process.exit(node('scripts/verify-audit.mjs', ...args));
