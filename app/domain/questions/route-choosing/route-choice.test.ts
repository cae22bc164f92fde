import { expect, test } from 'vitest';
import { BUDGETS, DEADLINES, PURPOSES, recommendRoute, SCRUTINY, type Wanted } from './route-choice';

test.each<[Wanted, string]>([
  [{ purpose: 'view', budget: 'none', deadline: 'days' }, 'expert-advice-request'],
  [{ purpose: 'new', budget: 'medium', deadline: 'days' }, 'expert-advice-request'],
  [{ purpose: 'known', budget: 'small', deadline: 'weeks' }, 'rapid-evidence-assessment'],
  [{ purpose: 'new', budget: 'medium', deadline: 'weeks' }, 'rapid-evidence-assessment'],
  [{ purpose: 'new', budget: 'medium', deadline: 'months' }, 'commissioned-study'],
  [{ purpose: 'new', budget: 'medium', deadline: 'months', scrutiny: 'high' }, 'competition'],
  [{ purpose: 'new', budget: 'large', deadline: 'later' }, 'competition'],
  [{ purpose: 'programme', budget: 'none' }, 'funding-call'],
  [{ purpose: 'interest', budget: 'large' }, 'area-of-research-interest'],
])('%o → %s', (wanted, slug) => {
  expect(recommendRoute(wanted)?.slug).toBe(slug);
});

test('nothing is recommended before purpose and budget are said', () => {
  expect(recommendRoute({ purpose: 'new' })).toBeUndefined();
});

test('every combination gets a route with at least one reason', () => {
  for (const purpose of PURPOSES)
    for (const budget of BUDGETS)
      for (const deadline of DEADLINES)
        for (const scrutiny of SCRUTINY) {
          const found = recommendRoute({
            purpose: purpose.value,
            budget: budget.value,
            deadline: deadline.value,
            scrutiny: scrutiny.value,
          });
          expect(found?.reasons.length).toBeGreaterThan(0);
        }
});
