import { expect, test } from 'vitest';
import { clearanceNeeded, clearanceStanding } from './clearance';

const day = new Date('2026-11-22');

test.each([
  ['BPSS', 'CTC', null, 'below'],
  ['CTC', 'CTC', null, 'enough'],
  ['DV', 'SC', null, 'enough'],
  ['SC', 'SC', new Date('2026-11-21'), 'expired'],
  ['SC', 'SC', '2026-11-22', 'enough'],
  ['BPSS', 'SC', new Date('2020-01-01'), 'below'],
  [null, 'BPSS', null, 'unstated'],
  ['', 'BPSS', null, 'unstated'],
  ['Cosmic', 'BPSS', null, 'unstated'],
] as const)('%s where %s is needed, until %s, is %s', (level, needed, expires, standing) => {
  expect(clearanceStanding(needed, { level, expires }, day)).toBe(standing);
});

test.each([
  [{ vetting: 'sc' }, { level: 'SC', name: 'Security check (SC)' }],
  [{ vetting: 'bpss' }, { level: 'BPSS', name: 'Baseline personnel security standard (BPSS)' }],
  [{ vetting: 'none' }, null],
  [{ vetting: 'nppv' }, null],
  [{ vetting: 'anything' }, null],
  [{}, null],
  [null, null],
])('%j needs %j', (stored, needed) => expect(clearanceNeeded(stored)).toEqual(needed));
