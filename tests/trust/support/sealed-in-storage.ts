import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { database } from '~/platform/db.server';
import { Canaries } from './canaries';
import { scanFiles, scanTables } from './storage';
import { type Scene, some } from './sealed-scene';

export async function tables({ world, canaries, question, findings }: Scene): Promise<void> {
  const { places, rows, found } = await scanTables(world.url, canaries);
  const control = Object.assign(new Canaries(), { words: [question.title] });
  const seen = (await scanTables(world.url, control)).found.length;
  findings.check(
    found.length === 0 && seen > 0,
    `SQL over ${places} tables, ${rows} rows, as a backup would: ${found.length} words${some(found)} (control: the question’s title ${seen} times)`,
  );
}

export async function files({ world, canaries, question, findings }: Scene): Promise<void> {
  const { places, bytes, found } = await scanFiles(world.url, canaries);
  const control = Object.assign(new Canaries(), { words: [question.title] });
  const seen = (await scanFiles(world.url, control)).found.length;
  findings.check(
    found.length === 0 && seen > 0,
    `files of the database, its log and its write-ahead log: ${places} files, ${(bytes / 1e6).toFixed(0)} MB, ${found.length} words${some(found)} (control: ${seen})`,
  );
}

/** Logs of both processes; jobs and mail are rows, which the tables held, once the jobs had their time. */
export async function logs({ world, canaries, findings, sample }: Scene): Promise<void> {
  await sleep(sample ? 1_500 : 5_000);
  const log = world.web.map((one) => one.log()).join('\n');
  const lines = log.split('\n').length;
  const [counted] = await database().$queryRaw<{ notices: number; mails: number }[]>`
    SELECT (SELECT count(*)::int FROM notice) AS notices, (SELECT count(*)::int FROM mail) AS mails`;
  const found = canaries.in(log);
  findings.check(
    found.length === 0 && lines > 50,
    `logs, jobs and mail: ${lines} lines, ${counted?.notices ?? 0} notices, ${counted?.mails ?? 0} letters, ${found.length} words in the logs`,
  );
}

/** Whoever has the whole database and another installation's keys. */
export function otherKeys({ world, draft, canaries, findings }: Scene): void {
  const data = mkdtempSync(join(tmpdir(), 'soundings-other-keys-'));
  const child = spawnSync(
    process.execPath,
    ['--import', 'tsx', resolve('tests/trust/support/read-draft.ts'), draft.reference],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        SOUNDINGS_DATA: data,
        DATABASE_URL: world.url,
        SOUNDINGS_KEY_FILE: join(data, 'keys.json'),
      },
    },
  );
  rmSync(data, { recursive: true, force: true });
  const said = child.stdout.trim();
  findings.check(
    canaries.in(said).length === 0 && said.includes('needs installation key'),
    `the database with another key file: ${said.slice(0, 90)}`,
  );
}
