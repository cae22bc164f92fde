import { expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { useDatabase } from '../../../../tests/support/database';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { ask } from '../../query.server';
import { maySeePerformance } from '../performance/performance-policy.server';
import { measurePage } from './measure-page.server';
import { performancePage } from './performance-page.server';
import { stageDurations } from './stage-durations.server';

useDatabase();

test.each<[string, Actor, boolean]>([
  ['a coordinator', someone({ roles: ['coordinator'] }), true],
  ['an auditor', someone({ roles: ['auditor'] }), true],
  ['an owner', someone(inTeam('team', 'seniorResponsibleOwner')), true],
  ['a budget holder', someone(inTeam('team', 'author', 'budgetHolder')), true],
  ['an observer', someone(inTeam('team', 'observer')), true],
  ['an author', someone(inTeam('team', 'author', 'evaluator', 'moderator')), false],
  ['an unverified coordinator', someone({ roles: ['coordinator'], verified: false }), false],
  ['a committee reader', someone({ roles: ['committeeReader'] }), false],
  ['an expert', someone({ expert: true }), false],
  ['nobody in particular', nobody, false],
])('%s: %#', async (_, actor, sees) => {
  expect(isAllowed(maySeePerformance(actor))).toBe(sees);
  if (!sees) expect(await ask(performancePage, actor, {})).toBeNull();
  if (!sees) expect(await ask(stageDurations, actor, {})).toBeNull();
  if (!sees) expect(await ask(measurePage, actor, { measure: 'bids' })).toBeNull();
});

test('each page asks a bounded number of queries, whatever the period', async () => {
  const actor = someone({ roles: ['coordinator'], id: '01900000-0000-7000-8000-000000000001' });
  const all = { from: '2000-01-01', to: '2100-12-31' };
  const counted = [
    await countingQueries(() => ask(performancePage, actor, all)),
    await countingQueries(() => ask(stageDurations, actor, all)),
    await countingQueries(() => ask(measurePage, actor, { ...all, measure: 'timeToAward' })),
  ];
  expect(counted.map(({ queries }) => queries)).toEqual([2, 2, 1]);
});
