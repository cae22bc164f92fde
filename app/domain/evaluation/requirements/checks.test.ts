import { describe, expect, test } from 'vitest';
import { checkStateOf, exclusionReason, whyNotAgree, type RequirementCheck } from './checks';

const at = new Date('2026-11-22T10:00:00Z');
const requirement = (position: number, met?: boolean, agreedAt: Date | null = null): RequirementCheck => ({
  id: `r${position}`,
  position,
  text: `Thing ${position}`,
  evidence: 'A paper',
  check:
    met === undefined
      ? null
      : { met, reason: `because ${position}`, checkedById: 'a', checkedAt: at, agreedAt },
});

describe('what the panel found of essential requirements', () => {
  test.each([
    [[], 'none'],
    [[requirement(1)], 'toCheck'],
    [[requirement(1, true), requirement(2)], 'toCheck'],
    [[requirement(1, true), requirement(2, false)], 'toAgree'],
    [[requirement(1, true, at), requirement(2, true)], 'toAgree'],
    [[requirement(1, true, at), requirement(2, false, at)], 'agreed'],
  ] as const)('%#: %s', (requirements, state) => {
    expect(checkStateOf(requirements)).toBe(state);
  });

  test.each([
    ['moderator', 'evaluator', true],
    ['evaluator', 'moderator', true],
    ['evaluator', 'evaluator', false],
    [undefined, 'evaluator', false],
  ] as const)('found by %s, agreed by %s: %s', (first, second, agrees) => {
    expect(whyNotAgree({ id: 'a', role: first }, { id: 'b', role: second }) === null).toBe(agrees);
  });

  test('nobody agrees with themselves, the moderator no more than others', () => {
    const moderator = { id: 'a', role: 'moderator' as const };
    expect(whyNotAgree(moderator, moderator)).toBe('Another of the panel agrees with what you found.');
  });

  test('a bidder is told of each requirement that is not met, and of no other', () => {
    const requirements = [requirement(1, true, at), requirement(2, false, at), requirement(3, false, at)];
    expect(exclusionReason(requirements)).toBe(
      'Essential requirement 2 is not met: Thing 2. because 2\nEssential requirement 3 is not met: Thing 3. because 3',
    );
    expect(exclusionReason([requirement(1, true, at)])).toBeNull();
  });
});
