import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROW = /^\| ([ABPN]\d+) \| (.+?) \| (.+?) \| (.+) \|$/;
const rows = readFileSync('docs/coverage.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id, what, where, tests] = ROW.exec(line) ?? [];
    return id && what && where && tests ? [{ id, what, where, tests }] : [];
  });
const filesIn = (text: string) =>
  [...text.matchAll(/`((?:app|tests)\/[^`]+)`/g)].map(([, file = '']) => file);
const all = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);

test('every demand of the field and every feature of its peers stands there', () => {
  const stated = new Set(rows.map(({ id }) => id));
  const expected = [...all('A', 40), ...all('B', 31), ...all('P', 95), ...all('N', 15)];
  expect(expected.filter((id) => !stated.has(id))).toEqual([]);
});

test('each row names a test that is there', () => {
  expect(rows.length).toBeGreaterThan(180);
  const untested = rows.filter(({ tests }) => filesIn(tests).length === 0).map(({ id }) => id);
  expect(untested).toEqual([]);
  const missing = rows.flatMap(({ id, tests }) =>
    filesIn(tests).flatMap((file) => (existsSync(file) ? [] : [`${id}: ${file}`])),
  );
  expect(missing).toEqual([]);
});
