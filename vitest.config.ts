import { resolve } from 'node:path';
import tsconfigPaths from 'vite-tsconfig-paths';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first';

export default defineConfig({
  plugins: [tsconfigPaths()],
  resolve: { alias: { '@remix-run/route-config': resolve('tests/support/site/route-config.ts') } },
  test: {
    projects: [
      {
        extends: true,
        // Their modules keep nothing between files but the connection, so a worker loads them once.
        test: {
          name: 'app',
          include: [
            'app/{domain,routes,components,ui,web}/**/*.test.{ts,tsx}',
            'tests/{unit,conformance,trust}/**/*.test.ts',
          ],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'ground',
          include: [
            'app/platform/**/*.test.ts',
            'app/*.test.{ts,tsx}',
            '{server,scripts}/**/*.test.ts',
          ],
        },
      },
    ],
    environment: 'node',
    globalSetup: ['tests/support/database-setup.ts'],
    setupFiles: ['tests/support/strictness.ts'],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Never the data of this checkout's own installation.
    env: { LOG_LEVEL: 'silent', SOUNDINGS_DATA: '.cache/test-data' },
  },
});
