import { checkboxesProps, fieldProps, type Fields } from '~/components/form';
import {
  CAPABILITY_KINDS,
  capabilityKinds,
  STAGES,
  stages,
} from '~/domain/governance/capabilities/capability';
import { LEVELS, showLevel } from '~/domain/people/organisations/organisation';
import type { TermChoice } from '~/domain/taxonomy/queries/term-choices.server';
import { Details } from '~/ui/content/details';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { organisationOptions, type OrganisationChoice } from './group-fields';

interface Props {
  fields: Fields;
  terms: TermChoice[];
  organisations: OrganisationChoice[];
}

/** What somebody can do or lacks, at which level, and who has to do with it. */
export function CapabilityFields({ fields, terms, organisations }: Props) {
  return (
    <>
      <TextInput label="Name" {...fieldProps(fields['name'])} />
      <Radios
        label="Does somebody have it, or is it missing?"
        labelProps={{ size: 's' }}
        items={capabilityKinds.map((value) => ({ value, label: CAPABILITY_KINDS[value] }))}
        {...fieldProps(fields['kind'])}
      />
      <Textarea
        label="Function"
        hint="What it does, or would do. Nothing operational, no methods that have to stay secret"
        rows={5}
        {...fieldProps(fields['purpose'])}
      />
      <Select
        label="Stage (none for a gap)"
        options={[{ text: 'None', value: '' }, ...stages.map((value) => ({ value, text: STAGES[value] }))]}
        {...fieldProps(fields['stage'])}
      />
      <Select
        label="Level"
        options={[
          { text: 'Choose one', value: '' },
          ...LEVELS.map((value) => ({ value, text: showLevel(value) })),
        ]}
        {...fieldProps(fields['level'])}
      />
      <Select
        label="Organisation that owns it, or wants it"
        options={organisationOptions(organisations)}
        {...fieldProps(fields['owner'])}
      />
      <Checkboxes
        small
        label="Threat areas and enablers"
        labelProps={{ size: 's' }}
        items={terms.map(({ slug, name }) => ({ value: slug, label: name }))}
        {...checkboxesProps(fields['threatAreas'])}
      />
      <Details summary="Who uses it (optional)">
        <Checkboxes
          small
          label="Users"
          labelProps={{ size: 's' }}
          items={organisations.map(({ reference, name }) => ({ value: reference, label: name }))}
          {...checkboxesProps(fields['users'])}
        />
      </Details>
    </>
  );
}
