import { describe, expect, test } from 'vitest';
import type { Actor, InstallationRole, Person } from '../actor';
import { isAllowed } from '../policy';
import { mayEditTerms } from '../taxonomy/term-policy';
import { mayKeepStrategy } from './strategy-policy';

describe('who keeps the words and the strategy', () => {
  const asOf = new Date();
  const person = (roles: InstallationRole[], over: Partial<Person> = {}): Person => ({
    kind: 'person',
    id: 'me',
    reference: 'ME',
    name: 'Me',
    verified: true,
    demonstration: false,
    expert: false,
    roles,
    teams: [],
    organisationIds: [],
    privateSector: false,
    panels: [],
    walls: [],
    secondFactorPassed: true,
    secondFactorSetUp: true,
    sessionId: 's',
    unreadNotices: 0,
    asOf,
    ...over,
  });
  const cases: [string, Actor, boolean][] = [
    ['a visitor', { kind: 'visitor', asOf }, false],
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
