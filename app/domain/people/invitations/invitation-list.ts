import { parseCsv } from '../csv';
import { parseAddress } from '../email-address';
import { TEAM_ROLE_NAMES, TEAM_ROLES } from '../teams/team';
import type { TeamRole } from '../../actor';

/** What one line of a list of people to invite comes to. */
export interface PlannedInvitation {
  line: number;
  address: string;
  name: string;
  organisation: string;
  organisationId: string | null;
  team: string;
  teamId: string | null;
  teamRoles: TeamRole[];
  asExpert: boolean;
  problems: string[];
}

export interface KnownToPlan {
  organisations: { id: string; name: string; slug: string }[];
  teams: { id: string; name: string; organisationId: string }[];
  accounts: ReadonlySet<string>;
  waiting: ReadonlySet<string>;
}

export const MOST_LINES = 500;
export const COLUMNS = ['email', 'name', 'organisation', 'team', 'roles', 'expert'] as const;
type Column = (typeof COLUMNS)[number];

/** The lines as they would be carried out, or what is wrong with the whole. The first line names the columns. */
export function planInvitations(
  text: string,
  known: KnownToPlan,
): { rows: PlannedInvitation[] } | { fault: string } {
  const [head, ...lines] = parseCsv(text);
  if (!head) return { fault: 'Paste or upload a list first' };
  const columns = head.map((name) =>
    name
      .toLowerCase()
      .replaceAll(/[\s_-]/g, '')
      .replace(/^e?mail(address)?$/, 'email'),
  );
  const strange = columns.filter((name) => !(COLUMNS as readonly string[]).includes(name));
  if (!columns.includes('email'))
    return { fault: 'The first line must name the columns, and one of them must be email' };
  if (strange.length > 0) return { fault: `These columns are not known: ${strange.join(', ')}` };
  if (lines.length === 0) return { fault: 'There is no line below the names of the columns' };
  if (lines.length > MOST_LINES) return { fault: `A list may hold ${MOST_LINES} people at most` };
  const seen = new Set<string>();
  const rows = lines.map((cells, index) => {
    const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
    const planned = planLine(index + 2, cell, known);
    if (seen.has(planned.address)) planned.problems.push('This address stands on a line above too');
    seen.add(planned.address);
    return planned;
  });
  return { rows };
}

function planLine(line: number, cell: (column: Column) => string, known: KnownToPlan): PlannedInvitation {
  const problems: string[] = [];
  const address = parseAddress(cell('email'));
  if (!address) problems.push('This is no e-mail address');
  if (address && known.accounts.has(address)) problems.push('This address has an account already');
  if (address && known.waiting.has(address))
    problems.push('An invitation to this address is waiting already');
  if (cell('name').length > 120) problems.push('The name is longer than 120 characters');
  const named = (text: string) => (each: { name: string; slug?: string }) =>
    each.name.toLowerCase() === text.toLowerCase() || each.slug === text.toLowerCase();
  const organisation = known.organisations.find(named(cell('organisation')));
  if (cell('organisation') !== '' && !organisation) problems.push('No organisation has this name');
  const team = known.teams.find(
    (each) => named(cell('team'))(each) && (!organisation || each.organisationId === organisation.id),
  );
  if (cell('team') !== '' && !team) problems.push('No team has this name');
  const { roles, strange } = rolesOf(cell('roles'));
  if (strange !== undefined) problems.push(`“${strange}” is no role in a team`);
  if (team && roles.length === 0) problems.push('Say what the person does in the team');
  if (!/^(|yes|no|true|false|1|0)$/i.test(cell('expert'))) problems.push('Expert must be yes or no');
  return {
    line,
    address: address ?? cell('email').slice(0, 254),
    name: cell('name').slice(0, 120),
    organisation: cell('organisation'),
    organisationId: organisation?.id ?? team?.organisationId ?? null,
    team: cell('team'),
    teamId: team?.id ?? null,
    teamRoles: team ? roles : [],
    asExpert: /^(yes|true|1)$/i.test(cell('expert')),
    problems,
  };
}

/** Roles by their names, separated by semicolons or plus signs. */
function rolesOf(text: string): { roles: TeamRole[]; strange: string | undefined } {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, '');
  const words = text
    .split(/[;+]/)
    .map((word) => word.trim())
    .filter(Boolean);
  const find = (word: string) =>
    TEAM_ROLE_NAMES.find(
      (role) =>
        [plain(role), plain(TEAM_ROLES[role].name)].includes(plain(word)) ||
        (plain(word) === 'sro' && role === 'seniorResponsibleOwner'),
    );
  const roles = [...new Set(words.flatMap((word) => find(word) ?? []))];
  return { roles, strange: words.find((word) => !find(word)) };
}
