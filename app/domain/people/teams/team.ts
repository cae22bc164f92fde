import type { TeamRole } from '../../actor';

export const TEAM_ROLES: Record<TeamRole, { name: string; what: string }> = {
  author: { name: 'Author', what: 'Drafts questions and answers clarifications' },
  seniorResponsibleOwner: {
    name: 'Senior responsible owner',
    what: 'Approves questions and award decisions',
  },
  budgetHolder: { name: 'Budget holder', what: 'Holds the money and opens bids with the moderator' },
  evaluator: { name: 'Evaluator', what: 'May be named to panels that score bids' },
  moderator: { name: 'Moderator', what: 'Leads panels and records consensus' },
  observer: { name: 'Observer', what: "Follows the team's work without taking part" },
};

export const TEAM_ROLE_NAMES = Object.keys(TEAM_ROLES) as [TeamRole, ...TeamRole[]];

export const showTeamRoles = (roles: readonly TeamRole[]): string =>
  TEAM_ROLE_NAMES.filter((role) => roles.includes(role))
    .map((role, place) => (place === 0 ? TEAM_ROLES[role].name : TEAM_ROLES[role].name.toLowerCase()))
    .join(', ');
