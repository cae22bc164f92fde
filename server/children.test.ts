import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { isAlive } from '~/platform/embedded-postgres/process.server';
import { log } from '~/platform/log.server';
import { keepRunning, type KeptChild } from './children';

const folder = mkdtempSync(join(tmpdir(), 'soundings-children-'));
afterAll(() => rmSync(folder, { recursive: true }));

const record = { add: vi.fn(), remove: vi.fn(), clear: vi.fn() };

function keep(name: string, source: string): { child: KeptChild; said: () => string } {
  const [file, output] = [join(folder, `${name}.mjs`), join(folder, `${name}.txt`)];
  writeFileSync(output, '');
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs';
    const say = (text) => appendFileSync(process.env.OUTPUT, text);
    ${source}`,
  );
  const child = keepRunning({ role: name, file, variables: { OUTPUT: output } }, record);
  return { child, said: () => readFileSync(output, 'utf8') };
}

it('starts a child again when it dies, and records both', async () => {
  const { child, said } = keep('patient', "say('up '); setInterval(() => {}, 1000)");
  await vi.waitUntil(() => said() === 'up ', { timeout: 10_000 });
  const first = child.pid ?? 0;
  process.kill(first, 'SIGKILL');
  await vi.waitUntil(() => said() === 'up up ', { timeout: 10_000 });
  expect(child.pid).not.toBe(first);
  expect(record.remove).toHaveBeenCalledWith(first);
  expect(record.add).toHaveBeenLastCalledWith('patient', child.pid);
  await child.stop();
  expect(isAlive(child.pid ?? 0)).toBe(false);
});

it('waits longer each time a child dies at once', async () => {
  const warned = vi.spyOn(log, 'warn');
  const { child } = keep('hasty', 'process.exit(3)');
  await vi.waitUntil(() => warned.mock.calls.length === 3, { timeout: 18_000 });
  await child.stop();
  expect(warned.mock.calls.map(([, fields]) => fields?.['restartInMs'])).toEqual([300, 600, 1200]);
  warned.mockRestore();
});

it('lets a child finish its work, and does not start it again', async () => {
  const finish = "process.on('SIGTERM', () => setTimeout(() => { say('done'); process.exit(0) }, 200));";
  const { child, said } = keep('thorough', `${finish} say('up '); setInterval(() => {}, 1000)`);
  await vi.waitUntil(() => said() === 'up ', { timeout: 10_000 });
  await child.stop();
  await new Promise((settle) => setTimeout(settle, 600));
  expect(said()).toBe('up done');
});
