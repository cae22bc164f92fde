import { resolve } from 'node:path';
import tsconfigPaths from 'vite-tsconfig-paths';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [tsconfigPaths()],
  resolve: { alias: { '@remix-run/route-config': resolve('tests/support/site/route-config.ts') } },
  test: {
    environment: 'node',
    include: [
      'app/**/*.test.{ts,tsx}',
      'tests/unit/**/*.test.ts',
      'scripts/**/*.test.ts',
      'server/**/*.test.ts',
      'tests/conformance/**/*.test.ts',
    ],
    globalSetup: ['tests/support/database-setup.ts'],
    setupFiles: ['tests/support/strictness.ts'],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Never the data of this checkout's own installation.
    env: { LOG_LEVEL: 'silent', SOUNDINGS_DATA: '.cache/test-data' },
  },
});
