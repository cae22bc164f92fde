import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { compile } from 'sass';
import { expect, test } from 'vitest';
import { inlineSass } from './inline-sass';

const sheet = compile(path.join(import.meta.dirname, 'soundings.scss'), {
  loadPaths: ['node_modules'],
  quietDeps: true,
  style: 'compressed',
});

test('the sheet names neither the typeface nor the crown, which are not ours', () => {
  expect(sheet.css.match(/GDS Transport|@font-face|crown|crest/gi)).toBeNull();
});

test('the sheet stays within 25 KB compressed', () => {
  expect(gzipSync(sheet.css).length).toBeLessThan(25 * 1024);
});

test('only sheets that import Sass are touched', () => {
  const { transform } = inlineSass();
  const run = transform as (this: object, code: string, id: string) => string | null;
  const watched: string[] = [];
  const context = { addWatchFile: (file: string) => watched.push(file) };
  expect(run.call(context, 'a { color: red }', '/app/other.css')).toBeNull();
  expect(run.call(context, "@import './soundings.scss';", '/app/script.ts')).toBeNull();
  const css = run.call(
    context,
    "a {}\n@import './soundings.scss';",
    `${import.meta.dirname}/x.css?transform-only`,
  );
  expect(css).toContain('.chain-steps');
  expect(css).not.toContain('@import');
  expect(watched.some((file) => file.endsWith('_chain.scss'))).toBe(true);
});
