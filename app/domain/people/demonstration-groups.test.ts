import { expect, test } from 'vitest';
import { groupAccounts, type DemonstrationAccount } from './demonstration-groups';

const account = (name: string, over: Partial<DemonstrationAccount>): DemonstrationAccount => ({
  reference: name,
  name,
  title: '',
  place: '',
  roles: [],
  teamRoles: [],
  expert: false,
  verified: true,
  ...over,
});

test('each account stands once, under what it comes to do', () => {
  const groups = groupAccounts([
    account('expert', { expert: true }),
    account('owner', { teamRoles: ['seniorResponsibleOwner', 'evaluator'] }),
    account('evaluator', { teamRoles: ['evaluator'], expert: true }),
    account('coordinator', { roles: ['coordinator'], teamRoles: ['author'] }),
    account('auditor', { roles: ['auditor'] }),
    account('newcomer', { verified: false }),
  ]);
  expect(groups.map(({ name, accounts }) => [name, accounts.map((each) => each.name)])).toEqual([
    ['Ask, decide and pay', ['owner']],
    ['Score bids', ['evaluator']],
    ['Answer and share research', ['expert']],
    ['Keep house', ['coordinator']],
    ['Look into it', ['auditor']],
    ['Look around', ['newcomer']],
  ]);
});
