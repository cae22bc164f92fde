import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { flatConfigs as importX } from 'eslint-plugin-import-x';
import a11y from 'eslint-plugin-jsx-a11y';
import ts from 'typescript-eslint';
import soundings from './scripts/lint/rules.js';
import { zones } from './scripts/lint/zones.js';

// What needs types is checked by oxlint, types included (.oxlintrc.json): the same rules in a fifth of the time.
const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'tests/**'];

export default ts.config(
  {
    ignores: [
      'build',
      'node_modules',
      '.data',
      '.cache',
      'app/platform/generated',
      'test-results',
      'playwright-report',
    ],
  },
  js.configs.recommended,
  ts.configs.recommended,
  importX.recommended,
  importX.typescript,
  a11y.flatConfigs.recommended,
  {
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    plugins: { soundings },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'import-x/no-restricted-paths': ['error', { zones, basePath: import.meta.dirname }],
      'import-x/named': 'off', // TypeScript checks it.
      'import-x/namespace': 'off', // TypeScript checks it.
      'import-x/default': 'off', // TypeScript checks it.
      'import-x/export': 'off', // TypeScript checks it.
      'import-x/no-unresolved': 'off', // TypeScript checks it.
      'import-x/no-named-as-default-member': 'off',
      'import-x/no-named-as-default': 'off',
      'soundings/environment-in-one-place': 'error',
    },
  },
  {
    files: ['app/domain/**/*.ts'],
    rules: {
      'soundings/database-clock-only': 'error',
      'soundings/queries-are-narrowed': 'error',
    },
  },
  {
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: TESTS,
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': 'off',
      'soundings/database-clock-only': 'off',
      'soundings/environment-in-one-place': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['prisma/seed/**', 'scripts/**', 'server/**', 'tests/**', '*.config.ts'],
    rules: { 'no-console': 'off', 'soundings/environment-in-one-place': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
);
