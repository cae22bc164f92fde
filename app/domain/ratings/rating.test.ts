import { expect, test } from 'vitest';
import { raterRoleOf, showValue, staleReason } from './rating';
import { summarise, type CountableRating } from './rating-summary';

const day = (text: string) => new Date(`${text}T12:00:00Z`);
const now = day('2026-11-21');
const fresh = { ratedNumber: 1, currentNumber: 1, changedAt: day('2026-01-10'), setEndsOn: null };

test.each([
  ['of the current version', {}, null],
  ['of an earlier version', { currentNumber: 2 }, 'newVersion'],
  ['in a set that ended since', { setEndsOn: new Date('2026-03-31') }, 'setReplaced'],
  ['made on the last day of its set', { setEndsOn: new Date('2026-01-10') }, 'setReplaced'],
  ['reaffirmed after its set ended', { setEndsOn: new Date('2026-01-09') }, null],
  ['in a set that ends later', { setEndsOn: new Date('2026-11-21') }, null],
] as const)('a rating %s', (_name, over, reason) => {
  expect(staleReason({ ...fresh, ...over }, now)).toBe(reason);
});

test.each([
  [{ teamKinds: ['central-government-department'], ownKinds: ['university'], expert: true }, 'policy'],
  [{ teamKinds: ['police-force'], ownKinds: [], expert: false }, 'operational'],
  [{ teamKinds: [], ownKinds: ['university'], expert: true }, 'academic'],
  [{ teamKinds: [], ownKinds: ['inspectorate-or-audit'], expert: false }, 'policy'],
  [{ teamKinds: [], ownKinds: [], expert: true }, 'academic'],
  [{ teamKinds: [], ownKinds: [], expert: false }, 'policy'],
] as const)('%j rates from one side', (place, role) => {
  expect(raterRoleOf({ ...place, teamKinds: [...place.teamKinds], ownKinds: [...place.ownKinds] })).toBe(
    role,
  );
});

test('a value is shown with its anchor', () => {
  expect([showValue(4), showValue(null)]).toEqual(['4 Shapes an option', 'Cannot judge']);
});

const rating = (value: number | null, over: Partial<CountableRating> = {}): CountableRating => ({
  value,
  role: 'policy',
  interest: false,
  stale: false,
  ...over,
});

test('below three there is no number and no spread', () => {
  expect(summarise([rating(5), rating(5)], 3.2)).toMatchObject({ counted: 2, mean: null, spread: [] });
});

test('interests, stale ratings and "cannot judge" are told but not counted', () => {
  const told = [rating(5, { interest: true }), rating(1, { stale: true }), rating(null)];
  const summary = summarise(
    [rating(4), rating(5), rating(5, { role: 'academic' }), rating(4), rating(3), ...told],
    3.2,
  );
  expect(summary).toMatchObject({ counted: 5, cannotJudge: 1, withInterest: 1, stale: 1 });
  expect(summary.mean).toBeCloseTo(3.7, 10);
  expect(summary.spread).toEqual([
    { role: 'policy', counts: [0, 0, 1, 2, 1] },
    { role: 'academic', counts: [0, 0, 0, 0, 1] },
  ]);
});
