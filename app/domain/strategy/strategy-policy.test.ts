import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor, InstallationRole, Person } from '../actor';
import { isAllowed } from '../policy';
import { mayEditTerms } from '../taxonomy/term-policy';
import { mayKeepStrategy } from './strategy-policy';

describe('who keeps the words and the strategy', () => {
  const person = (roles: InstallationRole[], over: Partial<Person> = {}): Person =>
    someone({ roles, demonstration: false, ...over });
  const cases: [string, Actor, boolean][] = [
    ['a visitor', nobody, false],
    ['a member', person([]), false],
    ['a coordinator', person(['coordinator']), true],
    ['a coordinator who is an auditor too', person(['auditor', 'coordinator']), true],
    ['a coordinator before the second factor', person(['coordinator'], { secondFactorPassed: false }), false],
    ['a coordinator who is not verified', person(['coordinator'], { verified: false }), false],
    ['an administrator', person(['administrator']), false],
    ['an auditor', person(['auditor']), false],
    ['a committee reader', person(['committeeReader']), false],
  ];
  test.each(cases)('%s', (_who, actor, may) => {
    expect(isAllowed(mayEditTerms(actor))).toBe(may);
    expect(isAllowed(mayKeepStrategy(actor))).toBe(may);
  });
});
