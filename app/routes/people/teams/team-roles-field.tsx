import { checkboxesProps, type Fields } from '~/components/form';
import { TEAM_ROLE_NAMES, TEAM_ROLES } from '~/domain/people/teams/team';
import { Checkboxes } from '~/ui/forms/checkboxes';

export function TeamRolesField({ fields }: { fields: Fields }) {
  return (
    <Checkboxes
      label="What the person does in the team"
      hint="Somebody may hold several roles. Nobody approves a question that they wrote"
      items={TEAM_ROLE_NAMES.map((role) => ({
        value: role,
        label: TEAM_ROLES[role].name,
        hint: TEAM_ROLES[role].what,
      }))}
      {...checkboxesProps(fields.roles)}
    />
  );
}
