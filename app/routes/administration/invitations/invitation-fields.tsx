import { checkboxesProps, fieldProps, type Fields } from '~/components/form';
import { INSTALLATION_ROLE_NAMES, INSTALLATION_ROLES } from '~/domain/people/person';
import { TEAM_ROLE_NAMES, TEAM_ROLES } from '~/domain/people/teams/team';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

interface Props {
  fields: Fields;
  organisations: { reference: string; name: string }[];
  teams: { reference: string; name: string; organisation: string }[];
  may: { giveRoles: boolean };
}

export function InvitationFields({ fields, organisations, teams, may }: Props) {
  const none = { text: 'None', value: '' };
  return (
    <>
      <TextInput
        label="E-mail address"
        type="email"
        spellCheck={false}
        width={30}
        {...fieldProps(fields.address)}
      />
      <TextInput label="Name (optional)" width={30} {...fieldProps(fields.name)} />
      <Select
        label="Organisation"
        hint="Accepting confirms that the person belongs there"
        options={[none, ...organisations.map(({ reference, name }) => ({ text: name, value: reference }))]}
        {...fieldProps(fields.organisation)}
      />
      <Select
        label="Team"
        hint={
          teams.length === 0
            ? 'There is no team yet. One is set up on the page of its organisation'
            : 'For those who ask and decide. Experts need none'
        }
        options={[
          none,
          ...teams.map(({ reference, name, organisation }) => ({
            text: `${organisation}: ${name}`,
            value: reference,
          })),
        ]}
        {...fieldProps(fields.team)}
      />
      <Checkboxes
        label="Roles in that team"
        small
        items={TEAM_ROLE_NAMES.map((role) => ({
          value: role,
          label: TEAM_ROLES[role].name,
          hint: TEAM_ROLES[role].what,
        }))}
        {...checkboxesProps(fields.teamRoles)}
      />
      {may.giveRoles && (
        <Checkboxes
          label="Roles of the installation"
          small
          items={INSTALLATION_ROLE_NAMES.map((role) => ({
            value: role,
            label: INSTALLATION_ROLES[role].name,
            hint: INSTALLATION_ROLES[role].what,
          }))}
          {...checkboxesProps(fields.installationRoles)}
        />
      )}
      <Checkboxes
        label="Expert"
        small
        items={[{ value: 'on', label: 'Begin an expert profile for them' }]}
        {...checkboxesProps(fields.asExpert)}
      />
      <Textarea label="A few words of your own (optional)" rows={3} {...fieldProps(fields.note)} />
    </>
  );
}
