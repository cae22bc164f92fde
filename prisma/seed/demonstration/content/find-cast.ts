import { KEEPERS, NEWCOMERS, TEAMS, type CastMember, type TeamCast } from './cast';
import { EXPERTS } from './experts';

const peopleOf = (team: TeamCast): CastMember[] => [team.author, team.owner, team.budgetHolder, team.moderator];

const ALL: CastMember[] = [...KEEPERS, ...TEAMS.flatMap(peopleOf), ...EXPERTS, ...NEWCOMERS];

export function castMember(key: string): CastMember {
  const found = ALL.find((member) => member.key === key);
  if (!found) throw new Error(`nobody is called ${key}`);
  return found;
}

/** The people of the team that asks a question. */
export function teamOf(story: { key: string; team: string }): TeamCast {
  const team = TEAMS.find(({ key }) => key === story.team);
  if (!team) throw new Error(`${story.key} is of no team`);
  return team;
}
