// npm test: everything that must hold before a change lands, in the order of how soon it tells.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { generate } from './generate.mjs';
import { install } from './install.mjs';
import { findBrowser } from './test-browser.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const node = (...args) => [process.execPath, ...args];

/** `closing` picks the lines in which a runner itself says how many of its tests passed. */
const STEPS = [
  // Side by side: each list keeps one core busy and says little when all is well.
  [
    [
      {
        name: 'types and lint',
        needs: '.oxlintrc.json',
        command: node('node_modules/oxlint/bin/oxlint', '--deny-warnings'),
      },
    ],
    [
      { name: 'shape', needs: 'scripts/shape.ts', command: runs('scripts/shape.ts') },
      { name: 'build', command: node('scripts/build.mjs') },
      { name: 'conformance', needs: 'tests/conformance/run.ts', command: runs('tests/conformance/run.ts') },
      {
        name: 'trust',
        needs: 'tests/trust/run.ts',
        command: runs('tests/trust/run.ts', 'access', 'audit', 'lifecycle', 'non-interference', '--sample'),
      },
    ],
  ],
  {
    name: 'rules and operations',
    command: node('node_modules/vitest/vitest.mjs', 'run'),
    closing: /^\s*(Test Files|Tests|Duration)\s/,
  },
  {
    name: 'journeys',
    needs: 'playwright.config.ts',
    command: node('node_modules/@playwright/test/cli.js', 'test'),
    closing: /^\s*\d+ (passed|failed|flaky|skipped|did not run|interrupted)/,
  },
];

function runs(...args) {
  return node('scripts/run.mjs', ...args);
}

const closing = [];
try {
  install();
  process.env.SOUNDINGS_CHROMIUM = await findBrowser();
  generate();
  for (const steps of STEPS) await Promise.all([steps].flat().map((lane) => inTurn([lane].flat())));
  console.log(`\nEverything passed.\n\n${closing.join('\n')}`);
} catch (error) {
  console.error(`\n${error.message}`);
  if (closing.length > 0) console.error(`\nBefore that:\n${closing.join('\n')}`);
  process.exit(1);
}

async function inTurn(steps) {
  for (const step of steps) await take(step);
}

async function take(step) {
  if (step.needs && !existsSync(step.needs)) return;
  console.log(`\n── ${step.name} ${'─'.repeat(Math.max(3, 70 - step.name.length))}`);
  const started = performance.now();
  await run(step);
  console.log(`── ${step.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function run({ name, command: [program, ...args], closing: pattern }) {
  return new Promise((settle, refuse) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let unfinished = '';
    const found = [];
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      const lines = (unfinished + chunk).split('\n');
      unfinished = lines.pop() ?? '';
      found.push(...lines.map(stripVTControlCharacters).filter((line) => pattern?.test(line)));
    });
    child.once('error', refuse);
    child.once('close', (code) => {
      if (pattern?.test(stripVTControlCharacters(unfinished)))
        found.push(stripVTControlCharacters(unfinished));
      closing.push(...found);
      if (code === 0) settle();
      else refuse(new Error(`The step "${name}" failed.`));
    });
  });
}
