import type { InstallationRole, TeamRole } from '../actor';

export interface DemonstrationAccount {
  reference: string;
  name: string;
  title: string;
  place: string;
  roles: InstallationRole[];
  teamRoles: TeamRole[];
  expert: boolean;
  verified: boolean;
}

const GROUPS: { name: string; holds: (account: DemonstrationAccount) => boolean }[] = [
  {
    name: 'Keep house',
    holds: ({ roles }) => roles.includes('coordinator') || roles.includes('administrator'),
  },
  {
    name: 'Look into it',
    holds: ({ roles }) => roles.includes('auditor') || roles.includes('committeeReader'),
  },
  {
    name: 'Ask, decide and pay',
    holds: ({ teamRoles }) =>
      teamRoles.some(
        (role) => role === 'author' || role === 'seniorResponsibleOwner' || role === 'budgetHolder',
      ),
  },
  {
    name: 'Score bids',
    holds: ({ teamRoles }) => teamRoles.some((role) => role === 'evaluator' || role === 'moderator'),
  },
  { name: 'Answer and share research', holds: ({ expert }) => expert },
  { name: 'Look around', holds: () => true },
];

/** The order of the page: from asking to looking around. */
const ORDER = [
  'Ask, decide and pay',
  'Score bids',
  'Answer and share research',
  'Keep house',
  'Look into it',
  'Look around',
];

/** By what each comes to do; somebody of several kinds stands under the rarest. */
export function groupAccounts(accounts: DemonstrationAccount[]) {
  const named = new Map<string, DemonstrationAccount[]>();
  for (const account of accounts) {
    const name = GROUPS.find(({ holds }) => holds(account))?.name ?? 'Look around';
    named.set(name, [...(named.get(name) ?? []), account]);
  }
  return ORDER.flatMap((name) => {
    const members = named.get(name);
    return members ? [{ name, accounts: members }] : [];
  });
}
