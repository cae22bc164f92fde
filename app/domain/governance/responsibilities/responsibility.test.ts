import { expect, test } from 'vitest';
import { flawsOf, type Holding } from './responsibility';

const held = (role: Holding['role'], name: string, level: string | null = null): Holding => ({
  role,
  level,
  name,
});

test('without anybody accountable there is a gap, whoever else has a role', () => {
  expect(flawsOf([])).toEqual([{ kind: 'gap', words: 'Nobody is accountable' }]);
  expect(flawsOf([held('responsible', 'A'), held('informed', 'B')]).map(({ kind }) => kind)).toEqual(['gap']);
  expect(flawsOf([held('accountable', 'A')])).toEqual([]);
});

test('two that are responsible at one level clash; at two levels they do not', () => {
  const accountable = held('accountable', 'A');
  expect(
    flawsOf([accountable, held('responsible', 'B', 'local'), held('responsible', 'C', 'national')]),
  ).toEqual([]);
  expect(
    flawsOf([accountable, held('responsible', 'B', 'local'), held('responsible', 'C', 'local')]),
  ).toEqual([{ kind: 'clash', words: 'B and C are all responsible at local level' }]);
  expect(
    flawsOf([accountable, held('responsible', 'B'), held('responsible', 'C'), held('responsible', 'D')]),
  ).toEqual([{ kind: 'clash', words: 'B, C and D are all responsible, and no level tells them apart' }]);
  expect(flawsOf([accountable, held('consulted', 'B'), held('consulted', 'C')])).toEqual([]);
});
